// Waits for what no event tells of: asks again until the answer is yes.

import { setTimeout as rest } from 'node:timers/promises';

/** How long anything may take, in milliseconds. */
export const PATIENCE = 20_000;

/** Between two questions. */
const AGAIN = 25;

/**
 * @template T
 * @param {string} what The condition, in words for the failure.
 * @param {() => Promise<T>} ask
 * @returns {Promise<NonNullable<T>>} The first answer that is truthy.
 */
export async function until(what, ask) {
  const end = Date.now() + PATIENCE;
  for (;;) {
    const answer = await ask();
    if (answer) return answer;
    if (Date.now() > end) throw new Error(`waited in vain: ${what}`);
    await rest(AGAIN);
  }
}
