// What is highlighted in a page, as the page itself can see it: the registry of highlights is shared.

/** Ends a range's words. */
const END = '\u0001';

/** White space as a reader sees it. @param {string} text */
export const fold = (text) => text.replace(/\s+/g, ' ').trim();

/**
 * The words of all highlighted clauses and of the active one, folded.
 * @param {import('puppeteer-core').Page} page
 * @returns {Promise<{ clauses: string[], active: string[] }>}
 */
export async function highlights(page) {
  // As one string each: a hostile page may have broken lists, for the protocol, too.
  const words = async (/** @type {string} */ name) => {
    const joined = await page.evaluate(
      (name, end) => {
        let joined = '';
        CSS.highlights.get(name)?.forEach((range) => {
          joined += String(range) + end;
        });
        return joined;
      },
      name,
      END,
    );
    return joined.split(END).slice(0, -1).map(fold);
  };
  return { clauses: await words('clauselight-clause'), active: await words('clauselight-active') };
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
