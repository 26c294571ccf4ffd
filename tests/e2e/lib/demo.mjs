// The extension at work on the sample terms page: `cargo xtask demo` calls this.

import path from 'node:path';
import { parseArgs } from 'node:util';
import { launch } from './browser.mjs';
import { overlay } from './overlay.mjs';
import { FIXTURES } from './paths.mjs';
import { serve } from './server.mjs';

const { values } = parseArgs({ options: { headless: { type: 'boolean' }, screenshot: { type: 'string' } } });

const server = await serve(path.join(FIXTURES, 'demo'));
const running = await launch({ headless: values.headless ?? false, viewport: values.headless ? { width: 1280, height: 860 } : null });
try {
  // The first tab fills a window; the size asked for is that of new ones.
  const page = values.headless ? await running.page() : (await running.browser.pages())[0];
  await page.goto(`${server.url}/`);
  const shown = await overlay(page);
  console.log(`The overlay is shown on ${server.url}/ and says:\n  ${await shown.headline()}`);
  if (values.screenshot) {
    await shown.settled();
    await page.screenshot({ path: /** @type {`${string}.png`} */ (values.screenshot) });
    console.log(`Saved ${values.screenshot}`);
  }
  if (!values.headless) {
    console.log('Close the browser to end.');
    await new Promise((resolve) => running.browser.once('disconnected', resolve));
  }
} finally {
  await running.close();
  await server.close();
}
