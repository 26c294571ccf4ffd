// Hosts one reading of a page: our element, the engine (here, or in a frame where the page forbids WebAssembly), and what the popup asks for.
// Loaded by the gate only on pages that are worth a look.
//
// Modules here import one another by their full dynamic address: behind a dynamic address (`use_dynamic_url`) Chrome resolves relative
// ones against the extension's static address, which pages and content scripts are refused.

const { Box } = /** @type {typeof import('./box.js')} */ (await import(chrome.runtime.getURL('content/box.js')));
const { FrameGone, FrameSession } = /** @type {typeof import('./frame-link.js')} */ (await import(chrome.runtime.getURL('content/frame-link.js')));
const { Port } = /** @type {typeof import('./port/port.js')} */ (await import(chrome.runtime.getURL('content/port/port.js')));
const { inSlices } = /** @type {typeof import('./port/pause.js')} */ (await import(chrome.runtime.getURL('content/port/pause.js')));
const { run } = /** @type {typeof import('./run.js')} */ (await import(chrome.runtime.getURL('content/run.js')));
const { Watch } = /** @type {typeof import('./watch.js')} */ (await import(chrome.runtime.getURL('content/watch.js')));

/** @typedef {import('../types.js').PageState} PageState */
/** @typedef {import('../types.js').Setting} Setting */
/** @typedef {import('../types.js').ToBackground} ToBackground */
/** @typedef {import('../types.js').Host} Host */
/** @typedef {import('./port/port.js').Port} PortHere */
/**
 * The engine at work, here or in a frame.
 * @typedef {object} Engine
 * @property {(forced: boolean) => Promise<boolean>} run reads and shows; whether the page is one that is read
 * @property {(width: number) => void} resized
 * @property {() => void} focus
 * @property {() => void} free
 */

/** The smallest module there is: whether the page's policy lets WebAssembly be compiled here. */
function mayCompile() {
  try {
    new WebAssembly.Module(Uint8Array.of(0, 0x61, 0x73, 0x6d, 1, 0, 0, 0));
    return true;
  } catch {
    return false;
  }
}

/** @implements {Host} */
export class PageHost {
  /** @type {PageState} */ page = { state: 'idle' };
  /** @type {Reading | null} */ #reading = null;

  /**
   * Reads the page as it is now, from the start.
   * @param {boolean} forced whatever the page seems to be
   */
  async read(forced) {
    this.#drop();
    // At once: the popup asks again only while something is under way.
    this.page = { state: 'reading' };
    const reading = new Reading(forced, (state) => {
      if (this.#reading === reading) this.#state(state);
    });
    this.#reading = reading;
    this.#state({ state: 'reading' });
    await reading.run();
  }

  /** Shows the overlay again, with the keyboard in it. */
  show() {
    if (this.#reading?.open()) return;
    void this.read(true);
  }

  /** Takes everything away. */
  stop() {
    this.#drop();
    this.#state({ state: 'idle' });
  }

  #drop() {
    this.#reading?.end();
    this.#reading = null;
  }

  /** @param {PageState} state */
  #state(state) {
    this.page = state;
    const badge = state.state === 'report' ? { position: state.report.position, clauses: state.report.clauses.length } : {};
    void tell({ kind: 'badge', state: state.state, ...badge });
  }
}

/** Frames opened in one reading, after which we give in. */
const MAX_FRAMES = 10;

/** One reading: from the snapshot to the overlay, and the overlay's life. */
class Reading {
  #forced;
  #onState;
  #abort = new AbortController();
  #box;
  #port;
  /** @type {Engine | null} */ #engine = null;
  #frames = 0;
  #closed = false;

  /**
   * @param {boolean} forced
   * @param {(state: PageState) => void} onState
   */
  constructor(forced, onState) {
    this.#forced = forced;
    this.#onState = onState;
    this.#box = new Box(() => this.end());
    this.#port = new Port(
      {
        element: this.#box.element,
        tell,
        state: (state) => this.#state(state),
        resize: (width, height) => this.#box.resize(width, height),
        close: () => this.#close(),
        setting,
        remember,
      },
      this.#abort.signal,
    );
  }

  async run() {
    const { signal } = this.#abort;
    try {
      this.#engine = mayCompile()
        ? await engineHere(this.#port, this.#box.root, signal)
        : await this.#frame();
      if (!(await this.#read())) return;
      addEventListener('resize', () => this.#engine?.resized(innerWidth), { signal });
      new Watch(this.#box.element, signal, () => void this.#again());
    } catch (error) {
      this.#fail(error);
    }
  }

  async #read() {
    for (;;) {
      try {
        const read = await this.#engine?.run(this.#forced);
        if (!read) this.end();
        return read;
      } catch (error) {
        if (!(error instanceof FrameGone)) throw error;
        this.#engine = await this.#frame();
      }
    }
  }

  /** A frame with the engine; a new one each time that the page takes our element, and the frame with it, out of its tree. */
  async #frame() {
    this.#frames += 1;
    if (this.#frames > MAX_FRAMES) throw new Error('this page does not let the overlay stay');
    return FrameSession.open(this.#box, this.#port, innerWidth, this.#abort.signal, () => void this.#afresh());
  }

  async #afresh() {
    try {
      this.#engine = await this.#frame();
      await this.#read();
    } catch (error) {
      this.#fail(error);
    }
  }

  /** The page changed: reads it again where it has other text, else draws the highlights where the text now stands. */
  async #again() {
    if (this.#closed) return;
    try {
      if (await this.#port.hasNewText()) await this.#read();
      else await this.#port.redraw();
    } catch (error) {
      this.#fail(error);
    }
  }

  /** @param {unknown} error */
  #fail(error) {
    if (this.#abort.signal.aborted) return;
    this.end(() => this.#onState({ state: 'failed', reason: error instanceof Error ? error.message : String(error) }));
  }

  /** Brings a closed overlay back; whether there was one. */
  open() {
    if (this.#abort.signal.aborted || !this.#engine) return false;
    this.#closed = false;
    this.#box.show(true);
    this.#engine.focus();
    return true;
  }

  /** Takes everything away. @param {() => void} [last] what is still to be said */
  end(last) {
    if (this.#abort.signal.aborted) return;
    last?.();
    this.#abort.abort(new DOMException('the reading ended', 'AbortError'));
    this.#box.remove();
    try {
      this.#engine?.free();
    } catch {
      // A module that trapped cannot be freed; it goes with its last reference.
    }
    this.#engine = null;
  }

  /** @param {PageState} state */
  #state(state) {
    if (this.#abort.signal.aborted) return;
    this.#onState(state);
    if (state.state === 'report' && !this.#closed) this.#box.show(true);
  }

  /** Closed for this visit: the report stays, for the popup. */
  #close() {
    this.#closed = true;
    this.#box.show(false);
    this.#port.highlight(new Uint32Array(0), -1);
  }
}

/** How many module instances trapped: what a trap leaves behind is not to be trusted, so that the next reading gets an instance of its own. */
let trapped = 0;

/**
 * The engine in the content script.
 * @param {PortHere} port
 * @param {ShadowRoot} root
 * @param {AbortSignal} signal
 * @returns {Promise<Engine>}
 */
async function engineHere(port, root, signal) {
  const script = chrome.runtime.getURL('wasm/content.js') + (trapped > 0 ? `?${trapped}` : '');
  const { default: init, Session } = /** @type {typeof import('../wasm/content.js')} */ (await import(script));
  await init({ module_or_path: fetch(chrome.runtime.getURL('wasm/content_bg.wasm')) });
  signal.throwIfAborted();
  const session = new Session(port, root, innerWidth);
  return {
    run: async (forced) => {
      try {
        return await run(inSlices, session, port, forced, signal);
      } catch (error) {
        if (error instanceof WebAssembly.RuntimeError) trapped += 1;
        throw error;
      }
    },
    resized: (width) => session.resized(width),
    focus: () => session.focus(),
    free: () => session.free(),
  };
}

/** @param {string} key @returns {Promise<Setting>} */
async function setting(key) {
  const value = (await chrome.storage.local.get(key))[key];
  return typeof value === 'string' || typeof value === 'boolean' ? value : null;
}

// After an update of the extension every call throws, at once: the gate clears up then, and nobody need hear of it.

/** @param {string} key @param {Setting} value */
async function remember(key, value) {
  try {
    await chrome.storage.local.set({ [key]: value });
  } catch {}
}

/** @param {ToBackground} message */
async function tell(message) {
  try {
    await chrome.runtime.sendMessage(message);
  } catch {}
}
