// Measures how long the page's main thread is held while a 600 kB legal page is read, and how much memory and time it takes.
//
//   BROWSER=chrome CHROME_BIN=… node tests/e2e/measure/long-task.mjs [--kilobytes 600] [--runs 5] [--strict]
//
// Chromium: a trace of the renderer, in which every task is listed with its thread. Firefox has no such trace:
// there the gaps between ticks of the page's own message loop are measured. Figures, not assertions.

import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { KIND, launch } from '../lib/browser.mjs';
import { highlights } from '../lib/highlights.mjs';
import { overlay } from '../lib/overlay.mjs';
import { FIXTURES } from '../lib/paths.mjs';
import { until } from '../lib/until.mjs';

const { values: options } = parseArgs({
  options: { kilobytes: { type: 'string', default: '600' }, runs: { type: 'string', default: '5' }, strict: { type: 'boolean', default: false } },
});

const TEXTS = ['assistant-terms', 'social-privacy', 'bank-terms', 'notes-privacy', 'links-terms'];

/** A page of so many kilobytes: the fixtures' texts over and over, each time with its own numbers. @param {number} kilobytes */
async function longPage(kilobytes) {
  const texts = await Promise.all(TEXTS.map((name) => readFile(path.join(FIXTURES, 'texts', `${name}.html`), 'utf8')));
  // One text states the position; the others say nothing of training, as most of a long document does.
  const filler = texts[2].replace(/<\/?main>/g, '').replace(/<h1>.*<\/h1>/, '');
  let body = texts[0].replace('</main>', '');
  for (let part = 2; body.length < kilobytes * 1024; part += 1) body += filler.replaceAll('<h2>', `<h2>Part ${part}, `);
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Terms of Service | Tarnwick</title></head><body>${body}</main>
<script src="/ticks.js"></script></body></html>`;
}

/** Notes the longest gap between two turns of the page's message loop, from the load event on. */
const TICKS = `addEventListener('load', () => {
  globalThis.longest = 0;
  globalThis.over = [];
  let last = performance.now();
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = () => {
    const now = performance.now();
    if (now - last > globalThis.longest) globalThis.longest = now - last;
    if (now - last > 50) globalThis.over.push(Math.round(now - last));
    last = now;
    port2.postMessage(0);
  };
  port2.postMessage(0);
  globalThis.longTasks = [];
  if (PerformanceObserver.supportedEntryTypes.includes('longtask')) {
    new PerformanceObserver((list) => globalThis.longTasks.push(...list.getEntries().map((entry) => Math.round(entry.duration)))).observe({ type: 'longtask' });
  }
});`;

/** @typedef {{ name: string, ph: string, dur?: number, tdur?: number, ts: number, pid: number, tid: number, cat: string, args: any }} TraceEvent */

/**
 * The tasks of the page's main thread since the overlay's first file was asked for, the longest first: milliseconds by the clock,
 * of the processor (less where the machine is busy with something else), and what they were spent on.
 * @param {TraceEvent[]} events
 * @param {string} origin of the page
 */
function mainThreadTasks(events, origin) {
  const frame = events.find((event) => event.name === 'CommitLoad' && event.args?.data?.url?.startsWith(origin));
  const from = events.find((event) => event.name === 'ResourceSendRequest' && event.args?.data?.url?.includes('/content/host.js'));
  if (!frame || !from) throw new Error('the trace does not hold the page');
  const here = events.filter((event) => event.ph === 'X' && event.pid === frame.pid && event.tid === frame.tid && event.ts >= from.ts);
  return here
    .filter((event) => event.name === 'RunTask')
    .sort((a, b) => (b.tdur ?? 0) - (a.tdur ?? 0))
    .map((task) => ({
      clock: (task.dur ?? 0) / 1000,
      processor: (task.tdur ?? 0) / 1000,
      on: () =>
        here
          .filter((event) => event !== task && event.ts >= task.ts && event.ts + (event.dur ?? 0) <= task.ts + (task.dur ?? 0) && (event.tdur ?? 0) > 5000)
          .map((event) => `${event.name} ${Math.round((event.tdur ?? 0) / 1000)}${event.args?.data?.functionName ? ` ${event.args.data.functionName}` : ''}`)
          .join(', '),
    }));
}

const html = await longPage(Number(options.kilobytes));
const server = createServer((request, response) => {
  const script = request.url === '/ticks.js';
  response
    .writeHead(200, {
      'Content-Type': script ? 'text/javascript' : 'text/html; charset=utf-8',
      ...(options.strict ? { 'Content-Security-Policy': "script-src 'self'" } : {}),
    })
    .end(script ? TICKS : html);
});
await new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(undefined)));
const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
const address = `http://long.example:${port}/terms`;
console.log(`${KIND}${options.strict ? ', strict policy' : ''}: a page of ${Math.round(html.length / 1024)} kB, ${options.runs} runs; milliseconds`);

try {
  for (let run = 1; run <= Number(options.runs); run += 1) {
    // A browser of its own each time: nothing is warm.
    const running = await launch();
    try {
      const page = await running.page();
      if (KIND === 'chrome') await page.tracing.start({ categories: ['devtools.timeline', 'disabled-by-default-devtools.timeline', 'toplevel', 'loading'] });
      await page.goto(address);
      const loaded = performance.now();
      const shown = await overlay(page);
      const seen = performance.now() - loaded;
      await until('the clauses are highlighted', async () => (await highlights(page)).clauses.length > 0);
      const figures = await page.evaluate(() => {
        const { longest, over, longTasks } = /** @type {any} */ (globalThis);
        return { longest: Math.round(longest), over: String(over), longTasks: String(longTasks) };
      });
      let tasks = '';
      if (KIND === 'chrome') {
        const trace = await page.tracing.stop();
        const longest = mainThreadTasks(JSON.parse(Buffer.from(trace ?? []).toString()).traceEvents, `http://long.example:${port}`);
        const over = (/** @type {'clock' | 'processor'} */ by) => longest.filter((task) => task[by] > 50).length;
        tasks = `; tasks over 50: ${over('clock')} by the clock, ${over('processor')} of the processor; longest:${longest
          .slice(0, 4)
          .map((task) => `\n    ${task.processor.toFixed(1)} of the processor, ${task.clock.toFixed(1)} by the clock: ${task.on()}`)
          .join('')}`;
      }
      console.log(`run ${run} (${shown.host}): overlay after load ${Math.round(seen)}; longest gap of the page's loop ${figures.longest}, over 50: [${figures.over}]; longtask entries [${figures.longTasks}]${tasks}`);
    } finally {
      await running.close();
    }
  }
} finally {
  server.closeAllConnections();
  server.close();
}
