// Cuts long work into slices, so that the page's main thread is never held for long.

/** Milliseconds of work between two rests. */
const SLICE = 8;

/**
 * Lets the page work; resolves when it is our turn again. A task of its own, behind the page's: `scheduler.yield` would go on before them,
 * and hold the page up for as long as all slices take together (tests/e2e/measure/long-task.mjs).
 */
export function pause() {
  const { scheduler } = /** @type {{scheduler?: {postTask?: (task: () => void, options: object) => Promise<void>}}} */ (globalThis);
  return scheduler?.postTask?.(() => {}, { priority: 'user-visible' }) ?? new Promise((resolve) => void setTimeout(resolve, 0));
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
