// The toolbar button of a tab: its badge, and the popup that it opens, as a person would see them.

import { chromeToolbar } from './toolbar-chrome.mjs';
import { firefoxToolbar } from './toolbar-firefox.mjs';

/**
 * What the toolbar button shows for a tab.
 * @typedef {object} Badge
 * @property {string} text
 * @property {string} color As `#rrggbb`; empty where the button has no colour of its own in this tab.
 * @property {string} title
 */

/**
 * An open popup. Functions are sent as text: they see only what they are given, and the popup's `document`.
 * @typedef {object} PopupView
 * @property {<A extends unknown[]>(fn: (body: HTMLElement, ...args: A) => any, ...args: A) => Promise<any>} evaluate
 * @property {(path: string) => Promise<void>} screenshot
 */

/**
 * The ways that differ between browsers.
 * @typedef {object} Toolbar
 * @property {(page: import('puppeteer-core').Page) => Promise<Badge>} badge
 * @property {(page: import('puppeteer-core').Page) => Promise<PopupView>} press Presses the button in this tab.
 */

/**
 * @param {import('./browser.mjs').Running} running
 * @returns {Toolbar}
 */
export function toolbar(running) {
  return running.kind === 'chrome' ? chromeToolbar(running) : firefoxToolbar();
}
