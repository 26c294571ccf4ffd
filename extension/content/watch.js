// Notices that the page changed its content, without following every change: quiet for a while, and a bounded number of times.

/** Milliseconds without changes before we look again. */
const QUIET = 700;
/** How often we look again at one page. */
const MAX_LOOKS = 30;

export class Watch {
  #looks = 0;
  #timer = 0;
  #observer;

  /**
   * @param {Element} own our own element, whose changes do not count
   * @param {AbortSignal} signal
   * @param {() => void} onChange
   */
  constructor(own, signal, onChange) {
    this.#observer = new MutationObserver((changes) => {
      if (changes.every((change) => change.target === own || [...change.addedNodes, ...change.removedNodes].every((node) => node === own))) return;
      clearTimeout(this.#timer);
      this.#timer = setTimeout(() => {
        this.#looks += 1;
        if (this.#looks >= MAX_LOOKS) this.#observer.disconnect();
        onChange();
      }, QUIET);
    });
    this.#observer.observe(document, { childList: true, subtree: true });
    signal.addEventListener('abort', () => {
      clearTimeout(this.#timer);
      this.#observer.disconnect();
    }, { once: true });
  }
}
