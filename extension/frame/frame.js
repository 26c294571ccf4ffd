// The engine in an extension page, for pages whose policy forbids WebAssembly to content scripts.
// It cannot touch the page: it holds a stand-in for the page port, and talks to the host over the extension's own channel.

import init, { Session } from '../wasm/content.js';
import { isFromHost } from '../content/messages.js';
import { inSlices } from '../content/port/pause.js';
import { run } from '../content/run.js';

/** @typedef {import('../types.js').PagePort} PagePort */

/** @param {chrome.runtime.Port} channel */
function serve(channel) {
  const stop = new AbortController();
  const port = new RemotePort(channel);
  /** @type {Session | null} */
  let session = null;
  channel.onDisconnect.addListener(() => stop.abort());
  channel.onMessage.addListener((message) => {
    if (!isFromHost(message)) return;
    if (message.kind === 'run') void start(message.forced, message.width);
    else if (message.kind === 'resized') session?.resized(message.width);
    else if (message.kind === 'focus') session?.focus();
    else port.take(message);
  });

  /** @param {boolean} forced @param {number} width */
  async function start(forced, width) {
    try {
      if (!session) {
        await init({ module_or_path: new URL('../wasm/content_bg.wasm', import.meta.url) });
        session = new Session(port, document.body, width);
      }
      channel.postMessage({ kind: 'done', read: await run(inSlices, session, port, forced, stop.signal) });
    } catch (error) {
      if (!stop.signal.aborted) channel.postMessage({ kind: 'failed', reason: error instanceof Error ? error.message : String(error) });
    }
  }
}

/**
 * The page port, over the channel.
 * @implements {PagePort}
 */
class RemotePort {
  #channel;
  #next = 0;
  /** @type {Map<number, {resolve: (value: any) => void, reject: (error: Error) => void}>} */ #waiting = new Map();
  #parts = noParts();

  /** @param {chrome.runtime.Port} channel */
  constructor(channel) {
    this.#channel = channel;
  }

  /** @param {import('../content/messages.js').FromHost} message */
  take(message) {
    if (message.kind === 'part') {
      this.#parts[message.part].push(message.piece);
    } else if (message.kind === 'reply' || message.kind === 'refusal') {
      const waiting = this.#waiting.get(message.id);
      this.#waiting.delete(message.id);
      if (message.kind === 'reply') waiting?.resolve(message.value);
      else waiting?.reject(new Error(message.reason));
    }
  }

  async snapshot() {
    this.#parts = noParts();
    const rest = await this.#call('snapshot');
    const { text, blocks, owners, regions, links, names } = this.#parts;
    this.#parts = noParts();
    return {
      ...rest,
      text: text.join(''),
      blocks: Uint32Array.from(blocks.flat()),
      owners: Uint32Array.from(owners.flat()),
      regions: Uint32Array.from(regions.flat()),
      links: links.flat(),
      names: names.flat(),
    };
  }

  /** @param {Uint32Array} ranges @param {number} active */
  highlight(ranges, active) {
    void this.#call('highlight', Array.from(ranges), active);
  }

  /** @param {number} start @param {number} end */
  scrollTo(start, end) {
    return this.#call('scrollTo', start, end);
  }

  /** @param {string} url */
  open(url) {
    void this.#call('open', url);
  }

  /** @param {string} text */
  copy(text) {
    return this.#call('copy', text);
  }

  /** @param {string} json */
  state(json) {
    void this.#call('state', json);
  }

  /** @param {number} width @param {number} height */
  resize(width, height) {
    void this.#call('resize', width, height);
  }

  close() {
    void this.#call('close');
  }

  /** @param {string} key */
  setting(key) {
    return this.#call('setting', key);
  }

  /** @param {string} key @param {import('../types.js').Setting} value */
  remember(key, value) {
    void this.#call('remember', key, value);
  }

  /**
   * @param {import('../content/messages.js').Method} method
   * @param {any[]} args
   * @returns {Promise<any>}
   */
  #call(method, ...args) {
    const id = this.#next++;
    const reply = new Promise((resolve, reject) => this.#waiting.set(id, { resolve, reject }));
    reply.catch(() => {});
    this.#channel.postMessage({ kind: 'call', id, method, args });
    return reply;
  }
}

/** @returns {Record<import('../content/messages.js').Part, any[]>} */
function noParts() {
  return { text: [], blocks: [], owners: [], regions: [], links: [], names: [] };
}

const nonce = location.hash.slice(1);
const tab = await chrome.tabs.getCurrent();
if (nonce && tab?.id !== undefined) serve(chrome.tabs.connect(tab.id, { frameId: 0, name: nonce }));
