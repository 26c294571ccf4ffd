// Brings a place of the page into view: opens what is closed around it and scrolls, and changes nothing else.

const { attribute, defaultView, localName, ownerDocument, parentNode } = /** @type {typeof import('./dom.js')} */ (await import(chrome.runtime.getURL('content/port/dom.js')));

/** Where the top of the place goes, as a part of the height that shows it. */
const FROM_TOP = 0.3;

/**
 * @param {Range} range
 */
export function scrollToRange(range) {
  const ancestors = outwards(range.startContainer);
  for (const element of ancestors) {
    if (localName(element) === 'details') /** @type {HTMLDetailsElement} */ (element).open = true;
    // As the browser does when it finds text there.
    if (attribute(element, 'hidden')?.toLowerCase() === 'until-found') element.removeAttribute('hidden');
  }
  const calm = matchMedia('(prefers-reduced-motion: reduce)').matches;
  const boxes = ancestors.filter(scrolls);
  // The outermost may glide; inner ones must be in place before it is measured.
  boxes.forEach((box, i) => {
    const top = range.getBoundingClientRect().top + offsetOf(range, box);
    const behavior = calm || i < boxes.length - 1 ? 'instant' : 'smooth';
    const root = isScroller(box);
    const height = root ? (viewOf(box)?.innerHeight ?? 0) : box.clientHeight;
    const edge = root ? 0 : box.getBoundingClientRect().top;
    box.scrollBy({ top: top - edge - height * FROM_TOP, behavior });
  });
}

/**
 * The elements around a node, innermost first, out of shadow roots and frames.
 * @param {Node} node
 * @returns {Element[]}
 */
function outwards(node) {
  /** @type {Element[]} */
  const elements = [];
  /** @type {Node | null} */
  let at = node;
  while (at) {
    if (at.nodeType === Node.ELEMENT_NODE) elements.push(/** @type {Element} */ (at));
    at = outer(at);
  }
  return elements;
}

/** @param {Node} node @returns {Node | null} */
function outer(node) {
  if (node.nodeType === Node.DOCUMENT_FRAGMENT_NODE) return /** @type {ShadowRoot} */ (node).host ?? null;
  if (node.nodeType === Node.DOCUMENT_NODE) return defaultView(node)?.frameElement ?? null;
  const slot = /** @type {Element} */ (node).assignedSlot;
  return slot ?? parentNode(node);
}

/** @param {Element} element */
function viewOf(element) {
  const page = ownerDocument(element);
  return page && defaultView(page);
}

/** @param {Element} element */
const isScroller = (element) => element === ownerDocument(element)?.scrollingElement;

/** @param {Element} element */
function scrolls(element) {
  if (isScroller(element)) return true;
  if (element.scrollHeight <= element.clientHeight + 1) return false;
  const overflow = viewOf(element)?.getComputedStyle(element).overflowY;
  return overflow === 'auto' || overflow === 'scroll';
}

/**
 * How far the range's window lies below the box's window, where the range is in a frame inside it.
 * @param {Range} range
 * @param {Element} box
 */
function offsetOf(range, box) {
  const page = ownerDocument(range.startContainer);
  let view = page && defaultView(page);
  let sum = 0;
  while (view && view !== viewOf(box)) {
    const frame = view.frameElement;
    if (!frame) break;
    sum += frame.getBoundingClientRect().top + frame.clientTop;
    view = viewOf(frame);
  }
  return sum;
}
