// The page port: the only code that touches the page (see ARCHITECTURE.md). One object for one reading of one page.

const { clean, draw } = /** @type {typeof import('./highlight.js')} */ (await import(chrome.runtime.getURL('content/port/highlight.js')));
const { scrollToRange } = /** @type {typeof import('./scroll.js')} */ (await import(chrome.runtime.getURL('content/port/scroll.js')));
const { Snapshot } = /** @type {typeof import('./snapshot.js')} */ (await import(chrome.runtime.getURL('content/port/snapshot.js')));

/** @typedef {import('../../types.js').PagePort} PagePort */
/** @typedef {import('../../types.js').Surroundings} Surroundings */
/** @typedef {import('./snapshot.js').Snapshot} Look */

/** Addresses that may be opened. */
const OPENABLE = /^(https:\/\/|mailto:)/i;

/** Units of new text that are no new document: clocks, counters, notices. */
const LITTLE = 200;

/** @implements {PagePort} */
export class Port {
  #surroundings;
  #signal;
  /** What Rust was given: its offsets count in this. @type {Look | null} */ #given = null;
  /** The newest look at the page, where it changed since. @type {Look | null} */ #fresh = null;
  /** @type {Uint32Array} */ #ranges = new Uint32Array(0);
  #active = -1;
  #drawing = 0;

  /**
   * @param {Surroundings} surroundings the host's side of the port: box, background, settings
   * @param {AbortSignal} signal ends everything
   */
  constructor(surroundings, signal) {
    this.#surroundings = surroundings;
    this.#signal = signal;
    signal.addEventListener('abort', clean, { once: true });
  }

  async snapshot() {
    this.#given = this.#fresh = await Snapshot.take(this.#surroundings.element, this.#signal);
    return this.#given.data;
  }

  /**
   * @param {Uint32Array} ranges pairs of UTF-16 offsets
   * @param {number} active index of the pair to draw stronger, or -1
   */
  highlight(ranges, active) {
    this.#ranges = Uint32Array.from(ranges);
    this.#active = active;
    void this.redraw();
  }

  /** Whether the page now has more than a little text that Rust was not given. Looks at the page again. */
  async hasNewText() {
    if (!this.#given) return false;
    this.#fresh = await Snapshot.take(this.#surroundings.element, this.#signal);
    const known = new Set(this.#given.blocks());
    let units = 0;
    for (const block of this.#fresh.blocks()) if (!known.has(block)) units += block.length;
    return units > LITTLE;
  }

  /** Draws the highlights again, such as after the page replaced its nodes. */
  async redraw() {
    const turn = ++this.#drawing;
    /** @type {Range[]} */ const clauses = [];
    /** @type {Range[]} */ const active = [];
    for (let i = 0; i + 1 < this.#ranges.length; i += 2) {
      const found = await this.#find(this.#ranges[i], this.#ranges[i + 1]);
      if (turn !== this.#drawing || this.#signal.aborted) return;
      if (found) (i / 2 === this.#active ? active : clauses).push(...found);
    }
    draw(clauses, active);
  }

  /**
   * @param {number} start
   * @param {number} end
   * @returns {Promise<boolean>} whether the page still has the place
   */
  async scrollTo(start, end) {
    const found = await this.#find(start, end, true);
    if (!found) return false;
    scrollToRange(found[0]);
    return true;
  }

  /** @param {string} url */
  open(url) {
    if (OPENABLE.test(url)) void this.#surroundings.tell({ kind: 'open', url });
  }

  /** @param {string} text */
  async copy(text) {
    try {
      await navigator.clipboard.writeText(text);
      return true;
    } catch {
      return false;
    }
  }

  /** @param {string} json */
  state(json) {
    this.#surroundings.state(JSON.parse(json));
  }

  /** @param {number} width @param {number} height */
  resize(width, height) {
    this.#surroundings.resize(width, height);
  }

  close() {
    this.#surroundings.close();
  }

  /** @param {string} key */
  setting(key) {
    return this.#surroundings.setting(key);
  }

  /** @param {string} key @param {string | boolean | null} value */
  remember(key, value) {
    void this.#surroundings.remember(key, value);
  }

  /**
   * The place of a stretch of the given text in the page as it is now.
   * @param {number} start
   * @param {number} end
   * @param {boolean} [insist] look at the page again even where that was just done
   */
  async #find(start, end, insist = false) {
    if (!this.#given || !this.#fresh) return null;
    const wanted = this.#given.data.text.slice(start, end);
    const look = (/** @type {Look} */ snapshot) => {
      const at = snapshot.locate(wanted, start);
      return at === -1 ? null : snapshot.ranges(at, at + wanted.length);
    };
    const found = look(this.#fresh);
    if (found || (this.#lookedAt === this.#drawing && !insist)) return found;
    this.#lookedAt = this.#drawing;
    this.#fresh = await Snapshot.take(this.#surroundings.element, this.#signal);
    return look(this.#fresh);
  }

  /** The turn of drawing in which the page was last looked at again: once a turn is enough. */
  #lookedAt = -1;
}
