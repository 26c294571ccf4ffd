// Ways into closed shadow roots and extension frames in Chromium, over the DevTools protocol.

/** @typedef {import('./overlay.mjs').World} World */

/**
 * @param {import('puppeteer-core').Page} page
 * @returns {Promise<import('./overlay.mjs').Worlds>}
 */
export async function chromeWorld(page) {
  const session = await page.createCDPSession();

  /**
   * @param {string} tag
   * @returns {Promise<World>}
   */
  async function shadow(tag) {
    const { root } = await session.send('DOM.getDocument', { depth: 0 });
    const { nodeId } = await session.send('DOM.querySelector', { nodeId: root.nodeId, selector: tag });
    if (nodeId === 0) throw new Error(`there is no ${tag}`);
    const { node } = await session.send('DOM.describeNode', { nodeId, depth: 1, pierce: true });
    const inner = node.shadowRoots?.[0];
    if (!inner) throw new Error(`${tag} has no shadow root`);
    const { frameTree } = await session.send('Page.getFrameTree');
    const { executionContextId } = await session.send('Page.createIsolatedWorld', { frameId: frameTree.frame.id, worldName: 'clauselight-tests' });
    const { object } = await session.send('DOM.resolveNode', { backendNodeId: inner.backendNodeId, executionContextId });
    return { call: (fn, ...args) => callOn(String(object.objectId), fn, args) };
  }

  /**
   * @param {string} objectId
   * @param {Function} fn
   * @param {unknown[]} args
   */
  async function callOn(objectId, fn, args) {
    const { result, exceptionDetails } = await session.send('Runtime.callFunctionOn', {
      objectId,
      functionDeclaration: `function (...args) { return (${fn})(this, ...args); }`,
      arguments: args.map((value) => ({ value })),
      returnByValue: true,
      awaitPromise: true,
      userGesture: false,
    });
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    return result.value;
  }

  /** @returns {Promise<World>} */
  async function frame() {
    const found = await page.waitForFrame((one) => one.url().startsWith('chrome-extension://'));
    return {
      // An extension page is not hostile: its own world will do.
      call: (fn, ...args) => found.evaluate(`(async () => (${fn})(document.body, ...${JSON.stringify(args)}))()`),
    };
  }

  return { shadow, frame };
}
