// Opens the extension's own pages (popup, options) in a tab.

import { contextOf, send } from './bidi.mjs';

/**
 * @param {import('./browser.mjs').Running} running
 * @param {string} path The page inside the extension, such as `popup/popup.html`.
 * @returns {Promise<import('puppeteer-core').Page>}
 */
export async function extensionPage(running, path) {
  const page = await running.page();
  const url = `${running.origin}/${path}`;
  if (running.kind === 'chrome') await page.goto(url);
  // puppeteer waits for events that Firefox does not send for extension pages; the command itself ends with the load.
  else await send(page, 'browsingContext.navigate', { context: contextOf(page), url, wait: 'complete' });
  return page;
}
