// Pages that put something in front: a modal dialog, a popover, a transformed root.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { activeInView, highlights } from './lib/highlights.mjs';
import { TAG, overlay } from './lib/overlay.mjs';
import { shot } from './lib/shot.mjs';
import { Stage } from './lib/stage.mjs';
import { until } from './lib/until.mjs';

const stage = new Stage();

/**
 * What a person would hit in the middle of the overlay.
 * @param {import('puppeteer-core').Page} page
 */
const hit = (page) =>
  page.evaluate((tag) => {
    const box = document.querySelector(tag)?.getBoundingClientRect();
    return box && document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2)?.localName;
  }, TAG);

/** @param {import('puppeteer-core').Page} page */
async function isUsable(page) {
  const shown = await overlay(page);
  await until('the overlay is in front', async () => (await hit(page)) === TAG);
  await shown.click('[data-clause="0"] .quote');
  await until('a clause is active', async () => (await highlights(page)).active.length === 1);
  return shown;
}

test('with a modal dialog open, the overlay can be used, and the dialog too', async () => {
  const page = await stage.open('/pages/dialog.html');
  await isUsable(page);
  await shot(page, 'dialog');
  await page.click('#agree');
  await until('the overlay has left the dialog', () => page.$eval(TAG, (host) => host.parentElement === document.documentElement));
  await isUsable(page);
  await until('the clause is in view', () => activeInView(page));
});

test('a modal dialog that opens later does not shut the overlay out', async () => {
  const page = await stage.open('/pages/dialog.html');
  await overlay(page);
  await page.click('#agree');
  await isUsable(page);
  await page.evaluate(() => /** @type {HTMLDialogElement} */ (document.querySelector('#consent')).showModal());
  await until('the overlay is inside the dialog', () => page.$eval(TAG, (host) => host.parentElement?.localName === 'dialog'));
  await isUsable(page);
});

test('a popover that opens later does not cover the overlay', async () => {
  const page = await stage.open('/pages/popover.html');
  await overlay(page);
  await page.evaluate(() => /** @type {HTMLElement} */ (document.querySelector('#offer')).showPopover());
  await isUsable(page);
  await shot(page, 'popover');
  await page.click('#no');
  await isUsable(page);
});

test('a transform of the root does not move the overlay', async () => {
  const page = await stage.open('/pages/transform.html');
  await isUsable(page);
  const gap = await page.$eval(TAG, (host) => {
    const box = host.getBoundingClientRect();
    return { right: innerWidth - box.right, bottom: innerHeight - box.bottom, width: box.width };
  });
  // A scroll bar may stand between the box and the window's edge.
  assert.ok(gap.right >= 0 && gap.right <= 20 && Math.abs(gap.bottom) <= 20 && gap.width > 400, JSON.stringify(gap));
  await shot(page, 'transform');
});
