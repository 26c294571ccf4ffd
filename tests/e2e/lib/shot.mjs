// Screenshots of tests, to be looked at by people: target/e2e/<browser>/<test>.png.

import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { KIND } from './browser.mjs';
import { FINDINGS } from './paths.mjs';

/**
 * Saves what the tab shows.
 * @param {import('puppeteer-core').Page} page
 * @param {string} name The test's name; what no file name may hold becomes a hyphen.
 */
export async function shot(page, name) {
  const file = path.join(FINDINGS, KIND, `${name.replace(/[^\w.-]+/g, '-')}.png`);
  await mkdir(path.dirname(file), { recursive: true });
  await page.screenshot({ path: /** @type {`${string}.png`} */ (file) });
}
