// Runs one reading of a page: snapshot, engine in slices, view. The same in the content script and in the frame.
// Rust is only ever called synchronously, so that a trap surfaces here as an exception.

/** @typedef {import('../types.js').PagePort} PagePort */
/** @typedef {import('../types.js').Session} Session */

/**
 * @param {typeof import('./port/pause.js').inSlices} inSlices handed in: the frame and the content script import differently
 * @param {Session} session
 * @param {PagePort} port
 * @param {boolean} forced whether the page is read whatever it seems to be
 * @param {AbortSignal} signal
 * @returns {Promise<boolean>} whether the page is one that is read
 */
export async function run(inSlices, session, port, forced, signal) {
  const snapshot = await port.snapshot();
  signal.throwIfAborted();
  session.load(snapshot, forced);
  await inSlices(() => session.step(), signal);
  const collapsed = (await port.setting('collapsed')) === true;
  signal.throwIfAborted();
  const shown = session.show(collapsed);
  if (!shown) port.state(JSON.stringify({ state: 'ordinary' }));
  return shown;
}
