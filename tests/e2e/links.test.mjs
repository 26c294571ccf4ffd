// What opens, where, and what never does.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { KIND } from './lib/browser.mjs';
import { overlay } from './lib/overlay.mjs';
import { shot } from './lib/shot.mjs';
import { Stage } from './lib/stage.mjs';
import { until } from './lib/until.mjs';

const STRICT = '/pages/assistant.html?strict';

const stage = new Stage({ headers: { [STRICT]: { 'Content-Security-Policy': "default-src 'none'" } } });

const SETTING = 'https://tarnwick.example/settings/privacy';

/** The addresses of all tabs. */
const addresses = async () => (await stage.running.browser.pages()).map((page) => page.url());

for (const path of ['/pages/assistant.html', STRICT]) {
  test(`${path}: the page's own opt-out link opens in a new tab, and nothing else moves`, async () => {
    const page = await stage.open(path);
    const shown = await overlay(page);
    const before = await addresses();
    const here = page.url();
    await shown.click(`[data-href="${SETTING}"]`);
    // Nobody answers there: what counts is that the browser was sent there.
    const opened = await until('a tab opens', async () => {
      const pages = await stage.running.browser.pages();
      return pages.length > before.length ? pages.find((one) => !before.includes(one.url())) : null;
    });
    assert.equal(page.url(), here);
    await until('the tab goes to the setting', async () => (await sentTo(opened)) === SETTING);
    assert.equal((await addresses()).length, before.length + 1);
    await opened.close();
    await page.close();
  });
}

/**
 * Where a tab was sent, whoever answered there.
 * @param {import('puppeteer-core').Page} page
 */
async function sentTo(page) {
  return KIND === 'chrome' ? page.target().url() : page.evaluate(() => location.href);
}

test('script, plain and data links of a page are never offered', async () => {
  const page = await stage.open('/pages/links.html');
  const shown = await overlay(page);
  const text = await shown.text();
  assert.match(text, /unless you opt out/);
  const offered = await shown.evaluate((root) => Array.from(root.querySelectorAll('[data-href], [href], [src]'), (one) => one.getAttribute('data-href') ?? one.getAttribute('href') ?? one.getAttribute('src') ?? ''));
  for (const address of offered) assert.match(address, /^(https:\/\/|mailto:)/);
  assert.ok(!offered.some((address) => address.includes('pellbrook.example/preferences')), offered.join(' '));
  assert.equal(await page.title(), 'Pellbrook Terms of Use');
  await shot(page, 'links');
});
