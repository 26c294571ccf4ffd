// Builds the text, blocks and links of a Document exactly as `engine::DocumentBuilder` does, and remembers where in the page each run of text came from.
// `crates/content/tests/fold.rs` puts the same cases through both.

/** Kinds of block, as numbers in `blocks` (see ARCHITECTURE.md, "Page port"). */
export const HEADING = 0;
export const PARAGRAPH = 1;
export const LIST_ITEM = 2;
export const CELL = 3;

/** UTF-16 units kept; no unit takes more than 3 bytes, so that this stays below `engine::MAX_TEXT_BYTES`. */
export const MAX_UNITS = Math.floor((16 * 1024 * 1024 - 5) / 3);

/** White space as Rust's `char::is_whitespace` has it, with the zero-width space and the byte order mark. */
const SPACE = /[\s\u0085\u200b\ufeff]+/g;

/** @typedef {readonly [kind: number, a: number, b: number, c: number]} Kind */
/** @type {Kind} */
export const PLAIN = [PARAGRAPH, 0, 0, 0];

/** Runs of text that stand in one node as they stand in the document: parallel lists, ascending by `start`. */
export class Runs {
  /** @type {Text[]} */ nodes = [];
  /** @type {number[]} */ starts = [];
  /** @type {number[]} */ offsets = [];
  /** @type {number[]} */ lengths = [];

  /**
   * @param {Text} node
   * @param {number} start
   * @param {number} offset
   * @param {number} length
   */
  add(node, start, offset, length) {
    const last = this.nodes.length - 1;
    if (this.nodes[last] === node) {
      const skipped = start - (this.starts[last] + this.lengths[last]);
      if (skipped === offset - (this.offsets[last] + this.lengths[last]) && skipped <= 1) {
        this.lengths[last] += skipped + length;
        return;
      }
    }
    this.nodes.push(node);
    this.starts.push(start);
    this.offsets.push(offset);
    this.lengths.push(length);
  }

  /**
   * Index of the last run that starts at or before `at`, or -1.
   * @param {number} at
   */
  before(at) {
    let low = 0;
    let high = this.starts.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.starts[middle] <= at) low = middle + 1;
      else high = middle;
    }
    return low - 1;
  }
}

export class DocumentBuilder {
  /** @type {string[]} */ #closed = [];
  #start = 0;
  #current = '';
  /** @type {Kind | null} */ #open = null;
  #gap = false;
  /** @type {number[]} */ blocks = [];
  /** @type {{start: number, end: number, href: string}[]} */ links = [];
  runs = new Runs();
  truncated = false;

  /** Units of text so far: mark a place before adding text, to link over it with `linkFrom`. */
  get here() {
    return this.#start + this.#current.length;
  }

  /** Whether the block at hand has no text yet. */
  get empty() {
    return this.#current === '';
  }

  /**
   * Ends the block at hand and begins one of this kind.
   * @param {Kind} kind
   */
  block(kind) {
    this.#close();
    this.#open = kind;
  }

  /**
   * Adds text to the block at hand (a paragraph is opened where there is none).
   * @param {string} data
   * @param {Text | null} [node] where it stands in the page
   * @param {number} [base] offset of `data` in that node
   */
  text(data, node = null, base = 0) {
    this.#open ??= PLAIN;
    let from = 0;
    while (from < data.length) {
      SPACE.lastIndex = from;
      const space = SPACE.exec(data);
      const end = space ? space.index : data.length;
      if (end > from) this.#word(data.slice(from, end), node, base + from);
      if (!space || this.truncated) return;
      this.#gap = true;
      from = SPACE.lastIndex;
    }
  }

  /**
   * Makes everything added since `from` (see `here`) a link, within the block at hand.
   * @param {number} from
   * @param {string} href
   */
  linkFrom(from, href) {
    if (!this.#open) return;
    const inside = Math.max(from, this.#start) - this.#start;
    const start = this.#start + (this.#current[inside] === ' ' ? inside + 1 : inside);
    if (start < this.here) this.links.push({ start, end: this.here, href });
  }

  /** The finished text; `blocks`, `links` and `runs` are complete then too. */
  finish() {
    this.#close();
    this.links.sort((a, b) => a.start - b.start || a.end - b.end);
    return this.#closed.join('');
  }

  /**
   * @param {string} word
   * @param {Text | null} node
   * @param {number} offset
   */
  #word(word, node, offset) {
    if (this.here + word.length + 1 > MAX_UNITS) {
      this.truncated = true;
      return;
    }
    if (this.#gap && this.#current !== '') this.#current += ' ';
    this.#gap = false;
    if (node) this.runs.add(node, this.here, offset, word.length);
    this.#current += word;
  }

  #close() {
    this.#gap = false;
    if (this.#open && this.#current !== '') {
      const [kind, a, b, c] = this.#open;
      this.blocks.push(kind, this.#start, this.here, a, b, c);
      this.#closed.push(this.#current, '\n');
      this.#start += this.#current.length + 1;
      this.#current = '';
    }
    this.#open = null;
  }
}
