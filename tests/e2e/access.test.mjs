// axe-core finds nothing wrong with the overlay and the popup, in any of their states, in light and dark.

import assert from 'node:assert/strict';
import path from 'node:path';
import { mkdir } from 'node:fs/promises';
import { after, before, describe, test } from 'node:test';
import { violations } from './lib/axe.mjs';
import { KIND, launch } from './lib/browser.mjs';
import { overlay } from './lib/overlay.mjs';
import { FINDINGS, FIXTURES } from './lib/paths.mjs';
import { serve } from './lib/server.mjs';
import { shot } from './lib/shot.mjs';
import { toolbar } from './lib/toolbar.mjs';

const NAMES = ['assistant', 'bank', 'social', 'notes', 'help', 'links'];

for (const dark of [false, true]) {
  const theme = dark ? 'dark' : 'light';
  describe(theme, () => {
    /** @type {import('./lib/browser.mjs').Running} */
    let running;
    /** @type {import('./lib/server.mjs').Server} */
    let server;
    before(async () => {
      server = await serve(FIXTURES, Object.fromEntries(NAMES.map((name) => [`/pages/${name}.html?strict`, { 'Content-Security-Policy': "script-src 'self'" }])));
      running = await launch({ dark });
    });
    after(async () => {
      await running?.close();
      await server?.close();
    });

    /** @param {string} address @param {string} [host] */
    async function open(address, host = 'fixtures.example') {
      const page = await running.page();
      await page.goto(`http://${host}:${server.port}${address}`);
      return page;
    }

    // Strict, too: in Chromium's frame, axe can tell the contrast.
    for (const name of NAMES.flatMap((name) => [`${name}.html`, `${name}.html?strict`])) {
      test(`${theme}: the overlay on ${name}`, async () => {
        const page = await open(`/pages/${name}`);
        const shown = await overlay(page);
        assert.equal(await shown.evaluate(() => matchMedia('(prefers-color-scheme: dark)').matches), dark);
        await shot(page, `access-${theme}-${name}`);
        assert.deepEqual(await violations((fn) => shown.evaluate(fn)), []);
      });
    }

    test(`${theme}: the pill`, async () => {
      const page = await open('/pages/assistant.html', 'pill.example');
      const shown = await overlay(page);
      await shown.click('[aria-label="Make small"]');
      await shown.waitFor('.pill:not([hidden])');
      assert.deepEqual(await violations((fn) => shown.evaluate(fn)), []);
      await shot(page, `access-${theme}-pill`);
      await shown.click('.pill-open');
    });

    for (const [name, address, host] of [
      ['this-page', '/pages/assistant.html', 'fixtures.example'],
      ['platform', '/pages/news.html', 'www.overleaf.com'],
      ['no-record', '/pages/news.html', 'fixtures.example'],
    ]) {
      test(`${theme}: the popup, ${name}`, async () => {
        const page = await open(address, host);
        if (name === 'this-page') await overlay(page);
        const popup = await toolbar(running).press(page);
        assert.equal(await popup.evaluate(() => matchMedia('(prefers-color-scheme: dark)').matches), dark);
        assert.deepEqual(await violations((fn) => popup.evaluate(fn)), []);
        await mkdir(path.join(FINDINGS, KIND), { recursive: true });
        await popup.screenshot(path.join(FINDINGS, KIND, `access-${theme}-popup-${name}.png`));
      });
    }
  });
}
