// Visits archived pages as they were crawled, and says on how many the overlay appeared with its clauses in place.
//
//   BROWSER=chrome CHROME_BIN=… node tests/e2e/measure/corpus.mjs [--pages DIR] [--ordinary DIR] [--labels DIR]
//     [--shots DIR] [--first N] [--policies none,strict,ordinary] [--sources FILE] [--json FILE]
//
// Pages are served under numbers, which tell nothing; with `--sources` (the corpus' sources.json) under the paths they were crawled from.
// Not a test: the pages are no part of the project. Every name resolves to this machine, so that nothing goes out.

import { mkdir, readFile, readdir, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import path from 'node:path';
import { setTimeout as rest } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { KIND, launch } from '../lib/browser.mjs';
import { hasOverlay, overlay } from '../lib/overlay.mjs';
import { ROOT } from '../lib/paths.mjs';
import { toolbar } from '../lib/toolbar.mjs';

const CORPUS = path.join(ROOT, 'target', 'corpus');
const { values: options } = parseArgs({
  options: {
    pages: { type: 'string', default: path.join(CORPUS, 'pages') },
    ordinary: { type: 'string', default: path.join(CORPUS, 'other-pages') },
    labels: { type: 'string', default: path.join(CORPUS, 'labels') },
    shots: { type: 'string', default: path.join(ROOT, 'target', 'corpus-shots') },
    first: { type: 'string', default: 'all' },
    sources: { type: 'string' },
    policies: { type: 'string', default: 'none,strict,ordinary' },
    json: { type: 'string' },
  },
});

/** How long a page may take until it counts as one where nothing appears, in milliseconds. */
const LEGAL = 8000;
const ORDINARY = 2500;

const STRICT = "script-src 'self'";

/**
 * @typedef {object} Result
 * @property {string} name
 * @property {boolean} appeared
 * @property {string} host `content`, `frame` or nothing
 * @property {string} headline
 * @property {number} clauses
 * @property {number} inPlace clauses whose highlighted words are the quote's
 * @property {number | null} labelled firm clauses of the label, which may span several pages; `null` without a label
 * @property {boolean} loaded whether the engine was loaded; in Firefox it cannot be seen
 * @property {string} wrong in words; empty where nothing is
 */

/** Words without any white space: blocks have none between them in the page. @param {string} text */
const bare = (text) => text.replace(/[\s\u200b\ufeff\u0085]+/g, '');

/** @param {string} folder @returns {Promise<string[]>} */
async function htmlFiles(folder) {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile() && entry.name.endsWith('.html')).map((entry) => path.join(entry.parentPath, entry.name));
  files.sort();
  return options.first === 'all' ? files : files.slice(0, Number(options.first));
}

/** The paths that pages were crawled from, by service and document. @type {{ service: string, document: string, urls: string[] }[]} */
const sources = options.sources ? JSON.parse(await readFile(options.sources, 'utf8')) : [];

/** The path to serve a file under; the number keeps paths apart. @param {string} file @param {number} at */
function pathOf(file, at) {
  const [document, part] = path.basename(file, '.html').split(' #');
  const urls = sources.find((source) => source.service === path.basename(path.dirname(file)) && source.document === document)?.urls ?? [];
  const paths = urls.map((url) => new URL(url).pathname);
  const known = paths.find((one) => one.split('/').filter(Boolean).join('-') === part) ?? paths[0];
  return known ? `${known}?${at}` : `/${at}`;
}

/** Serves each file. @param {string[]} files @param {string | null} policy */
async function serve(files, policy) {
  const paths = files.map(pathOf);
  const server = createServer(async (request, response) => {
    const file = files[paths.indexOf(request.url ?? '')];
    if (!file) return void response.writeHead(404).end();
    const headers = { 'Content-Type': 'text/html; charset=utf-8', ...(policy ? { 'Content-Security-Policy': policy } : {}) };
    response.writeHead(200, headers).end(await readFile(file));
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(undefined)));
  const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
  return { address: (/** @type {number} */ at) => `http://corpus.example:${port}${paths[at]}`, close: () => (server.closeAllConnections(), server.close()) };
}

/** @param {string} file @returns {Promise<number | null>} */
async function labelled(file) {
  const service = path.basename(path.dirname(file));
  const document = path.basename(file, '.html').split(' #')[0];
  const text = await readFile(path.join(options.labels, `${service}__${document}.json`), 'utf8').catch(() => null);
  return text === null ? null : JSON.parse(text).clauses.filter((/** @type {any} */ clause) => !clause.borderline).length;
}

/**
 * @param {import('puppeteer-core').Page} page
 * @param {number} patience
 */
async function appears(page, patience) {
  const end = Date.now() + patience;
  while (Date.now() < end) {
    if (await hasOverlay(page).catch(() => false)) {
      const shown = await Promise.race([overlay(page).catch(() => null), rest(end - Date.now() + 10_000, null)]);
      if (shown) return shown;
    }
    await rest(50);
  }
  return null;
}

/**
 * @param {import('../lib/browser.mjs').Running} running
 * @param {string} address
 * @param {string} file
 * @param {string} set
 * @param {number} patience
 * @returns {Promise<Result>}
 */
async function visit(running, address, file, set, patience) {
  const name = path.relative(set === 'ordinary' ? options.ordinary : options.pages, file);
  /** @type {Result} */
  const result = { name, appeared: false, host: '', headline: '', clauses: 0, inPlace: 0, labelled: set === 'ordinary' ? null : await labelled(file), loaded: false, wrong: '' };
  const page = await running.page();
  try {
    if (KIND === 'chrome') {
      const session = await page.createCDPSession();
      await session.send('Network.enable');
      session.on('Network.requestWillBeSent', ({ request }) => {
        if (request.url.endsWith('/wasm/content_bg.wasm')) result.loaded = true;
      });
    }
    page.on('dialog', (dialog) => void dialog.dismiss().catch(() => {}));
    await page.goto(address, { waitUntil: 'domcontentloaded', timeout: 30_000 });
    const shown = await appears(page, patience);
    if (!shown) {
      result.wrong = set === 'ordinary' ? '' : `nothing appeared: ${await why(running, page)}`;
    } else {
      const { quotes, headline } = await shown.evaluate((root) => ({
        quotes: Array.from(root.querySelectorAll('.quote-text'), (quote) => quote.textContent ?? ''),
        headline: root.querySelector('.headline')?.textContent ?? '',
      }));
      Object.assign(result, { appeared: true, host: shown.host, headline, clauses: quotes.length });
      const ranges = quotes.length > 0 ? await highlighted(page) : [];
      const whole = bare(ranges.join(''));
      result.inPlace = quotes.filter((quote) => ranges.some((range) => bare(range) === bare(quote)) || (whole.includes(bare(quote)) && bare(quote).length > 40)).length;
      if (quotes.length === 0 && result.labelled) result.wrong = `no clause, of ${result.labelled} in the label`;
      else if (result.inPlace < quotes.length) {
        const missing = quotes.filter((quote) => !ranges.some((range) => bare(range) === bare(quote)) && !whole.includes(bare(quote)));
        result.wrong = `${quotes.length - result.inPlace} of ${quotes.length} clauses not in place: “${missing[0]?.slice(0, 90)}”`;
      }
      if (quotes.length > 0) await shown.click('[data-clause="0"] .quote').catch(() => {});
    }
    const picture = path.join(options.shots, KIND, set, `${name.replace(/[^\w.-]+/g, '-')}.png`);
    await mkdir(path.dirname(picture), { recursive: true });
    await page.screenshot({ path: /** @type {`${string}.png`} */ (picture) }).catch(() => {});
  } catch (error) {
    result.wrong = String(error).split('\n')[0];
  } finally {
    await page.close().catch(() => {});
  }
  return result;
}

/** The words of all highlighted ranges, once there are some. @param {import('puppeteer-core').Page} page */
async function highlighted(page) {
  for (const end = Date.now() + 5000; Date.now() < end; await rest(50)) {
    const words = await page.evaluate(() => {
      /** @type {string[]} */
      const words = [];
      for (const name of ['clauselight-clause', 'clauselight-active']) CSS.highlights.get(name)?.forEach((range) => words.push(String(range)));
      return words;
    });
    if (words.length > 0) return words;
  }
  return [];
}

/**
 * What the gate in the tab knows, as it tells the popup.
 * @param {import('../lib/browser.mjs').Running} running
 * @param {import('puppeteer-core').Page} page
 */
async function why(running, page) {
  const popup = await toolbar(running).press(page);
  return popup.evaluate(async () => {
    const [tab] = await chrome.tabs.query({ active: true, currentWindow: true });
    const answer = await chrome.tabs.sendMessage(/** @type {number} */ (tab.id), { kind: 'state' }, { frameId: 0 });
    return `${answer.page.state} ${answer.page.reason ?? ''} (title “${answer.title}”)`;
  });
}

/** @type {Record<string, Result[]>} */
const all = {};
for (const set of options.policies.split(',')) {
  const ordinary = set === 'ordinary';
  const files = await htmlFiles(ordinary ? options.ordinary : options.pages);
  const server = await serve(files, set === 'strict' ? STRICT : null);
  const running = await launch();
  /** @type {Result[]} */
  const results = (all[set] = []);
  try {
    for (const [at, file] of files.entries()) {
      const result = await visit(running, server.address(at), file, set, ordinary ? ORDINARY : LEGAL);
      results.push(result);
      if (!ordinary || result.appeared || result.loaded) console.log(`${set} | ${result.name} | ${result.host || 'nothing'} | ${result.headline} | ${result.inPlace}/${result.clauses} in place, label ${result.labelled ?? '–'} | ${result.wrong}`);
    }
  } finally {
    await running.close();
    server.close();
  }
  const count = (/** @type {(result: Result) => boolean} */ fits) => results.filter(fits).length;
  const withClauses = results.filter((result) => (result.labelled ?? 0) > 0);
  console.log(
    ordinary
      ? `== ${KIND}, ordinary pages: the overlay appeared on ${count((result) => result.appeared)} of ${results.length}; the engine was loaded on ${KIND === 'chrome' ? count((result) => result.loaded) : '(not seen)'}`
      : `== ${KIND}, ${set}: the overlay appeared on ${count((result) => result.appeared)} of ${results.length}; ` +
          `of ${withClauses.length} whose label has clauses, ${withClauses.filter((result) => result.inPlace > 0).length} show at least one in its place; ` +
          `${results.reduce((sum, result) => sum + result.inPlace, 0)} of ${results.reduce((sum, result) => sum + result.clauses, 0)} clauses in place`,
  );
}
if (options.json) await writeFile(options.json, JSON.stringify(all, null, 1));
