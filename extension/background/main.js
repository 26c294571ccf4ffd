// The service worker (in Firefox the event page): badge and new tabs. It may be stopped at any time, so it keeps nothing.

import init, { badge, opening } from '../wasm/background.js';

/** @type {Promise<unknown> | null} */
let ready = null;

// Registered at once, at the top level: a message is what starts the worker.
chrome.runtime.onMessage.addListener((message, sender) => {
  // Only our own content script in a page's top frame speaks for a tab.
  if (sender.id !== chrome.runtime.id || sender.tab?.id === undefined || sender.frameId !== 0) return;
  void serve(message, sender.tab);
});

/**
 * @param {unknown} message
 * @param {chrome.tabs.Tab} tab
 */
async function serve(message, tab) {
  ready ??= init({ module_or_path: new URL('../wasm/background_bg.wasm', import.meta.url) });
  await ready;
  const url = opening(message);
  if (url !== undefined) {
    await chrome.tabs.create({ url, openerTabId: tab.id, index: tab.index + 1 });
    return;
  }
  const shown = badge(message);
  if (shown === undefined || tab.id === undefined) return;
  const tabId = tab.id;
  try {
    await chrome.action.setBadgeText({ tabId, text: shown.text });
    await chrome.action.setBadgeBackgroundColor({ tabId, color: shown.color });
    await chrome.action.setBadgeTextColor({ tabId, color: '#ffffff' });
    await chrome.action.setTitle({ tabId, title: shown.title });
  } catch {
    // The tab was closed meanwhile.
  }
}
