// Firefox's toolbar button: read and pressed from the browser's own window, since WebDriver has no commands for it.

import { writeFile } from 'node:fs/promises';
import { send } from './bidi.mjs';
import { until } from './until.mjs';

const ID = 'extension@clauselight.example';

/** @typedef {import('puppeteer-core').Page} Page */

/** @returns {import('./toolbar.mjs').Toolbar} */
export function firefoxToolbar() {
  return {
    async badge(page) {
      await page.bringToFront();
      return inWindow(page, badge);
    },

    async press(page) {
      await page.bringToFront();
      await inWindow(page, openPopup);
      /** @type {import('./toolbar.mjs').PopupView['evaluate']} */
      const evaluate = async (fn, ...args) => {
        const { value, error } = JSON.parse(await inWindow(page, inPopup, String(fn), args));
        if (error) throw new Error(error);
        return value;
      };
      await until('the popup draws', () => evaluate((body) => body.querySelector('h1') !== null).catch(() => false));
      return {
        evaluate,
        screenshot: async (path) => writeFile(path, Buffer.from(await inWindow(page, picture), 'base64')),
      };
    },
  };
}

/**
 * Calls `fn(window, extension, ...args)` in the browser's own window, with its powers.
 * @param {Page} page
 * @param {(window: any, extension: any, ...args: any[]) => any} fn
 * @param {unknown[]} args Anything JSON holds.
 */
async function inWindow(page, fn, ...args) {
  const { contexts } = await send(page, 'browsingContext.getTree', { 'moz:scope': 'chrome' });
  const answer = await send(page, 'script.callFunction', {
    functionDeclaration: `async (json) => {
      const extension = WebExtensionPolicy.getByID(${JSON.stringify(ID)}).extension;
      return JSON.stringify(await (${fn})(window, extension, ...JSON.parse(json))) ?? 'null';
    }`,
    arguments: [{ type: 'string', value: JSON.stringify(args) }],
    target: { context: contexts[0].context },
    awaitPromise: true,
  });
  if (answer.type === 'exception') throw new Error(answer.exceptionDetails.text);
  return JSON.parse(answer.result.value);
}

/** @param {any} window @param {any} extension */
function badge(window, extension) {
  const { ExtensionParent } = window.ChromeUtils.importESModule('resource://gre/modules/ExtensionParent.sys.mjs');
  const { action } = ExtensionParent.apiManager.global.browserActionFor(extension);
  const shown = action.getContextData(window.gBrowser.selectedTab);
  const color = shown.badgeBackgroundColor;
  const hex = (/** @type {number} */ part) => part.toString(16).padStart(2, '0');
  return {
    text: shown.badgeText ?? '',
    color: color?.[3] ? `#${color.slice(0, 3).map(hex).join('')}` : '',
    title: shown.title ?? '',
  };
}

/** @param {any} window @param {any} extension */
async function openPopup(window, extension) {
  const { ExtensionParent } = window.ChromeUtils.importESModule('resource://gre/modules/ExtensionParent.sys.mjs');
  const { CustomizableUI } = window.ChromeUtils.importESModule('moz-src:///browser/components/customizableui/CustomizableUI.sys.mjs');
  const open = Array.from(extension.views, (/** @type {any} */ view) => (view.viewType === 'popup' ? view.xulBrowser : null)).filter(Boolean);
  for (const old of open) {
    const gone = new Promise((resolve) => old.closest('panel').addEventListener('popuphidden', resolve, { once: true }));
    CustomizableUI.hidePanelForNode(old);
    await gone;
  }
  await ExtensionParent.apiManager.global.browserActionFor(extension).openPopup(window, false);
}

/**
 * Calls a function in the popup, by a frame script.
 * @param {any} window
 * @param {any} extension
 * @param {string} source
 * @param {unknown[]} args
 */
function inPopup(window, extension, source, args) {
  const view = Array.from(extension.views).find((/** @type {any} */ one) => one.viewType === 'popup');
  const { messageManager } = /** @type {any} */ (view)?.xulBrowser ?? {};
  if (!messageManager) throw new Error('no popup is open');
  const name = `clauselight-tests-${window.Math.random()}`;
  const call = `(async () => JSON.stringify({ value: await (${source})(document.body, ...${JSON.stringify(args)}) }))()`;
  const script = `
    const box = new Cu.Sandbox(content, { sandboxPrototype: content, wantXrays: false });
    const say = (answer) => sendAsyncMessage(${JSON.stringify(name)}, answer);
    Cu.evalInSandbox(${JSON.stringify(call)}, box).then(say, (error) => say(JSON.stringify({ error: String(error) })));`;
  return new Promise((resolve) => {
    messageManager.addMessageListener(name, function take(/** @type {{ data: string }} */ message) {
      messageManager.removeMessageListener(name, take);
      resolve(message.data);
    });
    messageManager.loadFrameScript(`data:application/javascript,${encodeURIComponent(script)}`, false);
  });
}

/** What the popup shows, as PNG in base64. @param {any} window @param {any} extension */
async function picture(window, extension) {
  const view = Array.from(extension.views).find((/** @type {any} */ one) => one.viewType === 'popup');
  const shown = await /** @type {any} */ (view).xulBrowser.browsingContext.currentWindowGlobal.drawSnapshot(null, 1, 'white');
  const canvas = new window.OffscreenCanvas(shown.width, shown.height);
  canvas.getContext('2d').drawImage(shown, 0, 0);
  const bytes = new Uint8Array(await (await canvas.convertToBlob()).arrayBuffer());
  return window.btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
}
