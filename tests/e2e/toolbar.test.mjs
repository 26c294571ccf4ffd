// The toolbar button: its badge tab by tab, and the popup in all its states.

import assert from 'node:assert/strict';
import path from 'node:path';
import { mkdir } from 'node:fs/promises';
import { test } from 'node:test';
import { KIND } from './lib/browser.mjs';
import { overlay, hasOverlay } from './lib/overlay.mjs';
import { FINDINGS } from './lib/paths.mjs';
import { HOST, Stage } from './lib/stage.mjs';
import { until } from './lib/until.mjs';

const stage = new Stage();

/** A platform of the Atlas that browsers let be served without TLS. */
const PLATFORM = { name: 'Overleaf', host: 'www.overleaf.com' };

/** @param {import('./lib/toolbar.mjs').PopupView} popup @param {string} name */
async function picture(popup, name) {
  const folder = path.join(FINDINGS, KIND);
  await mkdir(folder, { recursive: true });
  await popup.screenshot(path.join(folder, `${name}.png`));
}

/** @param {import('./lib/toolbar.mjs').PopupView} popup */
const words = (popup) => popup.evaluate((body) => body.innerText);

/** @param {import('./lib/toolbar.mjs').PopupView} popup @param {string} label */
const press = (popup, label) =>
  popup.evaluate((body, label) => {
    const button = Array.from(body.querySelectorAll('button')).find((one) => one.textContent?.includes(label));
    if (!button) throw new Error(`no button ${label} in ${body.innerText}`);
    button.click();
  }, label);

test('each tab has its own badge: text, colour and tooltip', async () => {
  const wanted = /** @type {const} */ ([
    ['/pages/assistant.html', 'OUT', /unless you opt out \(\d clauses\)/],
    ['/pages/social.html', 'ON', /is used to train AI/],
    ['/pages/notes.html', 'NO', /is not used to train AI/],
    ['/pages/bank.html', '–', /says nothing about training/],
    ['/pages/news.html', '', /^Clauselight$/],
  ]);
  /** @type {import('puppeteer-core').Page[]} */
  const pages = [];
  for (const [address] of wanted) {
    const page = await stage.open(address);
    if (address !== '/pages/news.html') await overlay(page);
    pages.push(page);
  }
  const colors = new Set();
  for (const [i, [address, text, title]] of wanted.entries()) {
    const badge = await until(`the badge of ${address} says ${text}`, async () => {
      const shown = await stage.toolbar.badge(pages[i]);
      return shown.text === text ? shown : null;
    });
    assert.match(badge.title, title);
    if (text !== '') colors.add(badge.color);
  }
  assert.equal(colors.size, 4, Array.from(colors).join(' '));
  for (const page of pages) await page.close();
});

test('the popup shows the summary of this page', async () => {
  const page = await stage.open('/pages/assistant.html');
  await overlay(page);
  const popup = await stage.toolbar.press(page);
  const text = await words(popup);
  for (const part of [/Trains unless you opt out/, /Team/, new RegExp(`${HOST} is not in the dataset`), /not legal advice/]) assert.match(text, part);
  await picture(popup, 'popup-this-page');
});

test('the popup brings a closed overlay back', async () => {
  const page = await stage.open('/pages/assistant.html');
  const shown = await overlay(page);
  await shown.click('.card [aria-label="Close"]');
  await until('the overlay is closed', () => page.$eval('clauselight-overlay', (host) => !host.checkVisibility()));
  const popup = await stage.toolbar.press(page);
  await press(popup, 'Show on the page');
  await until('the overlay is back', () => page.$eval('clauselight-overlay', (host) => host.checkVisibility()));
  await overlay(page);
});

test('on another page of a platform in the Atlas, the popup shows its record', async () => {
  const page = await stage.open('/pages/news.html', PLATFORM.host);
  const popup = await stage.toolbar.press(page);
  const text = await words(popup);
  for (const part of [new RegExp(`Record of ${PLATFORM.name}, reviewed \\d{4}-\\d\\d-\\d\\d`), /Your options/, /How others handle it/, /Its documents/]) assert.match(text, part);
  const links = await popup.evaluate((body) => Array.from(body.querySelectorAll('[data-href]'), (link) => link.getAttribute('data-href')));
  assert.ok(links.length > 2 && links.every((/** @type {string} */ link) => /^(https:\/\/|mailto:)/.test(link)), links.join(' '));
  assert.equal(await hasOverlay(page), false);
  await picture(popup, 'popup-platform');
});

test('on its legal page, the record stands beside what the page says', async () => {
  const page = await stage.open('/pages/social.html', PLATFORM.host);
  const shown = await overlay(page);
  const text = await shown.text();
  assert.match(text, /From our record/);
  assert.doesNotMatch(text, /not in the dataset/);
  assert.match(text, /this platform/);
});

test('without a record the popup says so, and reads the page on demand', async () => {
  const page = await stage.open('/pages/blog.html');
  const popup = await stage.toolbar.press(page);
  assert.match(await words(popup), /No record of this site/);
  await picture(popup, 'popup-no-record');
  await press(popup, 'Read this page anyway');
  const shown = await overlay(page);
  assert.match(await shown.text(), /Clauselight/);
  await until('the popup shows the reading', async () => !/No record of this site/.test(await words(popup)));
  await picture(popup, 'popup-read-anyway');
});

test('a page that is closed to extensions is told to be so', async () => {
  const page = await stage.running.page();
  await page.goto('about:blank');
  const popup = await stage.toolbar.press(page);
  assert.match(await words(popup), /This page cannot be read/);
  await picture(popup, 'popup-unreadable');
});
