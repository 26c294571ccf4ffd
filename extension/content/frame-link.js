// The host's end of the engine's frame: an extension page in our closed shadow root, for pages whose policy forbids WebAssembly to content scripts.
// The channel is the extension's own; a single-use nonce in the frame's address tells which frame is ours.

const { isFromFrame } = /** @type {typeof import('./messages.js')} */ (await import(chrome.runtime.getURL('content/messages.js')));
const { pause } = /** @type {typeof import('./port/pause.js')} */ (await import(chrome.runtime.getURL('content/port/pause.js')));
const { create } = /** @type {typeof import('./port/dom.js')} */ (await import(chrome.runtime.getURL('content/port/dom.js')));

/** @typedef {import('./messages.js').FromHost} FromHost */
/** @typedef {import('./messages.js').Part} Part */
/** @typedef {import('./port/port.js').Port} Port */

/** Milliseconds until a frame that did not call counts as one that cannot run (such as on a sandboxed page): in all, and once it has loaded. */
const PATIENCE = 15_000;
const PATIENCE_LOADED = 4000;
/** Units or numbers sent at once: each piece is a short task. */
const PIECE = 32 * 1024;
/** Links or names sent at once. */
const FEW = 500;

/** The frame went away in the middle of a reading, such as when the page took our element out. */
export class FrameGone extends Error {}

export class FrameSession {
  #channel;
  #port;
  #running = false;
  /** @type {(read: boolean) => void} */ #done = () => {};
  /** @type {(error: Error) => void} */ #failed = () => {};
  #width;

  /**
   * @param {import('./box.js').Box} box
   * @param {Port} port
   * @param {number} width of the page's window
   * @param {AbortSignal} signal
   * @param {() => void} onGone called when the frame goes away while it reads nothing
   */
  static async open(box, port, width, signal, onGone) {
    for (const old of box.root.querySelectorAll('iframe')) old.remove();
    // Not `randomUUID`: pages without TLS do not have it.
    const nonce = Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');
    const frame = /** @type {HTMLIFrameElement} */ (create('iframe'));
    frame.title = 'Clauselight';
    // Lets it into pages that embed only what opts in (`Cross-Origin-Embedder-Policy`); it needs no cookies.
    frame.setAttribute('credentialless', '');
    frame.src = `${chrome.runtime.getURL('frame/frame.html')}#${nonce}`;
    const calling = waitFor(nonce, frame, signal);
    box.root.append(frame);
    box.attach();
    return new FrameSession(await calling, port, width, signal, onGone);
  }

  /**
   * @param {chrome.runtime.Port} channel
   * @param {Port} port
   * @param {number} width
   * @param {AbortSignal} signal
   * @param {() => void} onGone
   */
  constructor(channel, port, width, signal, onGone) {
    this.#channel = channel;
    this.#port = port;
    this.#width = width;
    channel.onMessage.addListener((message) => {
      // Only our own frame is at the other end; what does not fit is a fault, not to be guessed at.
      if (isFromFrame(message)) void this.#take(message);
    });
    channel.onDisconnect.addListener(() => {
      if (this.#running) this.#failed(new FrameGone('the frame that reads the page was closed'));
      else if (!signal.aborted) onGone();
    });
    signal.addEventListener('abort', () => this.#failed(signal.reason), { once: true });
  }

  /**
   * @param {boolean} forced
   * @returns {Promise<boolean>} whether the page is one that is read
   */
  run(forced) {
    this.#running = true;
    /** @type {Promise<boolean>} */
    const outcome = new Promise((resolve, reject) => {
      this.#done = resolve;
      this.#failed = reject;
      this.#send({ kind: 'run', forced, width: this.#width });
    });
    return outcome.finally(() => (this.#running = false));
  }

  /** @param {number} width */
  resized(width) {
    this.#width = width;
    this.#send({ kind: 'resized', width });
  }

  focus() {
    this.#send({ kind: 'focus' });
  }

  free() {
    this.#channel.disconnect();
  }

  /** @param {FromHost} message */
  #send(message) {
    try {
      this.#channel.postMessage(message);
    } catch {
      // Closed at the other end: `onDisconnect` has said so.
    }
  }

  /** @param {import('./messages.js').FromFrame} message */
  async #take(message) {
    if (message.kind === 'done') return this.#done(message.read);
    if (message.kind === 'failed') return this.#failed(new Error(message.reason));
    const { id, method, args } = message;
    try {
      const value = method === 'snapshot' ? await this.#snapshot() : await this.#call(method, args);
      this.#send({ kind: 'reply', id, value: value ?? null });
    } catch (error) {
      this.#send({ kind: 'refusal', id, reason: String(error) });
    }
  }

  /**
   * @param {import('./messages.js').Method} method
   * @param {any[]} args
   */
  #call(method, args) {
    if (method === 'highlight') return this.#port.highlight(Uint32Array.from(args[0]), args[1]);
    return /** @type {(...args: any[]) => unknown} */ (this.#port[method]).apply(this.#port, args);
  }

  /** Sends the snapshot in pieces; what is left is the answer. */
  async #snapshot() {
    const { text, blocks, owners, regions, links, names, ...rest } = await this.#port.snapshot();
    await this.#pieces('text', text, PIECE);
    await this.#pieces('blocks', blocks, PIECE);
    await this.#pieces('owners', owners, PIECE);
    await this.#pieces('regions', regions, PIECE);
    await this.#pieces('links', links, FEW);
    await this.#pieces('names', names, FEW);
    return rest;
  }

  /**
   * @param {Part} part
   * @param {string | Uint32Array | unknown[]} whole
   * @param {number} size
   */
  async #pieces(part, whole, size) {
    for (let at = 0; at < whole.length; at += size) {
      const piece = whole.slice(at, at + size);
      this.#send({ kind: 'part', part, piece: piece instanceof Uint32Array ? Array.from(piece) : piece });
      await pause();
    }
  }
}

/**
 * Waits for the frame with this nonce to call.
 * @param {string} nonce
 * @param {HTMLIFrameElement} frame
 * @param {AbortSignal} signal
 * @returns {Promise<chrome.runtime.Port>}
 */
function waitFor(nonce, frame, signal) {
  return new Promise((resolve, reject) => {
    const giveUp = () => end(() => reject(new Error('this page does not let its text be read')));
    let timer = setTimeout(giveUp, PATIENCE);
    const onLoad = () => {
      clearTimeout(timer);
      timer = setTimeout(giveUp, PATIENCE_LOADED);
    };
    const onAbort = () => end(() => reject(signal.reason));
    /** @param {chrome.runtime.Port} channel */
    const onConnect = (channel) => {
      if (channel.name !== nonce || channel.sender?.id !== chrome.runtime.id || !isFrame(channel.sender.url)) return;
      end(() => resolve(channel));
    };
    /** @param {() => void} then */
    const end = (then) => {
      clearTimeout(timer);
      frame.removeEventListener('load', onLoad);
      chrome.runtime.onConnect.removeListener(onConnect);
      signal.removeEventListener('abort', onAbort);
      then();
    };
    chrome.runtime.onConnect.addListener(onConnect);
    frame.addEventListener('load', onLoad);
    signal.addEventListener('abort', onAbort);
  });
}

/** Whether an address is that of our frame, under the extension's own origin. @param {string | undefined} address */
function isFrame(address) {
  if (!address) return false;
  const url = new URL(address);
  const own = new URL(chrome.runtime.getURL(''));
  // With a dynamic address the sender is known by the extension's id.
  return url.protocol === own.protocol && (url.host === own.host || url.host === chrome.runtime.id) && url.pathname === '/frame/frame.html';
}
