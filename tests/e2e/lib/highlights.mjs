// What is highlighted in a page, as the page itself can see it: the registry of highlights is shared.

/** White space as a reader sees it. @param {string} text */
export const fold = (text) => text.replace(/\s+/g, ' ').trim();

/**
 * The words of all highlighted clauses and of the active one, folded.
 * @param {import('puppeteer-core').Page} page
 * @returns {Promise<{ clauses: string[], active: string[] }>}
 */
export async function highlights(page) {
  // Uses nothing that a hostile page may have broken.
  const [clauses, active] = await page.evaluate(() => {
    const names = ['clauselight-clause', 'clauselight-active'];
    /** @type {string[][]} */
    const all = [[], []];
    for (let i = 0; i < 2; i += 1) {
      CSS.highlights.get(names[i])?.forEach((range) => {
        all[i][all[i].length] = String(range);
      });
    }
    return all;
  });
  return { clauses: clauses.map(fold), active: active.map(fold) };
}

/**
 * Whether the active clause stands inside the window, and what is seen at its first letter.
 * @param {import('puppeteer-core').Page} page
 */
export function activeInView(page) {
  return page.evaluate(() => {
    let inside = false;
    CSS.highlights.get('clauselight-active')?.forEach((range) => {
      const box = /** @type {Range} */ (range).getBoundingClientRect();
      if (box.height > 0 && box.top >= 0 && box.bottom <= innerHeight) inside = true;
    });
    return inside;
  });
}
