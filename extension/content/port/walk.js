// Walks what a page shows, in reading order: open shadow roots with their slots, closed `<details>` and same-origin frames included.

const { attribute, baseURI, body, childNodes, defaultView, innerDocument, localName, nodeType, ownerDocument, shadowRoot, text } = /** @type {typeof import('./dom.js')} */ (await import(chrome.runtime.getURL('content/port/dom.js')));
const { DocumentBuilder, HEADING, LIST_ITEM, PLAIN } = /** @type {typeof import('./builder.js')} */ (await import(chrome.runtime.getURL('content/port/builder.js')));
const { Regions, nameOf } = /** @type {typeof import('./regions.js')} */ (await import(chrome.runtime.getURL('content/port/regions.js')));
const { Table, headingLevel, holdsCaptions, isControl, isInline, isLayout, isList, isSeen, isUnread, isUnrendered, keepsLines } = /** @type {typeof import('./rules.js')} */ (await import(chrome.runtime.getURL('content/port/rules.js')));

/** @typedef {import('./builder.js').Kind} Kind */
/**
 * What holds for the children of a node.
 * @typedef {object} Context
 * @property {Kind} kind of the text here
 * @property {Kind | null} cell everything in a cell is a block of that cell
 * @property {import('./rules.js').Table | null} table `null` where there is none, or one that only lays out the page
 * @property {number} depth of lists
 * @property {number} region
 * @property {boolean} linked inside a link
 * @property {boolean} seen whether text directly here can be seen
 * @property {boolean} lines whether line feeds are shown
 * @property {boolean} captions whether captions of controls are read
 */
/**
 * @typedef {object} Frame
 * @property {ArrayLike<Node>} nodes
 * @property {number} next
 * @property {Context} context
 * @property {boolean} block whether leaving ends a block
 * @property {{href: string, from: number} | null} link that ends with this frame
 */

/** Nodes looked at in one page. */
const MAX_NODES = 1_000_000;
/** Nesting of elements, shadow roots and frames. */
const MAX_DEPTH = 1024;
/** Text of one node taken at once. */
const CHUNK = 64 * 1024;

/** @type {Context} */
const OUTERMOST = { kind: PLAIN, cell: null, table: null, depth: 0, region: 0, linked: false, seen: true, lines: false, captions: false };

export class Walk {
  builder = new DocumentBuilder();
  regions = new Regions();
  /** The region of each block. @type {number[]} */ owners = [];
  #own;
  /** @type {Frame[]} */ #stack = [];
  /** Open links. @type {{href: string, from: number}[]} */ #links = [];
  #nodes = 0;
  #tables = 0;
  /** A line break came last: another one ends the block. */
  #broken = false;
  #region = 0;
  /** @type {{node: Text, at: number} | null} */ #long = null;

  /**
   * @param {Document} page
   * @param {Element | null} own our own element, which is not read
   */
  constructor(page, own) {
    this.#own = own;
    const root = body(page);
    if (root) this.#push([root], OUTERMOST, false, null);
  }

  /** Looks at one node (or at some text of a long one); whether any is left. */
  step() {
    if (this.builder.truncated) return false;
    const frame = this.#stack.at(-1);
    if (!frame) return false;
    if (this.#long) {
      this.#text(this.#long.node, this.#long.at, frame.context);
      return true;
    }
    const node = frame.nodes[frame.next];
    if (!node) {
      this.#leave(frame);
      return this.#stack.length > 0;
    }
    frame.next += 1;
    this.#nodes += 1;
    if (this.#nodes > MAX_NODES) {
      this.builder.truncated = true;
      return false;
    }
    const type = nodeType(node);
    if (type === Node.TEXT_NODE && frame.context.seen) this.#text(/** @type {Text} */ (node), 0, frame.context);
    if (type === Node.ELEMENT_NODE && this.#stack.length < MAX_DEPTH) this.#element(/** @type {Element} */ (node), frame.context);
    return true;
  }

  /** The finished text. */
  finish() {
    this.#newBlock(OUTERMOST);
    return this.builder.finish();
  }

  /**
   * @param {ArrayLike<Node>} nodes
   * @param {Context} context
   * @param {boolean} block
   * @param {{href: string, from: number} | null} link
   */
  #push(nodes, context, block, link) {
    // A copy: the page may change while we rest.
    this.#stack.push({ nodes: Array.from(nodes), next: 0, context, block, link });
    if (link) this.#links.push(link);
  }

  /** @param {Frame} frame */
  #leave(frame) {
    if (frame.link) {
      this.builder.linkFrom(frame.link.from, frame.link.href);
      this.#links.pop();
    }
    this.#stack.pop();
    if (frame.block) this.#newBlock(this.#stack.at(-1)?.context ?? OUTERMOST);
  }

  /**
   * Ends the block at hand; a link that goes on is one link in each block.
   * @param {Context} context
   */
  #newBlock(context) {
    for (const link of this.#links) this.builder.linkFrom(link.from, link.href);
    if (!this.builder.empty) this.owners.push(this.#region);
    this.builder.block(context.kind);
    this.#region = context.region;
    for (const link of this.#links) link.from = this.builder.here;
    this.#broken = false;
  }

  /**
   * @param {Text} node
   * @param {number} from
   * @param {Context} context
   */
  #text(node, from, context) {
    const data = text(node);
    const to = Math.min(data.length, from + CHUNK);
    for (let at = from; at < to; ) {
      const feed = context.lines ? data.indexOf('\n', at) : -1;
      const end = feed === -1 ? to : Math.min(feed, to);
      const before = this.builder.here;
      this.builder.text(data.slice(at, end), node, at);
      const added = this.builder.here - before;
      if (added > 0) {
        this.#broken = false;
        this.regions.count(context.region, added, context.linked);
      }
      if (feed !== -1 && feed < to) this.#lineBreak(context);
      at = end + 1 > to ? to : feed === end ? end + 1 : end;
    }
    this.#long = to < data.length ? { node, at: to } : null;
  }

  /** Two line breaks with nothing between them part blocks. @param {Context} context */
  #lineBreak(context) {
    if (this.#broken) this.#newBlock(context);
    else this.builder.text(' ');
    this.#broken = true;
  }

  /**
   * @param {Element} element
   * @param {Context} outer
   */
  #element(element, outer) {
    const name = localName(element);
    if (element === this.#own || isUnread(name)) return;
    if (name === 'br') return this.#lineBreak(outer);
    if (isControl(name) && !outer.captions) return;
    const page = ownerDocument(element);
    const view = page && defaultView(page);
    const style = view?.getComputedStyle(element);
    if (!style || isUnrendered(element, style)) return;
    const role = attribute(element, 'role')?.trim().toLowerCase() ?? null;
    const cell = name === 'td' || name === 'th';
    const block = cell || !isInline(style.display);
    const context = { ...outer, seen: isSeen(style), lines: keepsLines(style) };
    this.#mean(element, name, role, context);
    if (block) {
      context.region = this.regions.add(outer.region, nameOf(element, name, role));
      this.#newBlock(context);
    } else if (style.display.startsWith('inline-')) this.builder.text(' ');
    const href = name === 'a' ? attribute(element, 'href') : null;
    if (href !== null) context.linked = true;
    const link = href === null ? null : { href: resolve(href.trim(), page), from: this.builder.here };
    this.#push(this.#children(element, name), context, block, link);
  }

  /**
   * What an element means for the text in it.
   * @param {Element} element
   * @param {string} name
   * @param {string | null} role
   * @param {Context} context changed
   */
  #mean(element, name, role, context) {
    const level = headingLevel(element, name, role);
    if (holdsCaptions(name, level)) context.captions = true;
    if (level > 0) context.kind = context.cell ?? [HEADING, level, 0, 0];
    else if (isList(name, role)) context.depth = Math.min(255, context.depth + 1);
    else if (name === 'li' || name === 'dt' || role === 'listitem') context.kind = context.cell ?? [LIST_ITEM, Math.max(1, context.depth), 0, 0];
    else if (name === 'dd') context.kind = context.cell ?? [LIST_ITEM, Math.min(255, context.depth + 1), 0, 0];
    else if (name === 'table') context.table = isLayout(element) ? null : new Table(this.#tables++);
    else if (name === 'thead' || name === 'tbody' || name === 'tfoot') {
      if (context.table) context.table.head = name === 'thead';
    } else if (name === 'tr') context.table?.row();
    else if (name === 'td' || name === 'th') {
      context.cell = context.table?.cell(element, name === 'th') ?? null;
      context.kind = context.cell ?? PLAIN;
    } else if (name === 'iframe') Object.assign(context, { kind: PLAIN, cell: null, table: null });
  }

  /**
   * What is shown inside an element.
   * @param {Element} element
   * @param {string} name
   * @returns {ArrayLike<Node>}
   */
  #children(element, name) {
    if (name === 'iframe') {
      const inner = innerDocument(element);
      const root = inner && body(inner);
      return root ? [root] : [];
    }
    if (name === 'slot') {
      const assigned = HTMLSlotElement.prototype.assignedNodes.call(element);
      if (assigned.length > 0) return assigned;
    }
    return childNodes(shadowRoot(element) ?? element);
  }
}

/**
 * A link's target as written, or resolved where the page's own address is not its base.
 * @param {string} href
 * @param {Document | null} page
 */
function resolve(href, page) {
  const base = page ? baseURI(page) : '';
  if (base.split('#')[0] === location.href.split('#')[0] || href.startsWith('#')) return href;
  try {
    return new URL(href, base).href;
  } catch {
    return href;
  }
}
