// Cuts long work into slices, so that the page's main thread is never held for long.

/** Milliseconds of work between two rests. */
const SLICE = 8;

/** Lets the page work; resolves when it is our turn again. */
export function pause() {
  const scheduler = /** @type {{scheduler?: {yield?: () => Promise<void>}}} */ (globalThis).scheduler;
  return scheduler?.yield ? scheduler.yield() : new Promise((resolve) => void setTimeout(resolve, 0));
}

/**
 * Runs `step` until it returns false, resting after each slice.
 * @param {() => boolean} step does a little work; whether any is left
 * @param {AbortSignal} signal
 */
export async function inSlices(step, signal) {
  let end = performance.now() + SLICE;
  while (step()) {
    if (performance.now() < end) continue;
    await pause();
    signal.throwIfAborted();
    end = performance.now() + SLICE;
  }
}
