// Pages that build themselves late, or move on without loading.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { highlights } from './lib/highlights.mjs';
import { hasOverlay, overlay } from './lib/overlay.mjs';
import { shot } from './lib/shot.mjs';
import { Stage } from './lib/stage.mjs';
import { until } from './lib/until.mjs';

const stage = new Stage();

test('text that comes after the page has loaded is read', async () => {
  const page = await stage.open('/pages/late.html');
  const shown = await overlay(page);
  assert.match(await shown.text(), /unless you opt out/);
  await until('the clauses are highlighted', async () => (await highlights(page)).clauses.length > 0);
  await shot(page, 'late');
});

test('the overlay comes with the terms and goes with them, and the badge with it', async () => {
  const page = await stage.open('/pages/spa.html');
  await page.waitForSelector('main');
  assert.equal(await hasOverlay(page), false);

  for (const round of [1, 2]) {
    await page.click('#to-terms');
    const shown = await overlay(page);
    assert.match(await shown.text(), /unless you opt out/);
    await until('the badge says so', async () => (await stage.toolbar.badge(page)).text === 'OUT');
    await shot(page, `spa-terms-${round}`);

    await (round === 1 ? page.click('#to-news') : page.goBack());
    await until('the overlay goes', async () => !(await hasOverlay(page)));
    await until('the badge goes', async () => (await stage.toolbar.badge(page)).text === '');
    await until('the highlights go', async () => (await highlights(page)).clauses.length === 0);
  }
  await shot(page, 'spa-article');
});

test('when the page draws its text anew, the clauses are highlighted again', async () => {
  const page = await stage.open('/pages/assistant.html');
  await overlay(page);
  await until('the clauses are highlighted', async () => (await highlights(page)).clauses.length > 0);
  const before = await highlights(page);
  await page.evaluate(() => {
    const main = /** @type {HTMLElement} */ (document.querySelector('main'));
    main.replaceWith(main.cloneNode(true));
  });
  await until('the new text is highlighted', async () => JSON.stringify(await highlights(page)) === JSON.stringify(before));
});
