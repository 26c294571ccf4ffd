// Runs axe-core beside the overlay or in the popup, as they are shipped.

import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';

/** @type {Promise<string> | null} */
let source = null;

/**
 * What axe finds wrong or cannot tell, one line each; empty where all is well.
 * @param {(fn: any) => Promise<any>} evaluate Calls a function beside the view, with its root (see `overlay.mjs`, `toolbar.mjs`).
 * @returns {Promise<string[]>}
 */
export async function violations(evaluate) {
  source ??= readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
  // As text, since the policy of extension pages forbids to compile it there.
  return evaluate(`async (root) => {
    if (!globalThis.axe) { ${await source} }
    return (${check})(root, globalThis.axe ?? window.axe);
  }`);
}

/**
 * @param {ShadowRoot | HTMLElement} root
 * @param {any} axe
 */
async function check(root, axe) {
  const host = root instanceof ShadowRoot ? root.host : root;
  // axe looks into open roots only; in this world of ours, this one is open.
  if (root instanceof ShadowRoot) Object.defineProperty(host, 'shadowRoot', { value: root, configurable: true });
  for (const details of root.querySelectorAll('details')) details.open = true;
  const { violations, incomplete, passes } = await axe.run(host);
  if (passes.length < 10) return [`only ${passes.length} rules had anything to look at`];
  // Contrast cannot be told in the top layer of a page; the same views are measured in the frame and in the popup.
  const open = incomplete.filter((/** @type {any} */ found) => found.id !== 'color-contrast' || !(root instanceof ShadowRoot));
  return violations.concat(open).flatMap((/** @type {any} */ found) => found.nodes.map((/** @type {any} */ node) => `${found.id} (${found.impact}): ${node.target.flat().join(' ')}: ${node.failureSummary.replace(/\s+/g, ' ')}`));
}
