// The popup asks the content script of the tab in front what it knows, and draws the answer. It needs no `tabs` permission.

import init, { popup } from '../wasm/pages.js';

/** @typedef {import('../types.js').FromPopup} FromPopup */
/** @typedef {import('../types.js').ToPopup & {leftAlone?: boolean}} ToPopup */

/** Milliseconds between two questions while the page is being read. */
const AGAIN = 250;

/**
 * Asks the page and draws the answer; goes on asking while the page is being read.
 * @param {FromPopup} question
 */
async function draw(question) {
  const answer = await ask(question);
  if (answer) answer.leftAlone = (await chrome.storage.local.get(offKey(answer)))[offKey(answer)] === true;
  const now = JSON.stringify(answer);
  if (now !== last) popup(document.body, answer, (action, url) => void act(action, url));
  last = now;
  const state = answer?.page.state;
  if (state === 'reading' || (question.kind !== 'state' && (state === 'idle' || state === 'ordinary'))) {
    setTimeout(() => void draw({ kind: 'state' }), AGAIN);
  }
}

/** Where "not on this site" is kept. @param {ToPopup} answer */
const offKey = (answer) => `off:${answer.host}`;

/**
 * @param {FromPopup} question
 * @returns {Promise<ToPopup | null>} `null` where no content script may run
 */
async function ask(question) {
  if (tab?.id === undefined) return null;
  try {
    return await chrome.tabs.sendMessage(tab.id, question, { frameId: 0 });
  } catch {
    return null;
  }
}

/**
 * @param {string} action as `crates/pages` names them
 * @param {string} url of a link, checked
 */
async function act(action, url) {
  if (action === 'open') {
    if (/^(https:\/\/|mailto:)/i.test(url)) await chrome.tabs.create({ url });
    close();
  } else if (action === 'show') {
    await ask({ kind: 'show' });
    close();
  } else if (action === 'analyse') {
    await draw({ kind: 'analyse' });
  } else if (action === 'back') {
    const answer = await ask({ kind: 'state' });
    if (answer) await chrome.storage.local.remove(offKey(answer));
    await draw({ kind: 'look' });
  }
}

const [[tab]] = await Promise.all([
  chrome.tabs.query({ active: true, currentWindow: true }),
  init({ module_or_path: new URL('../wasm/pages_bg.wasm', import.meta.url) }),
]);
let last = '';
await draw({ kind: 'state' });
