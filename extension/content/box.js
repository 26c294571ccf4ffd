// Our element in the page: a closed shadow root in the top layer that the page can neither style nor cover for long.

const { create, documentElement, fullscreenElement, isConnected, parentNode } = /** @type {typeof import('./port/dom.js')} */ (await import(chrome.runtime.getURL('content/port/dom.js')));

const TAG = 'clauselight-overlay';
/** Answers to the page's moves against us, within `WINDOW` milliseconds; after that we give in. */
const MAX_ANSWERS = 20;
const WINDOW = 5000;
/** A page that fades its root below this could trick people into pressing what they cannot see. */
const OPAQUE = 0.6;
/** Events that stay inside: the page must not take a key pressed in the card for its own shortcut. */
const OWN_EVENTS = ['keydown', 'keyup', 'keypress', 'click', 'dblclick', 'auxclick', 'pointerdown', 'pointerup', 'mousedown', 'mouseup', 'wheel', 'touchstart', 'touchend', 'contextmenu'];

/** `:host` rules with `!important` win over anything that the page can say. */
const rules = (/** @type {number} */ width, /** @type {number} */ height, /** @type {boolean} */ shown) => `
:host {
  all: initial !important;
  position: fixed !important;
  inset: auto 0 0 auto !important;
  display: ${shown ? 'block' : 'none'} !important;
  box-sizing: border-box !important;
  width: ${width}px !important;
  height: ${height}px !important;
  max-width: 100vw !important;
  max-height: 100vh !important;
  margin: 0 !important;
  padding: 0 !important;
  border: 0 !important;
  overflow: visible !important;
  background: transparent !important;
  visibility: visible !important;
  opacity: 1 !important;
  z-index: 2147483647 !important;
  pointer-events: none !important;
  direction: ltr !important;
  color-scheme: light dark !important;
}
:host::backdrop { display: none !important; }
iframe { display: block; pointer-events: auto; width: 100%; height: 100%; border: 0; background: transparent; color-scheme: light dark; }
@media print { :host { display: none !important; } }
`;

export class Box {
  element = create(TAG);
  root;
  #style = create('style');
  #abort = new AbortController();
  #observer = new MutationObserver(() => this.#settle());
  /** When we answered the page, newest last. @type {number[]} */ #answers = [];
  #size = { width: 0, height: 0 };
  #shown = false;
  #attached = false;
  #checking = false;
  #onGone;

  /** @param {(reason: 'removed' | 'covered') => void} onGone called when the page does not let us be */
  constructor(onGone) {
    this.#onGone = onGone;
    // `attachShadow` of an unknown element with a dash is allowed; closed, so that the page cannot reach in.
    this.root = Element.prototype.attachShadow.call(this.element, { mode: 'closed' });
    this.element.popover = 'manual';
    this.root.append(this.#style);
    this.#draw();
    const { signal } = this.#abort;
    for (const name of OWN_EVENTS) {
      this.root.addEventListener(name, (event) => {
        if (!event.isTrusted) event.preventDefault();
        event.stopPropagation();
      }, { signal });
      // What a script made up is no wish of a person.
      this.root.addEventListener(name, (event) => void (event.isTrusted || event.stopImmediatePropagation()), { signal, capture: true });
    }
  }

  /** Puts the element into the page, without showing it; showing does so too. */
  attach() {
    if (this.#attached) return;
    this.#attached = true;
    for (const old of document.querySelectorAll(TAG)) if (old !== this.element) old.remove();
    const { signal } = this.#abort;
    this.#settle();
    document.addEventListener('toggle', (event) => this.#toggled(event), { signal, capture: true });
    document.addEventListener('fullscreenchange', () => this.#draw(), { signal });
  }

  /** @param {boolean} shown */
  show(shown) {
    this.#shown = shown;
    this.#draw();
    if (!shown) return;
    this.attach();
    this.#raise();
  }

  /** @param {number} width @param {number} height in CSS pixels */
  resize(width, height) {
    this.#size = { width: Math.ceil(width), height: Math.ceil(height) };
    this.#draw();
  }

  /** Takes the element away for good. */
  remove() {
    this.#abort.abort();
    this.#observer.disconnect();
    this.element.remove();
  }

  #draw() {
    const shown = this.#shown && fullscreenElement(document) === null;
    this.#style.textContent = rules(this.#size.width, this.#size.height, shown);
  }

  /** Where the element belongs: everything outside an open modal dialog is inert. */
  #home() {
    const modals = Document.prototype.querySelectorAll.call(document, 'dialog:modal');
    return modals[modals.length - 1] ?? documentElement(document);
  }

  #isMarked() {
    return this.element.attributes.length !== 1 || this.element.getAttribute('popover') !== 'manual';
  }

  /** Takes away what the page wrote on our element: `inert` or `hidden` would shut people out, and without `popover` it cannot come to the front. */
  #clear() {
    for (const { name } of Array.from(this.element.attributes)) {
      if (name !== 'popover') this.element.removeAttribute(name);
    }
    if (this.element.getAttribute('popover') !== 'manual') this.element.popover = 'manual';
  }

  /** Puts the element where it belongs, if it is not there. */
  #settle() {
    if (this.#abort.signal.aborted) return;
    if (this.#isMarked()) {
      if (!this.#mayAnswer()) return this.#giveIn('removed');
      this.#clear();
    }
    this.#checkFading();
    const home = this.#home();
    if (!home) return;
    if (parentNode(this.element) !== home || !isConnected(this.element)) {
      if (!this.#mayAnswer()) return this.#giveIn('removed');
      move(home, this.element);
      this.#watch(home);
    }
    this.#raise();
  }

  /** @param {Element} home */
  #watch(home) {
    this.#observer.disconnect();
    this.#observer.observe(this.element, { attributes: true });
    this.#observer.observe(home, { childList: true });
    this.#observer.observe(document, { childList: true });
    // `showModal` and `close` set and remove `open`; watching every attribute would be felt.
    const root = documentElement(document);
    if (root) this.#observer.observe(root, { childList: true, subtree: home !== root, attributes: true, attributeFilter: ['style', 'class'] });
    for (const dialog of document.querySelectorAll('dialog')) this.#observer.observe(dialog, { attributes: true, attributeFilter: ['open'] });
  }

  /** Comes to the front of the top layer. */
  #raise() {
    if (!this.#shown || !isConnected(this.element)) return;
    try {
      // Nothing happens where it is open already.
      this.element.showPopover();
    } catch {
      // Not connected any more, or the document is not active: nothing to show then.
    }
  }

  /** @param {Event} event */
  #toggled(event) {
    if (!this.#shown || !(event instanceof ToggleEvent)) return;
    if (event.target === this.element) {
      if (event.newState === 'closed' && this.#mayAnswer()) this.#raise();
      return;
    }
    this.#settle();
    // Something else came to the front.
    if (event.newState === 'open' && this.element.matches(':popover-open') && this.#mayAnswer()) {
      this.element.hidePopover();
      this.#raise();
    }
  }

  /** Looks at styles when the page next draws, which computes them anyway. */
  #checkFading() {
    if (this.#checking) return;
    this.#checking = true;
    requestAnimationFrame(() => {
      this.#checking = false;
      if (!this.#abort.signal.aborted && this.#faded()) this.#giveIn('covered');
    });
  }

  #faded() {
    const root = documentElement(document);
    if (!root || !this.#shown) return false;
    const style = getComputedStyle(root);
    return Number(style.opacity) < OPAQUE || /opacity|brightness\(0/.test(style.filter);
  }

  #mayAnswer() {
    const now = performance.now();
    this.#answers = this.#answers.filter((at) => now - at < WINDOW);
    return this.#answers.push(now) <= MAX_ANSWERS;
  }

  /** @param {'removed' | 'covered'} reason */
  #giveIn(reason) {
    this.remove();
    this.#onGone(reason);
  }
}

/**
 * Moves without reloading a frame inside, where the browser can.
 * @param {Element} parent
 * @param {Element} element
 */
function move(parent, element) {
  const mover = /** @type {{moveBefore?: (node: Node, before: Node | null) => void}} */ (/** @type {unknown} */ (parent)).moveBefore;
  if (mover && isConnected(element)) mover.call(parent, element, null);
  else Element.prototype.append.call(parent, element);
}
