// Chromium's toolbar button: pressed over the DevTools protocol, its badge read in the extension's service worker.

import { until } from './until.mjs';

/**
 * @param {import('./browser.mjs').Running} running
 * @returns {import('./toolbar.mjs').Toolbar}
 */
export function chromeToolbar(running) {
  async function extension() {
    const [one] = (await running.browser.extensions()).values();
    if (!one) throw new Error('the extension is not loaded');
    return one;
  }

  return {
    async badge(page) {
      await page.bringToFront();
      // The worker may have been stopped; a page of the extension wakes it and asks the same.
      const [worker] = await (await extension()).workers();
      if (!worker) throw new Error('the service worker does not run');
      return worker.evaluate(async () => {
        const [tab] = await chrome.tabs.query({ active: true, lastFocusedWindow: true });
        const tabId = tab?.id;
        const hex = (/** @type {number[]} */ color) => (color[3] === 0 ? '' : `#${color.slice(0, 3).map((part) => part.toString(16).padStart(2, '0')).join('')}`);
        return {
          text: await chrome.action.getBadgeText({ tabId }),
          color: hex(await chrome.action.getBadgeBackgroundColor({ tabId })),
          title: await chrome.action.getTitle({ tabId }),
        };
      });
    },

    async press(page) {
      await page.bringToFront();
      const known = new Set(running.browser.targets());
      await page.triggerExtensionAction(await extension());
      const target = await running.browser.waitForTarget((one) => !known.has(one) && one.url().endsWith('/popup/popup.html'));
      const popup = await target.asPage();
      await until('the popup draws', () => popup.evaluate(() => document.querySelector('h1') !== null));
      return {
        evaluate: (fn, ...args) => popup.evaluate(`(async () => (${fn})(document.body, ...${JSON.stringify(args)}))()`),
        screenshot: async (path) => void (await popup.screenshot({ path: /** @type {`${string}.png`} */ (path) })),
      };
    },
  };
}
