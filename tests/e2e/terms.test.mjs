// A terms page without any policy: what the overlay says, where it leads, and that its words are the page's.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { activeInView, fold, highlights } from './lib/highlights.mjs';
import { overlay } from './lib/overlay.mjs';
import { shot } from './lib/shot.mjs';
import { Stage } from './lib/stage.mjs';
import { until } from './lib/until.mjs';

const stage = new Stage();

/** The clauses of the assistant's terms, by the ids of the fixture's paragraphs. */
const CLAUSES = ['training', 'choice', 'despite', 'organisations'];

/** @param {import('puppeteer-core').Page} page @param {string} id */
const paragraph = async (page, id) => fold(await page.$eval(`#${id}`, (element) => element.textContent ?? ''));

/** @param {import('./lib/overlay.mjs').Overlay} shown */
const quotes = (shown) => shown.evaluate((root) => Array.from(root.querySelectorAll('.quote-text'), (quote) => quote.textContent ?? ''));

/** @param {import('./lib/overlay.mjs').Overlay} shown @param {string} selector */
const words = (shown, selector) => shown.evaluate((root, selector) => root.querySelector(selector)?.textContent ?? '', selector);

test('headline, position and clauses of the reference case', async () => {
  const page = await stage.open('/pages/assistant.html');
  const shown = await overlay(page);
  assert.equal(shown.host, 'content');
  assert.match(await words(shown, '.headline'), /train/i);
  assert.match(await words(shown, '.card .chip'), /unless you opt out/i);
  await shot(page, 'terms');
  const found = await quotes(shown);
  const wanted = await Promise.all(CLAUSES.map((id) => paragraph(page, id)));
  // A clause number at the front of a paragraph may belong to the quote or not.
  assert.equal(found.length, wanted.length, found.join('\n'));
  found.forEach((quote, i) => assert.ok(wanted[i].endsWith(quote) && wanted[i].length - quote.length <= 4, `${quote}\nis not\n${wanted[i]}`));
  const text = await shown.text();
  for (const part of [/Team/, /Enterprise/, /Feedback|feedback/, /not legal advice/, /fixtures\.example is not in the dataset/]) assert.match(text, part);
});

test('every quote is highlighted where it stands, word for word', async () => {
  const page = await stage.open('/pages/assistant.html');
  const shown = await overlay(page);
  await until('the clauses are highlighted', async () => (await highlights(page)).clauses.length > 0);
  assert.deepEqual((await highlights(page)).clauses, await quotes(shown));
  assert.deepEqual((await highlights(page)).active, []);
});

test('a press on a clause brings it into view and marks it', async () => {
  const page = await stage.open('/pages/assistant.html');
  const shown = await overlay(page);
  const all = await quotes(shown);
  for (const index of [all.length - 1, 0]) {
    await shown.click(`[data-clause="${index}"] .quote`);
    await until('the clause is active', async () => (await highlights(page)).active[0] === all[index]);
    await until('the clause is in view', () => activeInView(page));
    assert.equal(await shown.evaluate((root) => root.querySelector('[aria-current="true"]')?.closest('[data-clause]')?.getAttribute('data-clause')), String(index));
    assert.equal((await highlights(page)).clauses.length, all.length - 1);
  }
  await shot(page, 'terms-clause-active');
});

test('the buttons below step through the clauses and around', async () => {
  const page = await stage.open('/pages/assistant.html');
  const shown = await overlay(page);
  const all = await quotes(shown);
  for (const index of [0, 1]) {
    await shown.click('[aria-label="Next clause"]');
    await until('the next clause is active', async () => (await highlights(page)).active[0] === all[index]);
  }
  await shown.click('[aria-label="Previous clause"]');
  await shown.click('[aria-label="Previous clause"]');
  await until('the last clause is active', async () => (await highlights(page)).active[0] === all.at(-1));
});

test('a document that says nothing is told to say nothing', async () => {
  const page = await stage.open('/pages/bank.html');
  const shown = await overlay(page);
  assert.match(await words(shown, '.headline'), /says nothing about training on your data/i);
  const text = await shown.text();
  assert.match(text, /is not in the dataset/);
  assert.equal((await quotes(shown)).length, 0);
  await shot(page, 'silent');
});

test('a policy that trains names what is used, and who else', async () => {
  const page = await stage.open('/pages/social.html');
  const shown = await overlay(page);
  assert.match(await words(shown, '.card .chip'), /^Trains by default$/);
  const found = await quotes(shown);
  for (const id of ['training', 'messages', 'partners']) assert.ok(found.includes(await paragraph(page, id)), id);
  await shot(page, 'trains');
});

test('a policy that rules training out is told to do so', async () => {
  const page = await stage.open('/pages/notes.html');
  const shown = await overlay(page);
  assert.match(await words(shown, '.card .chip'), /^Does not train on your data$/);
  const found = await quotes(shown);
  for (const id of ['training', 'suppliers']) assert.ok(found.includes(await paragraph(page, id)), id);
  await shot(page, 'prohibits');
});
