// Collects what `clauselight_html::main_text` chooses the main text from: a row for each visible block element.

const { attribute } = /** @type {typeof import('./dom.js')} */ (await import(chrome.runtime.getURL('content/port/dom.js')));

/** Numbers in a row: parent, name, units of text, units of linked text. */
const ROW = 4;

export class Regions {
  /** The first row is the page itself. @type {number[]} */ rows = [0, 0, 0, 0];
  /** What elements are called, each once; see `nameOf`. */ names = [''];
  /** @type {Map<string, number>} */ #known = new Map([['', 0]]);

  /**
   * A row for an element that stands in `parent`.
   * @param {number} parent
   * @param {string} name
   */
  add(parent, name) {
    let at = this.#known.get(name);
    if (at === undefined) {
      at = this.names.push(name) - 1;
      this.#known.set(name, at);
    }
    return this.rows.push(parent, at, 0, 0) / ROW - 1;
  }

  /**
   * @param {number} region
   * @param {number} units
   * @param {boolean} linked
   */
  count(region, units, linked) {
    this.rows[region * ROW + 2] += units;
    if (linked) this.rows[region * ROW + 3] += units;
  }
}

/** Units of class words and ids taken of one element. */
const MAX_NAME = 200;

/**
 * What an element is called, for Rust to read: tag, role, flags (`m` aria-modal, `h` aria-hidden), class words and id, parted by line feeds.
 * @param {Element} element
 * @param {string} tag
 * @param {string | null} role
 */
export function nameOf(element, tag, role) {
  const flags = (attribute(element, 'aria-modal') === 'true' ? 'm' : '') + (attribute(element, 'aria-hidden') === 'true' ? 'h' : '');
  const words = `${attribute(element, 'class') ?? ''} ${attribute(element, 'id') ?? ''}`;
  return [tag, (role ?? '').slice(0, MAX_NAME), flags, words.slice(0, MAX_NAME)].map((part) => part.replaceAll('\n', ' ')).join('\n');
}
