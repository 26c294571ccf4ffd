// Ways into closed shadow roots and extension frames in Firefox, over WebDriver BiDi.

import { contextOf, send } from './bidi.mjs';

/** @typedef {import('./overlay.mjs').World} World */
/** @typedef {{ url: string, context: string, children: Context[] | null }} Context */

/** Functions run in a sandbox, out of the page's reach. */
const SANDBOX = 'clauselight-tests';

/**
 * @param {import('puppeteer-core').Page} page
 * @returns {Promise<import('./overlay.mjs').Worlds>}
 */
export async function firefoxWorld(page) {
  const top = contextOf(page);

  /**
   * @param {string} context
   * @param {object} root A BiDi value: the node to call beside.
   * @param {Function} fn
   * @param {unknown[]} args
   */
  async function call(context, root, fn, args) {
    const answer = await send(page, 'script.callFunction', {
      functionDeclaration: `async (root, json) => JSON.stringify(await (${fn})(root, ...JSON.parse(json)))`,
      arguments: [root, { type: 'string', value: JSON.stringify(args) }],
      target: { context, sandbox: SANDBOX },
      awaitPromise: true,
    });
    if (answer.type === 'exception') throw new Error(answer.exceptionDetails.text);
    return answer.result.value === undefined ? undefined : JSON.parse(answer.result.value);
  }

  /**
   * @param {string} context
   * @param {string} expression
   */
  async function node(context, expression) {
    const answer = await send(page, 'script.evaluate', {
      expression,
      target: { context, sandbox: SANDBOX },
      awaitPromise: false,
      serializationOptions: { maxDomDepth: 0, includeShadowTree: 'all' },
    });
    if (answer.type === 'exception') throw new Error(answer.exceptionDetails.text);
    return answer.result;
  }

  /**
   * @param {string} tag
   * @returns {Promise<World>}
   */
  async function shadow(tag) {
    const host = await node(top, `document.querySelector(${JSON.stringify(tag)})`);
    const sharedId = host.value?.shadowRoot?.sharedId;
    if (!sharedId) throw new Error(`${tag} has no shadow root`);
    return { call: (fn, ...args) => call(top, { sharedId }, fn, args) };
  }

  /** @returns {Promise<World>} */
  async function frame() {
    const context = await extensionFrame();
    const { sharedId } = await node(context, 'document.body');
    return { call: (fn, ...args) => call(context, { sharedId }, fn, args) };
  }

  /** The frame's address is its own only once it is loaded; puppeteer does not learn of that. */
  async function extensionFrame() {
    for (let tries = 0; tries < 2000; tries += 1) {
      const { contexts } = /** @type {{ contexts: Context[] }} */ (await send(page, 'browsingContext.getTree', { root: top }));
      const found = contexts[0]?.children?.find((child) => child.url.startsWith('moz-extension://'));
      if (found) return found.context;
    }
    throw new Error('the extension frame was not loaded');
  }

  return { shadow, frame };
}
