// Starts Chromium or Firefox with the built extension in it.

import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import puppeteer from 'puppeteer-core';
import { DIST } from './paths.mjs';

/** @typedef {'chrome' | 'firefox'} Kind */

/**
 * A running browser.
 * @typedef {object} Running
 * @property {Kind} kind
 * @property {import('puppeteer-core').Browser} browser
 * @property {string} origin The extension's origin, without a slash at the end; empty without the extension.
 * @property {() => Promise<import('puppeteer-core').Page>} page Opens a tab.
 * @property {() => Promise<void>} close
 */

/** The browser that `BROWSER` asks for. */
export const KIND = kindOf(process.env.BROWSER ?? 'chrome');

/**
 * @param {string} name
 * @returns {Kind}
 */
function kindOf(name) {
  if (name === 'chrome' || name === 'firefox') return name;
  throw new Error(`BROWSER must be chrome or firefox, not ${name}`);
}

/** Nothing but the pages under test may be loaded, and every host is this machine. */
const CHROME_ARGUMENTS = [
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--host-resolver-rules=MAP * 127.0.0.1',
];

/** Firefox draws an extension's origin by lot for each profile, unless it is set beforehand. */
const FIREFOX_UUID = '5d3c52ce-21c8-4c0f-9f0a-3a4a40d1c1a7';

/** The same for Firefox. */
const FIREFOX_PREFERENCES = {
  'network.dns.forceResolve': '127.0.0.1',
  'network.captive-portal-service.enabled': false,
  'network.connectivity-service.enabled': false,
  'datareporting.policy.dataSubmissionEnabled': false,
  'app.update.disabledForTesting': true,
  'extensions.webextensions.uuids': JSON.stringify({ 'extension@clauselight.example': FIREFOX_UUID }),
  // Pages opened by a click must be found by the tests, not held back.
  'dom.disable_open_during_load': false,
};

/**
 * Starts a browser with the extension.
 * @param {object} [options]
 * @param {Kind} [options.kind]
 * @param {boolean} [options.headless]
 * @param {boolean} [options.extension] Whether to load the extension.
 * @param {boolean} [options.dark] Whether the person prefers dark; as the system has it without.
 * @param {{ width: number, height: number } | null} [options.viewport] `null` follows the window.
 * @returns {Promise<Running>}
 */
export async function launch(options = {}) {
  const { kind = KIND, headless = true, extension = true, dark, viewport = { width: 1280, height: 800 } } = options;
  // Firefox writes into HOME even with a profile of its own.
  const home = await mkdtemp(path.join(os.tmpdir(), 'clauselight-home-'));
  const common = { executablePath: program(kind), headless, defaultViewport: viewport };
  const browser = await (kind === 'chrome'
    ? puppeteer.launch({
        ...common,
        pipe: true,
        enableExtensions: true,
        args: [
          ...CHROME_ARGUMENTS,
          ...(dark === undefined ? [] : [`--blink-settings=preferredColorScheme=${dark ? 0 : 1}`]),
          ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
        ],
      })
    : puppeteer.launch({
        ...common,
        browser: 'firefox',
        // Without it, WebDriver may not open the extension's own pages.
        args: ['--remote-allow-system-access'],
        extraPrefsFirefox: {
          ...FIREFOX_PREFERENCES,
          // Popups go by the theme of the browser itself.
          ...(dark === undefined ? {} : { 'layout.css.prefers-color-scheme.content-override': dark ? 0 : 1, 'ui.systemUsesDarkTheme': dark ? 1 : 0 }),
        },
        env: { ...process.env, HOME: home },
      }));
  const close = async () => {
    await browser.close();
    await rm(home, { recursive: true, force: true });
  };
  try {
    const id = extension ? await browser.installExtension(path.join(DIST, kind)) : null;
    const origin = kind === 'chrome' ? `chrome-extension://${id}` : `moz-extension://${FIREFOX_UUID}`;
    return { kind, browser, origin: id === null ? '' : origin, page: () => browser.newPage(), close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** @param {Kind} kind */
function program(kind) {
  const variable = kind === 'chrome' ? 'CHROME_BIN' : 'FIREFOX_BIN';
  const named = process.env[variable];
  if (named) return named;
  throw new Error(`${variable} must name the program; cargo xtask sets it`);
}
