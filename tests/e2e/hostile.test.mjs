// A page that does its worst: it breaks the language's tools, styles and throws out our element, covers everything,
// looks for the extension, and forges messages, presses and keys. Once with the engine in the page, once in the frame.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { KIND } from './lib/browser.mjs';
import { fold, highlights } from './lib/highlights.mjs';
import { TAG, overlay } from './lib/overlay.mjs';
import { shot } from './lib/shot.mjs';
import { Stage } from './lib/stage.mjs';
import { until } from './lib/until.mjs';

const STRICT = '/pages/hostile.html?strict';

const stage = new Stage({ headers: { [STRICT]: { 'Content-Security-Policy': "script-src 'self'" } } });

/** Lets the page try everything again, and says what it has got hold of. @param {import('puppeteer-core').Page} page */
const raid = (page) =>
  page.evaluate(async () => {
    const { probe, forge, harass, loot } = /** @type {any} */ (globalThis);
    await probe();
    forge();
    harass();
    return String(loot.found);
  });

/** @param {import('puppeteer-core').Page} page */
const inFront = (page) =>
  page.evaluate((tag) => {
    const box = document.getElementsByTagName(tag)[0]?.getBoundingClientRect();
    return box !== undefined && document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2)?.localName === tag;
  }, TAG);

for (const path of ['/pages/hostile.html', STRICT]) {
  test(`${path}: the overlay stays in front, whole and usable`, async () => {
    const page = await stage.open(path);
    await until('the page has thrown the overlay out three times', () => page.evaluate(() => /** @type {any} */ (globalThis).loot.overlays >= 3));
    const shown = await overlay(page);
    await until('the overlay is in front', () => inFront(page));
    assert.equal(shown.host, path === STRICT && KIND === 'chrome' ? 'frame' : 'content');
    const box = await page.evaluate((tag) => {
      const { x, y, width, height } = document.getElementsByTagName(tag)[0].getBoundingClientRect();
      return { x, y, width, height };
    }, TAG);
    assert.ok(box.width > 400 && box.height > 300 && box.x > 0 && box.y > 0, JSON.stringify(box));
    const fonts = await shown.evaluate((root) => {
      const style = getComputedStyle(/** @type {Element} */ (root.querySelector('.headline')));
      return { size: style.fontSize, weight: style.fontWeight, opacity: style.opacity };
    });
    assert.deepEqual(fonts, { size: '20px', weight: fonts.weight, opacity: '1' });
    assert.ok(Number(fonts.weight) >= 600, fonts.weight);

    await shown.click('[data-clause="0"] .quote');
    const quote = fold(await shown.evaluate((root) => root.querySelector('[data-clause="0"] .quote-text')?.textContent ?? ''));
    await until('the clause is active', async () => (await highlights(page)).active[0] === quote);
    const ground = await page.$eval('#training', (element) => getComputedStyle(element, '::highlight(clauselight-active)').backgroundColor);
    assert.equal(ground, 'rgb(255, 201, 77)');
    await shot(page, `hostile-${shown.host}${path === STRICT ? '-strict' : ''}`);
    await page.close();
  });

  test(`${path}: nothing forged takes effect, and nothing can be read`, async () => {
    const page = await stage.open(path);
    await until('the page has thrown the overlay out three times', () => page.evaluate(() => /** @type {any} */ (globalThis).loot.overlays >= 3));
    const shown = await overlay(page);
    const headline = () => shown.evaluate((root) => root.querySelector('.headline')?.textContent);
    const before = await headline();
    const badge = await until('the badge says what the page says', async () => {
      const shown = await stage.toolbar.badge(page);
      return shown.text === '' ? null : shown;
    });
    const tabs = (await stage.running.browser.pages()).length;
    assert.equal(await raid(page), '');

    // A real press comes after the forged ones: when it has been served, they have been.
    await shown.click('[data-clause="1"] .quote');
    await until('the clause is active', async () => (await highlights(page)).active.length === 1);
    assert.equal(await headline(), before);
    assert.ok(await inFront(page), 'the overlay was closed');
    assert.equal((await stage.running.browser.pages()).length, tabs);
    assert.deepEqual(await stage.toolbar.badge(page), badge);
    assert.equal(await shown.evaluate((root) => root.querySelector('.card')?.checkVisibility()), true);
    // Of a person's press the page learns that there was one, and not on what.
    assert.equal(await page.evaluate(() => /** @type {any} */ (globalThis).loot.found), '');
    await page.close();
  });
}

test('the page cannot tell by an address that the extension is there', async () => {
  const page = await stage.open('/pages/social.html');
  const shown = await overlay(page);
  assert.equal(shown.host, 'content');
  // In Firefox the origin is drawn by lot and the page cannot know it: what it does not know it cannot ask for.
  const origin = KIND === 'chrome' ? stage.running.origin : 'moz-extension://clauselight';
  const paths = ['content/gate.js', 'content/host.js', 'frame/frame.html', 'wasm/content.js', 'wasm/content_bg.wasm', 'popup/popup.html', 'icons/16.png', 'manifest.json'];
  const found = await page.evaluate(
    async (addresses) => {
      /** @type {string[]} */
      const found = [];
      for (const address of addresses) {
        await fetch(address, { mode: 'no-cors' }).then(() => found.push(`fetch ${address}`), () => {});
        for (const tag of /** @type {const} */ (['script', 'img'])) {
          const element = document.createElement(tag);
          const loaded = new Promise((resolve) => {
            element.onload = () => resolve(true);
            element.onerror = () => resolve(false);
          });
          element.src = address;
          document.head.append(element);
          if (await loaded) found.push(`${tag} ${address}`);
        }
      }
      return found;
    },
    paths.map((path) => `${origin}/${path}`),
  );
  assert.deepEqual(found, []);
});
