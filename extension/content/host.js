// Hosts one reading of a page: our element, the engine (here, or in a frame where the page forbids WebAssembly), and what the popup asks for.
// Loaded by the gate only on pages that are worth a look.
//
// Modules here import one another by their full dynamic address: behind a dynamic address (`use_dynamic_url`) Chrome resolves relative
// ones against the extension's static address, which pages and content scripts are refused.

const { Box } = /** @type {typeof import('./box.js')} */ (await import(chrome.runtime.getURL('content/box.js')));
const { FrameSession } = /** @type {typeof import('./frame-link.js')} */ (await import(chrome.runtime.getURL('content/frame-link.js')));
const { Port } = /** @type {typeof import('./port/port.js')} */ (await import(chrome.runtime.getURL('content/port/port.js')));
const { inSlices } = /** @type {typeof import('./port/pause.js')} */ (await import(chrome.runtime.getURL('content/port/pause.js')));
const { run } = /** @type {typeof import('./run.js')} */ (await import(chrome.runtime.getURL('content/run.js')));
const { Watch } = /** @type {typeof import('./watch.js')} */ (await import(chrome.runtime.getURL('content/watch.js')));

/** @typedef {import('../types.js').PageState} PageState */
/** @typedef {import('../types.js').Setting} Setting */
/** @typedef {import('../types.js').ToBackground} ToBackground */

/** The smallest module there is: whether the page's policy lets WebAssembly be compiled here. */
function mayCompile() {
  try {
    new WebAssembly.Module(Uint8Array.of(0, 0x61, 0x73, 0x6d, 1, 0, 0, 0));
    return true;
  } catch {
    return false;
  }
}

/** @implements {import('../types.js').Host} */
export class PageHost {
  /** @type {PageState} */ page = { state: 'idle' };
  #abort = new AbortController();
  /** @type {Reading | null} */ #reading = null;

  /**
   * Reads the page as it is now, from the start.
   * @param {boolean} forced whatever the page seems to be
   */
  async read(forced) {
    this.#drop();
    const reading = new Reading(forced, (state) => {
      if (this.#reading === reading) this.#state(state);
    });
    this.#reading = reading;
    await reading.run();
  }

  /** Shows the overlay again, with the keyboard in it. */
  show() {
    if (this.#reading?.open()) return;
    void this.read(true);
  }

  /** Takes everything away. */
  stop() {
    this.#abort.abort();
    this.#drop();
    this.#state({ state: 'idle' });
  }

  #drop() {
    this.#reading?.end();
    this.#reading = null;
  }

  /** @param {PageState} state */
  #state(state) {
    this.page = state;
    const badge = state.state === 'report' ? { position: state.report.position, clauses: state.report.clauses.length } : {};
    tell({ kind: 'badge', state: state.state, ...badge });
  }
}

/** One reading: from the snapshot to the overlay, and the overlay's life. */
class Reading {
  #forced;
  #onState;
  #abort = new AbortController();
  #box;
  #port;
  /** @type {import('../types.js').Session | FrameSession | null} */ #session = null;
  #closed = false;

  /**
   * @param {boolean} forced
   * @param {(state: PageState) => void} onState
   */
  constructor(forced, onState) {
    this.#forced = forced;
    this.#onState = onState;
    this.#box = new Box(() => this.end());
    this.#port = new Port(
      {
        element: this.#box.element,
        tell,
        state: (state) => this.#state(state),
        resize: (width, height) => this.#box.resize(width, height),
        close: () => this.#close(),
        setting,
        remember: (key, value) => void chrome.storage.local.set({ [key]: value }),
      },
      this.#abort.signal,
    );
  }

  async run() {
    const { signal } = this.#abort;
    try {
      this.#box.attach();
      const inFrame = !mayCompile();
      this.#session = inFrame
        ? await FrameSession.open(this.#box, this.#port, innerWidth, signal)
        : await open(this.#port, this.#box.root);
      signal.throwIfAborted();
      const read = this.#session instanceof FrameSession
        ? await this.#session.run(this.#forced)
        : await run(inSlices, this.#session, this.#port, this.#forced, signal);
      if (!read) return this.end();
      addEventListener('resize', () => this.#session?.resized(innerWidth), { signal });
      new Watch(this.#box.element, signal, () => void this.#port.redraw());
    } catch (error) {
      if (signal.aborted) return;
      this.end();
      this.#onState({ state: 'failed', reason: error instanceof Error ? error.message : String(error) });
    }
  }

  /** Brings a closed overlay back; whether there was one. */
  open() {
    if (this.#abort.signal.aborted || !this.#session) return false;
    this.#closed = false;
    this.#box.show(true);
    this.#session.focus();
    return true;
  }

  end() {
    if (this.#abort.signal.aborted) return;
    this.#abort.abort(new DOMException('the reading ended', 'AbortError'));
    this.#box.remove();
    try {
      this.#session?.free();
    } catch {
      // A module that trapped cannot be freed; it goes with its last reference.
    }
    this.#session = null;
  }

  /** @param {PageState} state */
  #state(state) {
    if (this.#abort.signal.aborted) return;
    this.#onState(state);
    if (state.state === 'report' && !this.#closed) this.#box.show(true);
  }

  /** Closed for this visit: the report stays, for the popup. */
  #close() {
    this.#closed = true;
    this.#box.show(false);
    this.#port.highlight(new Uint32Array(0), -1);
  }
}

/**
 * A WASM instance of its own in the content script.
 * @param {Port} port
 * @param {ShadowRoot} root
 * @returns {Promise<import('../types.js').Session>}
 */
async function open(port, root) {
  const { default: init, Session } = /** @type {typeof import('../wasm/content.js')} */ (await import(chrome.runtime.getURL('wasm/content.js')));
  await init({ module_or_path: fetch(chrome.runtime.getURL('wasm/content_bg.wasm')) });
  return new Session(port, root, innerWidth);
}

/** @param {string} key @returns {Promise<Setting>} */
async function setting(key) {
  const value = (await chrome.storage.local.get(key))[key];
  return typeof value === 'string' || typeof value === 'boolean' ? value : null;
}

/** @param {ToBackground} message */
function tell(message) {
  // The worker may be starting, or gone for good after an update; neither is this page's trouble.
  void chrome.runtime.sendMessage(message).catch(() => {});
}
