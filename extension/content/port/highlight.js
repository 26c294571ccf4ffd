// Draws clauses where they stand, with the CSS Custom Highlight API: nothing in the page's tree changes.
// The registry is shared with the page: only our own names are set and deleted, and it is never iterated.

const { create, documentElement } = /** @type {typeof import('./dom.js')} */ (await import(chrome.runtime.getURL('content/port/dom.js')));

const CLAUSE = 'clauselight-clause';
const ACTIVE = 'clauselight-active';

// Colour of text and ground together: the page's own may be anything. The page knows the names, and may have rules for them.
const RULES = `
::highlight(${CLAUSE}) { background-color: #ffe9a8 !important; color: #1d1a12 !important; }
::highlight(${ACTIVE}) { background-color: #ffc94d !important; color: #1d1a12 !important; text-decoration: underline 2px #7a4a00 !important; }
`;

/** Roots (documents, open shadow roots) that have our rules, and how to take them out. @type {Map<Node, () => void>} */
const styled = new Map();
/** Windows whose registry holds our names. @type {Set<Window & typeof globalThis>} */
const registries = new Set();

/**
 * Draws all ranges, those in `active` stronger.
 * @param {Range[]} clauses
 * @param {Range[]} active
 */
export function draw(clauses, active) {
  erase();
  for (const [name, ranges, priority] of /** @type {const} */ ([[CLAUSE, clauses, 0], [ACTIVE, active, 1]])) {
    for (const [view, own] of byWindow(ranges)) {
      const highlight = new view.Highlight(...own);
      highlight.priority = priority;
      view.CSS.highlights.set(name, highlight);
      registries.add(view);
    }
  }
  for (const range of clauses.concat(active)) addRules(range.startContainer.getRootNode());
}

/** Takes every highlight away. */
export function erase() {
  for (const view of registries) {
    view.CSS.highlights.delete(CLAUSE);
    view.CSS.highlights.delete(ACTIVE);
  }
  registries.clear();
}

/** Takes highlights and rules away. */
export function clean() {
  erase();
  for (const remove of styled.values()) remove();
  styled.clear();
}

/** @param {Range[]} ranges */
function byWindow(ranges) {
  /** @type {Map<Window & typeof globalThis, Range[]>} */
  const windows = new Map();
  for (const range of ranges) {
    const view = range.startContainer.ownerDocument?.defaultView;
    if (!view?.CSS.highlights) continue;
    const own = windows.get(view);
    if (own) own.push(range);
    else windows.set(view, [range]);
  }
  return windows;
}

/** The rules as one sheet; `null` where content scripts cannot adopt it (Firefox before 153). */
const sheet = (() => {
  try {
    const made = new CSSStyleSheet();
    made.replaceSync(RULES);
    return made;
  } catch {
    return null;
  }
})();

/** @param {Node} root a document or a shadow root */
function addRules(root) {
  const tree = /** @type {Document | ShadowRoot} */ (root);
  if (sheet && adopt(tree, sheet)) return;
  if (styled.has(root)) return;
  const style = create('style');
  style.textContent = RULES;
  (documentElement(root) ?? root).appendChild(style);
  styled.set(root, () => style.remove());
}

/**
 * Adopts the sheet, also where the page took it out since.
 * @param {Document | ShadowRoot} tree
 * @param {CSSStyleSheet} sheet
 */
function adopt(tree, sheet) {
  try {
    if (!tree.adoptedStyleSheets.includes(sheet)) tree.adoptedStyleSheets = [...tree.adoptedStyleSheets, sheet];
    styled.set(tree, () => {
      tree.adoptedStyleSheets = tree.adoptedStyleSheets.filter((other) => other !== sheet);
    });
    return true;
  } catch {
    return false;
  }
}
