// What elements of a page mean to a reader of text: the same as in `crates/html`, with computed styles where that has only attributes.

const { attribute, find } = /** @type {typeof import('./dom.js')} */ (await import(chrome.runtime.getURL('content/port/dom.js')));

const UNREAD = new Set(
  ('script style template noscript head object embed audio video canvas map noframes noembed datalist meter progress ' +
    'rp title svg math base link meta param source track img').split(' '),
);
const CONTROLS = new Set(['button', 'select', 'textarea', 'input', 'option', 'optgroup']);
const LISTS = new Set(['ul', 'ol', 'menu', 'dir', 'dl']);

/** @param {string} name local name of an element that never holds running text */
export const isUnread = (name) => UNREAD.has(name);

/** A control's caption is no part of the text, unless a heading or a summary holds it. @param {string} name */
export const isControl = (name) => CONTROLS.has(name);

/** @param {string} name @param {string | null} role */
export const isList = (name, role) => LISTS.has(name) || role === 'list';

/** Elements in which the caption of a control is read. @param {string} name @param {number} level of a heading, or 0 */
export const holdsCaptions = (name, level) => level > 0 || name === 'dt' || name === 'summary';

/** @param {string} display computed */
export const isInline = (display) => display.startsWith('inline') || display === 'contents' || display.startsWith('ruby');

/** Whether line feeds in an element's text are shown. @param {CSSStyleDeclaration} style */
export const keepsLines = (style) => style.whiteSpace.startsWith('pre') || style.whiteSpace === 'break-spaces';

/**
 * Whether an element is not rendered, its descendants included.
 * What anyone can open (a closed `<details>`, `hidden=until-found`) is read.
 * @param {Element} element
 * @param {CSSStyleDeclaration} style
 */
export const isUnrendered = (element, style) =>
  style.display === 'none' ||
  (style.contentVisibility === 'hidden' && attribute(element, 'hidden')?.toLowerCase() !== 'until-found') ||
  // The usual ways to hide text from the eye but not from a screen reader.
  (style.position === 'absolute' &&
    (style.clip === 'rect(0px, 0px, 0px, 0px)' ||
      style.clip === 'rect(1px, 1px, 1px, 1px)' ||
      style.clipPath === 'inset(50%)' ||
      style.clipPath === 'inset(100%)'));

/**
 * Whether the text directly in an element can be seen.
 * @param {CSSStyleDeclaration} style
 */
export const isSeen = (style) => style.visibility === 'visible' && style.fontSize !== '0px';

/**
 * A heading's level, or 0.
 * @param {Element} element
 * @param {string} name
 * @param {string | null} role
 */
export function headingLevel(element, name, role) {
  if (/^h[1-6]$/.test(name)) return Number(name[1]);
  if (role !== 'heading') return 0;
  return Math.max(1, Math.min(6, Number(attribute(element, 'aria-level')) || 2));
}

/**
 * Whether a table only lays out the page: it says so, or has no header and holds other tables or headings, or has a single column.
 * @param {Element} table
 */
export function isLayout(table) {
  const role = attribute(table, 'role');
  if (role === 'presentation' || role === 'none') return true;
  return find(table, 'thead, th') === null && (find(table, 'table, h1, h2, h3') !== null || find(table, 'td + td') === null);
}

/** Rows and columns that one cell may span. */
const MAX_SPAN = 100;

/** Where the cells of a table stand. */
export class Table {
  head = false;
  #row = -1;
  #column = 0;
  /** For each column, the first row that no cell from above covers. @type {number[]} */ #free = [];

  /** @param {number} number of the table in the document */
  constructor(number) {
    this.number = Math.min(number, 0x7fff);
  }

  row() {
    this.#row += 1;
    this.#column = 0;
  }

  /**
   * @param {Element} cell
   * @param {boolean} header
   * @returns {import('./builder.js').Kind}
   */
  cell(cell, header) {
    const span = (/** @type {string} */ name) => Math.max(1, Math.min(MAX_SPAN, Number.parseInt(attribute(cell, name) ?? '1', 10) || 1));
    const row = Math.max(0, this.#row);
    while ((this.#free[this.#column] ?? 0) > row) this.#column += 1;
    const column = this.#column;
    this.#column += span('colspan');
    const rows = span('rowspan');
    for (let at = column; at < this.#column; at++) this.#free[at] = row + rows;
    return [3, (this.number << 1) | Number(header || this.head), Math.min(row, 0xffff), Math.min(column, 0xffff)];
  }
}
