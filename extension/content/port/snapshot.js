// Takes a snapshot of what the page shows, in small slices, and finds places of the snapshot in the page again.

const { attribute, documentElement, isConnected, text, title } = /** @type {typeof import('./dom.js')} */ (await import(chrome.runtime.getURL('content/port/dom.js')));
const { inSlices } = /** @type {typeof import('./pause.js')} */ (await import(chrome.runtime.getURL('content/port/pause.js')));
const { Walk } = /** @type {typeof import('./walk.js')} */ (await import(chrome.runtime.getURL('content/port/walk.js')));

/**
 * The page as text; see ARCHITECTURE.md, "Page port".
 * @typedef {object} SnapshotData
 * @property {string} text
 * @property {Uint32Array} blocks
 * @property {{start: number, end: number, href: string}[]} links
 * @property {Uint32Array} owners the region of each block
 * @property {Uint32Array} regions 4 numbers a region: parent, name, units of text, units of linked text
 * @property {string[]} names what regions' elements are called; see `regions.js`
 * @property {string} title
 * @property {string} url
 * @property {string} lang
 * @property {boolean} truncated
 */

export class Snapshot {
  /** @type {SnapshotData} */ data;
  #runs;

  /**
   * @param {SnapshotData} data
   * @param {import('./builder.js').Runs} runs
   */
  constructor(data, runs) {
    this.data = data;
    this.#runs = runs;
  }

  /**
   * @param {Element | null} own our own element, which is not read
   * @param {AbortSignal} signal
   */
  static async take(own, signal) {
    const walk = new Walk(document, own);
    await inSlices(() => walk.step(), signal);
    const { builder } = walk;
    const root = documentElement(document);
    const data = {
      text: walk.finish(),
      blocks: Uint32Array.from(builder.blocks),
      links: builder.links,
      owners: Uint32Array.from(walk.owners),
      regions: Uint32Array.from(walk.regions.rows),
      names: walk.regions.names,
      title: title(document),
      url: location.href,
      lang: (root && attribute(root, 'lang')) ?? '',
      truncated: builder.truncated,
    };
    return new Snapshot(data, builder.runs);
  }

  /**
   * The place in the page of a stretch of text, or null where the page no longer has it there.
   * @param {number} start
   * @param {number} end
   * @returns {Range[] | null} one range a tree, since no range spans two
   */
  ranges(start, end) {
    const { nodes, starts, offsets, lengths } = this.#runs;
    /** @type {Range[]} */
    const ranges = [];
    let range = null;
    let tree = null;
    for (let i = Math.max(0, this.#runs.before(start)); i < nodes.length && starts[i] < end; i++) {
      const from = Math.max(start, starts[i]) - starts[i];
      const to = Math.min(end - starts[i], lengths[i]);
      if (to <= from) continue;
      const node = nodes[i];
      if (!isConnected(node) || !this.#unchanged(i, from, to)) return null;
      const root = node.getRootNode();
      if (!range || root !== tree) {
        tree = root;
        range = new Range();
        range.setStart(node, offsets[i] + from);
        ranges.push(range);
      }
      range.setEnd(node, offsets[i] + to);
    }
    return ranges.length > 0 ? ranges : null;
  }

  /** The texts of the blocks. */
  *blocks() {
    const { text, blocks } = this.data;
    for (let i = 0; i + 2 < blocks.length; i += 6) yield text.slice(blocks[i + 1], blocks[i + 2]);
  }

  /**
   * Where text of an older snapshot stands in this one: at the same place, or the nearest.
   * @param {string} wanted
   * @param {number} near
   * @returns {number} or -1
   */
  locate(wanted, near) {
    const whole = this.data.text;
    if (whole.startsWith(wanted, near)) return near;
    const before = whole.lastIndexOf(wanted, near);
    const after = whole.indexOf(wanted, near);
    return before === -1 || (after !== -1 && after - near < near - before) ? after : before;
  }

  /** @param {number} i @param {number} from @param {number} to */
  #unchanged(i, from, to) {
    const { nodes, starts, offsets } = this.#runs;
    const there = text(nodes[i]).slice(offsets[i] + from, offsets[i] + to);
    const here = this.data.text.slice(starts[i] + from, starts[i] + to);
    // Where one white-space character stood, the snapshot has a space.
    return there === here || there.replace(/\s|\u0085|\u200b/g, ' ') === here;
  }
}
