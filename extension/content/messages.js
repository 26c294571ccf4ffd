// The messages between the host in the page and the engine's frame: JSON only, and every one checked by shape on arrival.

/** Keys and addresses are short; a clause may be long. */
const MAX_STRING = 100_000;
const MAX_STATE = 8_000_000;
const MAX_NUMBERS = 200_000;

const isString = (/** @type {unknown} */ value, max = MAX_STRING) => typeof value === 'string' && value.length <= max;
const isIndex = (/** @type {unknown} */ value) => Number.isInteger(value) && Number(value) >= 0 && Number(value) <= 0xffffffff;
const isSize = (/** @type {unknown} */ value) => typeof value === 'number' && Number.isFinite(value) && value >= 0 && value <= 100_000;
const isNumbers = (/** @type {unknown} */ value) => Array.isArray(value) && value.length <= MAX_NUMBERS && value.every(isIndex);
const isSetting = (/** @type {unknown} */ value) => value === null || typeof value === 'boolean' || isString(value);

/** What each method of the port takes when the frame calls it. @type {Record<string, ((value: any) => boolean)[]>} */
const METHODS = {
  snapshot: [],
  highlight: [isNumbers, (value) => Number.isInteger(value) && value >= -1],
  scrollTo: [isIndex, isIndex],
  open: [isString],
  copy: [isString],
  state: [(value) => isString(value, MAX_STATE)],
  resize: [isSize, isSize],
  close: [],
  setting: [isString],
  remember: [isString, isSetting],
};

/** @typedef {keyof import('../types.js').PagePort} Method */
/** @typedef {{kind: 'call', id: number, method: Method, args: any[]}} Call */
/** @typedef {{kind: 'done', read: boolean} | {kind: 'failed', reason: string}} End */
/** @typedef {Call | End} FromFrame */
/** The parts of a snapshot that are sent in pieces. @typedef {'text' | 'blocks' | 'owners' | 'regions' | 'links' | 'names'} Part */
/**
 * @typedef {{kind: 'run', forced: boolean, width: number}
 *   | {kind: 'resized', width: number}
 *   | {kind: 'focus'}
 *   | {kind: 'part', part: Part, piece: any}
 *   | {kind: 'reply', id: number, value: any}
 *   | {kind: 'refusal', id: number, reason: string}} FromHost
 */

/**
 * @param {unknown} message
 * @returns {message is FromFrame}
 */
export function isFromFrame(message) {
  const m = /** @type {Record<string, unknown>} */ (message);
  if (typeof m !== 'object' || m === null) return false;
  if (m.kind === 'done') return typeof m.read === 'boolean';
  if (m.kind === 'failed') return isString(m.reason);
  if (m.kind !== 'call' || !isIndex(m.id) || typeof m.method !== 'string' || !Object.hasOwn(METHODS, m.method)) return false;
  const wanted = METHODS[m.method];
  return Array.isArray(m.args) && m.args.length === wanted.length && wanted.every((fits, i) => fits(/** @type {any[]} */ (m.args)[i]));
}

const isLink = (/** @type {any} */ link) => typeof link === 'object' && link !== null && isIndex(link.start) && isIndex(link.end) && typeof link.href === 'string';
/** @type {Record<Part, (piece: any) => boolean>} */
const PIECES = {
  text: (piece) => typeof piece === 'string',
  blocks: isNumbers,
  owners: isNumbers,
  regions: isNumbers,
  links: (piece) => Array.isArray(piece) && piece.every(isLink),
  names: (piece) => Array.isArray(piece) && piece.every((name) => typeof name === 'string'),
};

/**
 * @param {unknown} message
 * @returns {message is FromHost}
 */
export function isFromHost(message) {
  const m = /** @type {Record<string, unknown>} */ (message);
  if (typeof m !== 'object' || m === null) return false;
  switch (m.kind) {
    case 'run':
      return typeof m.forced === 'boolean' && isSize(m.width);
    case 'resized':
      return isSize(m.width);
    case 'focus':
      return true;
    case 'part':
      return typeof m.part === 'string' && Object.hasOwn(PIECES, m.part) && PIECES[/** @type {Part} */ (m.part)](m.piece);
    case 'reply':
      return isIndex(m.id);
    case 'refusal':
      return isIndex(m.id) && isString(m.reason);
    default:
      return false;
  }
}
