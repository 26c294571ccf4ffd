// Pages that are none of our business, and one that is though it is no contract.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { KIND } from './lib/browser.mjs';
import { hasOverlay, overlay } from './lib/overlay.mjs';
import { shot } from './lib/shot.mjs';
import { Stage } from './lib/stage.mjs';

const stage = new Stage();

/**
 * Opens a page and notes what of the extension it makes the browser load: the gate, which runs everywhere, is no load.
 * Firefox shows none of that from outside: there, what the gate says must do.
 * @param {string} path
 */
async function watched(path) {
  const page = await stage.running.page();
  /** @type {string[]} */
  const loads = [];
  if (KIND === 'chrome') {
    const session = await page.createCDPSession();
    await session.send('Network.enable');
    session.on('Network.requestWillBeSent', ({ request }) => {
      if (request.url.startsWith('chrome-extension://')) loads.push(new URL(request.url).pathname);
    });
  }
  await page.goto(stage.address(path));
  return { page, loads };
}

/**
 * What the gate in the tab knows; `idle` means that it has loaded nothing. Only the popup is answered.
 * @param {import('./lib/toolbar.mjs').PopupView} popup
 */
const state = (popup) =>
  popup.evaluate(async () => {
    const [tab] = await chrome.tabs.query({ active: true, currentWindow: true });
    return (await chrome.tabs.sendMessage(/** @type {number} */ (tab.id), { kind: 'state' }, { frameId: 0 })).page.state;
  });

/** By the time that a legal page in another tab has been read, this one would have been, too. */
async function meanwhile() {
  const page = await stage.open('/pages/assistant.html');
  await overlay(page);
  await page.close();
}

for (const path of ['/pages/news.html', '/pages/blog.html']) {
  test(`${path}: nothing is loaded, nothing is shown`, async () => {
    const { page, loads } = await watched(path);
    const popup = await stage.toolbar.press(page);
    assert.match(await popup.evaluate((body) => body.innerText), /No record of this site/);
    assert.equal(await state(popup), 'idle');
    await meanwhile();
    assert.equal(await hasOverlay(page), false);
    assert.deepEqual(loads, []);
    assert.equal((await stage.toolbar.badge(page)).text, '');
    await page.bringToFront();
    await shot(page, `ordinary${path.replaceAll('/', '-')}`);
  });
}

test('the watch over loads sees them where there are any', async () => {
  const { page, loads } = await watched('/pages/assistant.html');
  await overlay(page);
  assert.equal(await state(await stage.toolbar.press(page)), 'report');
  assert.equal(loads.includes('/wasm/content_bg.wasm'), KIND === 'chrome', loads.join(' '));
});

test('a help article about training is read as what it is', async () => {
  const page = await stage.open('/pages/help.html');
  const shown = await overlay(page);
  const text = await shown.text();
  assert.match(text, /Help page/);
  assert.match(text, /unless you opt out/);
  await shot(page, 'help');
});
