// Opens the page of wasm-bindgen's test server in a browser, prints what the tests print, and fails where they do.
// Called by `cargo xtask wasm-runner` with the page's address.

import { launch } from './browser.mjs';

const [url] = process.argv.slice(2);
/** Beyond this, a test hangs. */
const PATIENCE = 120_000;

const { page, close } = await launch({ extension: false });
try {
  const tab = await page();
  await tab.goto(url);
  const printed = await tab.evaluate(
    (patience) =>
      new Promise((resolve, reject) => {
        const output = document.getElementById('output');
        if (!output) throw new Error('this is not the page of the test server');
        const observer = new MutationObserver(look);
        setTimeout(() => reject(new Error(`the tests have not ended:\n${output.textContent}`)), patience);
        observer.observe(output, { subtree: true, childList: true, characterData: true });
        look();
        function look() {
          if (/test result: \w+\./.test(output?.textContent ?? '')) resolve(output?.textContent);
        }
      }),
    PATIENCE,
  );
  console.log(printed);
  process.exitCode = /test result: ok\./.test(String(printed)) ? 0 : 1;
} finally {
  await close();
}
