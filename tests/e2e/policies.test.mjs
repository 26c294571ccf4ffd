// Pages whose content security policy forbids nearly everything: the overlay says there what it says anywhere.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { KIND } from './lib/browser.mjs';
import { activeInView, highlights } from './lib/highlights.mjs';
import { overlay } from './lib/overlay.mjs';
import { shot } from './lib/shot.mjs';
import { HOST, Stage } from './lib/stage.mjs';
import { until } from './lib/until.mjs';

/** Chromium asks the page's policy whether a content script may compile WebAssembly; Firefox does not. */
const FORBIDDEN = KIND === 'chrome' ? 'frame' : 'content';

const POLICIES = {
  none: "default-src 'none'; require-trusted-types-for 'script'; trusted-types 'none'",
  self: "script-src 'self'",
  nonce: "script-src 'nonce-4AEemGb0xJptoIGFP3Nd' 'strict-dynamic'; object-src 'none'; base-uri 'none'",
};

const stage = new Stage({
  headers: Object.fromEntries(Object.entries(POLICIES).map(([name, policy]) => [`/pages/assistant.html?${name}`, { 'Content-Security-Policy': policy }])),
});

/** What may differ between two hosts: nothing. @param {string} path */
async function shownAt(path) {
  const page = await stage.open(path);
  const shown = await overlay(page);
  return { page, shown, text: await shown.text() };
}

for (const name of Object.keys(POLICIES)) {
  test(`the overlay under ${name} is the same as without a policy`, async () => {
    const open = await shownAt('/pages/assistant.html');
    const strict = await shownAt(`/pages/assistant.html?${name}`);
    assert.equal(open.shown.host, 'content');
    assert.equal(strict.shown.host, FORBIDDEN);
    assert.ok(open.text.includes(`${HOST} is not in the dataset`));
    assert.equal(strict.text, open.text);
    await strict.page.bringToFront();
    await until('the clauses are highlighted', async () => (await highlights(strict.page)).clauses.length > 0);
    assert.deepEqual(await highlights(strict.page), await highlights(open.page));
    await strict.shown.click('[data-clause="1"] .quote');
    await until('a clause is active', async () => (await highlights(strict.page)).active.length === 1);
    await until('the clause is in view', () => activeInView(strict.page));
    await shot(strict.page, `policy-${name}`);
  });
}

test('a policy in a <meta> element holds like one in a header', async () => {
  const { page, shown, text } = await shownAt('/pages/meta-csp.html');
  assert.equal(shown.host, FORBIDDEN);
  assert.match(text, /Does not train on your data/);
  await until('the clauses are highlighted', async () => (await highlights(page)).clauses.length > 0);
  assert.equal(text, (await shownAt('/pages/notes.html')).text);
  await page.bringToFront();
  await shot(page, 'policy-meta');
});
