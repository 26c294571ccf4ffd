// Reads the DOM past "clobbering": a form's fields and named images shadow properties of forms and of the document,
// so that `form.firstChild` or `document.title` can be whatever the page likes. The prototypes' own getters are not shadowed.

/**
 * @template T
 * @param {object} prototype
 * @param {string} name
 * @returns {(node: Node) => T}
 */
function getter(prototype, name) {
  const get = Object.getOwnPropertyDescriptor(prototype, name)?.get;
  if (!get) throw new Error(`no getter for ${name}`);
  return (node) => get.call(node);
}

/** @type {(node: Node) => NodeListOf<ChildNode>} */
export const childNodes = getter(Node.prototype, 'childNodes');
/** @type {(node: Node) => number} */
export const nodeType = getter(Node.prototype, 'nodeType');
/** @type {(node: Node) => Node | null} */
export const parentNode = getter(Node.prototype, 'parentNode');
/** @type {(node: Node) => boolean} */
export const isConnected = getter(Node.prototype, 'isConnected');
/** @type {(node: Node) => Document | null} */
export const ownerDocument = getter(Node.prototype, 'ownerDocument');
/** @type {(node: Node) => string} */
export const baseURI = getter(Node.prototype, 'baseURI');
/** @type {(node: Node) => ShadowRoot | null} */
export const shadowRoot = getter(Element.prototype, 'shadowRoot');
/** @type {(node: Node) => string} */
export const localName = getter(Element.prototype, 'localName');
/** @type {(node: Node) => string} */
export const text = getter(CharacterData.prototype, 'data');
/** @type {(node: Node) => string} */
export const title = getter(Document.prototype, 'title');
/** @type {(node: Node) => HTMLElement | null} */
export const body = getter(Document.prototype, 'body');
const rootOf = getter(Document.prototype, 'documentElement');
/** The root element of a document; `null` for any other node. @type {(node: Node) => Element | null} */
export const documentElement = (node) => (nodeType(node) === Node.DOCUMENT_NODE ? /** @type {Element | null} */ (rootOf(node)) : null);
/** @type {(node: Node) => Window | null} */
export const defaultView = getter(Document.prototype, 'defaultView');
/** @type {(node: Node) => Element | null} */
export const fullscreenElement = getter(Document.prototype, 'fullscreenElement');

/**
 * @param {Element} element
 * @param {string} name
 * @returns {string | null}
 */
export const attribute = (element, name) => Element.prototype.getAttribute.call(element, name);

/**
 * @param {Element | Document} node
 * @param {string} selector
 * @returns {Element | null}
 */
export const find = (node, selector) =>
  nodeType(node) === Node.DOCUMENT_NODE
    ? Document.prototype.querySelector.call(node, selector)
    : Element.prototype.querySelector.call(node, selector);

/**
 * @param {string} name
 * @returns {HTMLElement}
 */
export const create = (name) => Document.prototype.createElement.call(document, name);

/**
 * The document inside a frame, where its origin lets this script see it.
 * @param {Element} frame
 * @returns {Document | null}
 */
export function innerDocument(frame) {
  try {
    return /** @type {HTMLIFrameElement} */ (frame).contentDocument;
  } catch {
    return null;
  }
}
