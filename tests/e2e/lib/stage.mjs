// What most end-to-end tests need: a browser with the extension, the fixture pages on loopback, and tabs on them.

import { after, before } from 'node:test';
import { launch } from './browser.mjs';
import { FIXTURES } from './paths.mjs';
import { serve } from './server.mjs';
import { toolbar } from './toolbar.mjs';

/** Every host name leads to the server (see `browser.mjs`); tests that must not share settings take different ones. */
export const HOST = 'fixtures.example';

/** @typedef {import('puppeteer-core').Page} Page */

export class Stage {
  /** @type {import('./browser.mjs').Running | null} */ #running = null;
  /** @type {import('./server.mjs').Server | null} */ #server = null;

  /**
   * Sets up before the tests of the file at hand, and clears up after them.
   * @param {object} [options]
   * @param {Record<string, Record<string, string>>} [options.headers] as `serve` takes them
   * @param {boolean} [options.dark] whether the person prefers dark
   */
  constructor({ headers, dark } = {}) {
    before(async () => {
      this.#server = await serve(FIXTURES, headers);
      this.#running = await launch({ dark });
    });
    after(async () => {
      await this.#running?.close();
      await this.#server?.close();
    });
  }

  get running() {
    if (!this.#running) throw new Error('no test runs');
    return this.#running;
  }

  get server() {
    if (!this.#server) throw new Error('no test runs');
    return this.#server;
  }

  /** The toolbar button. */
  get toolbar() {
    return toolbar(this.running);
  }

  /**
   * The address of a fixture.
   * @param {string} path
   * @param {string} [host]
   */
  address(path, host = HOST) {
    return `http://${host}:${this.server.port}${path}`;
  }

  /**
   * Opens a fixture in a new tab.
   * @param {string} path
   * @param {string} [host]
   * @returns {Promise<Page>}
   */
  async open(path, host = HOST) {
    const page = await this.running.page();
    await page.goto(this.address(path, host));
    return page;
  }
}
