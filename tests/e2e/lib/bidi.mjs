// WebDriver BiDi commands that puppeteer has no interface for, over its own connection to Firefox.
// The only place that reaches behind puppeteer's public interface.

/**
 * Sends a command and returns its result.
 * @param {import('puppeteer-core').Page} page
 * @param {string} method
 * @param {object} parameters
 * @returns {Promise<any>}
 */
export async function send(page, method, parameters) {
  const { connection } = /** @type {any} */ (page.browser());
  return (await connection.send(method, parameters)).result;
}

/**
 * The id of a tab's top-level browsing context.
 * @param {import('puppeteer-core').Page} page
 * @returns {string}
 */
export function contextOf(page) {
  return /** @type {any} */ (page.mainFrame())._id;
}
