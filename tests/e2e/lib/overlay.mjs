// Reaches the overlay as it is shipped, behind its closed shadow root, for tests.
//
// No page script can look into a closed root, and the build has no door for tests. The browsers' own debugging
// protocols can: Chromium's DOM domain lists closed roots, and WebDriver BiDi serialises them when asked for
// `includeShadowTree: 'all'`. Functions run there in a world of their own, so a hostile page cannot lie to them.
// Where the page's policy sends the overlay into an extension frame, the same calls run in that frame.

import { PATIENCE, until } from './until.mjs';
import { chromeWorld } from './world-chrome.mjs';
import { firefoxWorld } from './world-firefox.mjs';

/** The host element's tag. */
export const TAG = 'clauselight-overlay';

/**
 * Runs functions in the page beside one node. Functions are sent as text: they see only what they are given.
 * @typedef {object} World
 * @property {(fn: (root: any, ...args: any[]) => any, ...args: any[]) => Promise<any>} call
 */

/**
 * The ways into a page that differ between browsers.
 * @typedef {object} Worlds
 * @property {(tag: string) => Promise<World>} shadow Of the closed root of the only element with this tag.
 * @property {() => Promise<World>} frame Of the body of the extension's frame, once that is there.
 */

/**
 * Waits for the overlay of a tab to show something.
 * @param {import('puppeteer-core').Page} page
 * @returns {Promise<Overlay>}
 */
export async function overlay(page) {
  // puppeteer's own waiting compiles a function, which a strict page forbids.
  await until('the page has an overlay', () => hasOverlay(page));
  const worlds = await worldsOf(page);
  const shadow = await worlds.shadow(TAG);
  const first = await shadow.call(appears, 'iframe, h1, h2, [role="heading"]', PATIENCE);
  if (first !== 'iframe') {
    await shadow.call(opens, PATIENCE);
    await shadow.call(rests);
    return new Overlay(page, shadow, null);
  }
  const inside = await worlds.frame();
  await inside.call(appears, 'h1, h2, [role="heading"]', PATIENCE);
  await shadow.call(opens, PATIENCE);
  await inside.call(rests);
  return new Overlay(page, inside, shadow);
}

/**
 * Whether the tab has an overlay at this moment.
 * @param {import('puppeteer-core').Page} page
 */
export async function hasOverlay(page) {
  return (await page.$(TAG)) !== null;
}

/** The overlay of one tab. */
export class Overlay {
  #page;
  #world;
  #around;

  /**
   * @param {import('puppeteer-core').Page} page
   * @param {World} world
   * @param {World | null} around The shadow root around the frame, where there is one.
   */
  constructor(page, world, around) {
    this.#page = page;
    this.#world = world;
    this.#around = around;
  }

  /** Where the engine and the view run. */
  get host() {
    return this.#around ? 'frame' : 'content';
  }

  /**
   * Calls `fn(root, ...args)` beside the overlay; `root` is the shadow root or the frame's body.
   * @template T
   * @template {unknown[]} A
   * @param {(root: ShadowRoot | HTMLElement, ...args: A) => T} fn
   * @param {A} args Anything JSON holds.
   * @returns {Promise<Awaited<T>>}
   */
  evaluate(fn, ...args) {
    return this.#world.call(fn, ...args);
  }

  /** All text, as it is in the tree. */
  text() {
    return this.evaluate((root) => {
      const texts = [];
      const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        if (node.parentElement?.localName !== 'style') texts.push(node.nodeValue?.trim());
      }
      return texts.filter(Boolean).join(' ');
    });
  }

  /** The text of its first heading. */
  headline() {
    return this.evaluate((root) => root.querySelector('h1, h2, [role="heading"]')?.textContent?.trim() ?? '');
  }

  /** Waits until nothing in it moves any more. */
  async settled() {
    await this.evaluate(async (root) => {
      // A shadow root and an element both list the animations within them.
      const animations = root.getAnimations({ subtree: true });
      const ending = animations.filter((one) => one.effect?.getComputedTiming().endTime !== Infinity);
      await Promise.allSettled(ending.map((one) => one.finished));
      // One frame to lay out, one to paint.
      for (let frame = 0; frame < 2; frame += 1) await new Promise((resolve) => requestAnimationFrame(resolve));
    });
  }

  /**
   * Waits until an element matches.
   * @param {string} selector
   */
  async waitFor(selector) {
    await this.#world.call(appears, selector, PATIENCE);
  }

  /**
   * Clicks the middle of the first element that matches, with the mouse, as a person does.
   * @param {string} selector
   */
  async click(selector) {
    await this.waitFor(selector);
    const inner = await this.#world.call(middle, selector);
    const outer = this.#around ? await this.#around.call(corner) : { x: 0, y: 0 };
    await this.#page.mouse.click(outer.x + inner.x, outer.y + inner.y);
  }
}

/**
 * @param {import('puppeteer-core').Page} page
 * @returns {Promise<Worlds>}
 */
async function worldsOf(page) {
  const version = await page.browser().version();
  return /firefox/i.test(version) ? firefoxWorld(page) : chromeWorld(page);
}

/**
 * Resolves with the tag of the first element that matches, at once or when it comes.
 * @param {ShadowRoot | HTMLElement} root
 * @param {string} selector
 * @param {number} patience
 */
function appears(root, selector, patience) {
  return new Promise((resolve, reject) => {
    const observer = new MutationObserver(look);
    const timer = setTimeout(() => {
      observer.disconnect();
      reject(new Error(`nothing matched ${selector}`));
    }, patience);
    observer.observe(root, { subtree: true, childList: true, attributes: true });
    look();
    function look() {
      const found = root.querySelector(selector);
      if (!found) return;
      clearTimeout(timer);
      observer.disconnect();
      resolve(found.localName);
    }
  });
}

/**
 * Resolves when the host element is open in the top layer.
 * @param {ShadowRoot} root
 * @param {number} patience
 */
function opens(root, patience) {
  const { host } = root;
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      host.removeEventListener('toggle', look);
      reject(new Error('the overlay has not opened'));
    }, patience);
    host.addEventListener('toggle', look);
    look();
    function look() {
      if (!host.matches(':popover-open')) return;
      clearTimeout(timer);
      host.removeEventListener('toggle', look);
      resolve(true);
    }
  });
}

/** Resolves when nothing moves any more. @param {ShadowRoot | HTMLElement} root */
async function rests(root) {
  const shown = Array.from(root.querySelectorAll('.card, .pill'));
  await Promise.allSettled(shown.flatMap((element) => element.getAnimations().map((animation) => animation.finished)));
}

/**
 * @param {ShadowRoot | HTMLElement} root
 * @param {string} selector
 */
function middle(root, selector) {
  const element = root.querySelector(selector);
  if (!element) throw new Error(`nothing matches ${selector}`);
  element.scrollIntoView({ block: 'nearest', behavior: 'instant' });
  const box = element.getBoundingClientRect();
  if (box.width === 0 || box.height === 0) throw new Error(`${selector} has no size`);
  return { x: box.left + box.width / 2, y: box.top + box.height / 2 };
}

/** @param {ShadowRoot} root */
function corner(root) {
  const box = root.querySelector('iframe')?.getBoundingClientRect();
  if (!box) throw new Error('the frame is gone');
  return { x: box.left, y: box.top };
}
