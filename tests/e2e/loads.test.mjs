// The extension loads in this browser, and its own pages and WASM modules run under its content security policy.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { launch } from './lib/browser.mjs';
import { extensionPage } from './lib/extension.mjs';
import { shot } from './lib/shot.mjs';

/** @type {import('./lib/browser.mjs').Running} */
let running;
before(async () => {
  running = await launch();
});
after(() => running?.close());

test('the manifest is accepted and asks for storage alone', async () => {
  const page = await extensionPage(running, 'popup/popup.html');
  const { name, permissions, hosts } = await page.evaluate(() => {
    const manifest = chrome.runtime.getManifest();
    return { name: manifest.name, permissions: manifest.permissions, hosts: manifest.host_permissions ?? [] };
  });
  assert.equal(name, 'Clauselight');
  assert.deepEqual(permissions, ['storage']);
  assert.deepEqual(hosts, []);
  await shot(page, 'loads-popup');
});

for (const module of ['content', 'background', 'pages']) {
  test(`the WASM module ${module} compiles in an extension page`, async () => {
    const page = await extensionPage(running, 'popup/popup.html');
    const exported = await page.evaluate(async (name) => {
      const response = await fetch(chrome.runtime.getURL(`wasm/${name}_bg.wasm`));
      const compiled = await WebAssembly.compileStreaming(response);
      return WebAssembly.Module.exports(compiled).map((entry) => entry.name);
    }, module);
    assert.ok(exported.includes('memory'), `exports: ${exported}`);
  });
}
