// What a person does with the overlay: makes it small, closes it, sends it away from a site, and all of that by keyboard.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { activeInView, highlights } from './lib/highlights.mjs';
import { hasOverlay, overlay } from './lib/overlay.mjs';
import { shot } from './lib/shot.mjs';
import { Stage } from './lib/stage.mjs';
import { until } from './lib/until.mjs';

const STRICT = '/pages/assistant.html?strict';

const stage = new Stage({ headers: { [STRICT]: { 'Content-Security-Policy': "default-src 'none'" } } });

/** @typedef {import('./lib/overlay.mjs').Overlay} Overlay */

/** Whether an element of the overlay is shown. @param {Overlay} shown @param {string} selector */
const isShown = (shown, selector) => shown.evaluate((root, selector) => root.querySelector(selector)?.checkVisibility() ?? false, selector);

/** Whether the person sees anything of the overlay. @param {import('puppeteer-core').Page} page */
const isOpen = (page) => page.$$eval('clauselight-overlay', (hosts) => hosts.some((host) => host.checkVisibility()));

/**
 * What has the keyboard inside the overlay: its words, and whether a person can see that it has.
 * @param {Overlay} shown
 */
const focused = (shown) =>
  shown.evaluate((root) => {
    const element = root instanceof ShadowRoot ? root.activeElement : root.ownerDocument.activeElement;
    if (!element || element === root) return null;
    const style = getComputedStyle(element);
    return {
      name: element.getAttribute('aria-label') ?? element.textContent?.trim() ?? '',
      tag: element.localName,
      visible: element.matches(':focus-visible') && (style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 1),
      inView: element.getBoundingClientRect().height > 0,
    };
  });

/**
 * Presses Tab until something with this name has the keyboard; the names passed on the way.
 * @param {import('puppeteer-core').Page} page
 * @param {Overlay} shown
 * @param {RegExp} name
 */
async function tabTo(page, shown, name) {
  const passed = [];
  for (let presses = 0; presses < 80; presses += 1) {
    await page.keyboard.press('Tab');
    const now = await focused(shown);
    if (!now) continue;
    assert.ok(now.visible && now.inView, `the focus on ${now.tag} ${now.name} is not seen`);
    passed.push(now.name);
    if (name.test(now.name)) return passed;
  }
  throw new Error(`no ${name} by Tab; passed ${passed.join(' | ')}`);
}

test('made small it is a pill, and it stays one until it is opened', async () => {
  const page = await stage.open('/pages/assistant.html', 'small.example');
  const shown = await overlay(page);
  await shown.click('[aria-label="Make small"]');
  assert.equal(await isShown(shown, '.card'), false);
  assert.equal(await isShown(shown, '.pill'), true);
  const box = await page.$eval('clauselight-overlay', (host) => host.getBoundingClientRect().height);
  await until('the box has shrunk', () => page.$eval('clauselight-overlay', (host) => host.getBoundingClientRect().height < 120));
  assert.ok(box > 0);
  await shot(page, 'pill');

  await page.reload();
  const again = await overlay(page);
  assert.equal(await isShown(again, '.pill'), true);
  await again.click('.pill-open');
  assert.equal(await isShown(again, '.card'), true);
  await until('the box has grown', () => page.$eval('clauselight-overlay', (host) => host.getBoundingClientRect().height > 300));
  await page.reload();
  assert.equal(await isShown(await overlay(page), '.card'), true);
});

for (const path of ['/pages/assistant.html', STRICT]) {
  test(`${path}: Esc closes it, and the highlights go`, async () => {
    const page = await stage.open(path, 'esc.example');
    const shown = await overlay(page);
    await until('the clauses are highlighted', async () => (await highlights(page)).clauses.length > 0);
    await shown.click('[data-clause="0"] .quote');
    await page.keyboard.press('Escape');
    await until('the overlay is closed', async () => !(await isOpen(page)));
    await until('the highlights are gone', async () => (await highlights(page)).clauses.length + (await highlights(page)).active.length === 0);
  });

  test(`${path}: everything can be done by keyboard`, async () => {
    const page = await stage.open(path, 'keys.example');
    const shown = await overlay(page);
    const passed = await tabTo(page, shown, /Show in page/);
    assert.ok(passed.indexOf('Make small') < passed.indexOf('Close') && passed.includes('Close'), passed.join(' | '));
    await page.keyboard.press('Enter');
    await until('the clause is active', async () => (await highlights(page)).active.length === 1);
    await until('the clause is in view', () => activeInView(page));
    await shot(page, `keyboard-${shown.host}`);

    await tabTo(page, shown, /^Next clause$/);
    const before = (await highlights(page)).active[0];
    await page.keyboard.press(' ');
    await until('the next clause is active', async () => ![undefined, before].includes((await highlights(page)).active[0]));
    await tabTo(page, shown, /^Not on this site$/);

    // Back to the front, the other way round.
    for (let presses = 0; presses < 80 && (await focused(shown))?.name !== 'Make small'; presses += 1) {
      await page.keyboard.down('Shift');
      await page.keyboard.press('Tab');
      await page.keyboard.up('Shift');
    }
    await page.keyboard.press(' ');
    await until('it is small', () => isShown(shown, '.pill'));
    assert.match((await focused(shown))?.name ?? '', /Open Clauselight/);
    await page.keyboard.press('Enter');
    await until('it is large', () => isShown(shown, '.card'));
    assert.equal((await focused(shown))?.name, 'Make small');
    await page.keyboard.press('Escape');
    await until('the overlay is closed', async () => !(await isOpen(page)));
  });
}

test('keys pressed in the overlay are not heard by the page', async () => {
  const page = await stage.open('/pages/assistant.html', 'heard.example');
  const shown = await overlay(page);
  await page.evaluate(() => {
    const heard = /** @type {any} */ (globalThis).heard = /** @type {string[]} */ ([]);
    for (const type of ['keydown', 'keyup', 'click', 'pointerdown']) document.addEventListener(type, () => heard.push(type));
  });
  await shown.click('[data-clause="0"] .quote');
  await page.keyboard.press('j');
  await until('the clause is active', async () => (await highlights(page)).active.length === 1);
  assert.deepEqual(await page.evaluate(() => /** @type {any} */ (globalThis).heard), []);
});

test('"not on this site" is remembered, on this site alone, and can be taken back', async () => {
  const page = await stage.open('/pages/assistant.html', 'away.example');
  const shown = await overlay(page);
  await shown.click('footer > .quiet-button');
  await until('the overlay is closed', async () => !(await isOpen(page)));
  await page.reload();
  // By the time that the same page of another site has been read, this one would have been, too.
  const other = await stage.open('/pages/assistant.html', 'other.example');
  await overlay(other);
  await other.close();
  assert.equal(await hasOverlay(page), false);

  const popup = await stage.toolbar.press(page);
  assert.match(await popup.evaluate((body) => body.innerText), /stays away from this site, as you asked/);
  await popup.evaluate((body) => {
    const button = Array.from(body.querySelectorAll('button')).find((one) => one.textContent === 'Show it here again');
    if (!button) throw new Error('no way back');
    button.click();
  });
  await overlay(page);
  await page.reload();
  await overlay(page);
});
