// A loopback server of fixture pages.

import { createServer } from 'node:http';
import { readFile } from 'node:fs/promises';
import path from 'node:path';

/**
 * A running server.
 * @typedef {object} Server
 * @property {string} url The origin, without a slash at the end.
 * @property {number} port
 * @property {string[]} requests The paths that were asked for, in order.
 * @property {() => Promise<void>} close
 */

/** @type {Record<string, string>} */
const TYPES = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
};

/** What pages share, as servers have included it since the nineties: `<!--#include virtual="/texts/terms.html" -->`. */
const INCLUDE = /<!--#include virtual="([^"]+)" -->/;

/**
 * Serves the files of a folder. A page may include others (see `INCLUDE`). A file `headers.json` in it may name further headers of paths:
 * `{ "/terms.html?strict": { "Content-Security-Policy": "default-src 'none'" } }`; the key `*` means all.
 * @param {string} folder
 * @param {Record<string, Record<string, string>>} [more] Headers as in `headers.json`, over those.
 * @returns {Promise<Server>}
 */
export async function serve(folder, more = {}) {
  const root = path.resolve(folder);
  const headers = { ...(await sidecar(root)), ...more };
  /** @type {string[]} */
  const requests = [];
  const server = createServer(async (request, response) => {
    const { pathname: wanted, search } = new URL(request.url ?? '/', 'http://loopback');
    requests.push(wanted);
    const name = decodeURIComponent(wanted.endsWith('/') ? `${wanted}index.html` : wanted);
    const body = await content(root, name);
    if (body === null) {
      response.writeHead(404, { 'Content-Type': 'text/plain' }).end('not here');
      return;
    }
    const type = TYPES[path.extname(name)] ?? 'application/octet-stream';
    response.writeHead(200, { 'Content-Type': type, ...headers['*'], ...headers[wanted + search] }).end(body);
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(undefined)));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the server has no port');
  return {
    url: `http://127.0.0.1:${address.port}`,
    port: address.port,
    requests,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/**
 * A file inside `root`, its includes filled in; `null` where there is none.
 * @param {string} root
 * @param {string} name
 * @returns {Promise<Buffer | string | null>}
 */
async function content(root, name) {
  const file = path.join(root, name);
  const body = file.startsWith(root + path.sep) ? await readFile(file).catch(() => null) : null;
  if (body === null || path.extname(file) !== '.html') return body;
  let text = body.toString();
  for (let found = INCLUDE.exec(text); found; found = INCLUDE.exec(text)) {
    const part = await content(root, found[1]);
    if (part === null) throw new Error(`${name} includes ${found[1]}, which is not there`);
    text = text.replace(found[0], () => part.toString());
  }
  return text;
}

/**
 * @param {string} root
 * @returns {Promise<Record<string, Record<string, string>>>}
 */
async function sidecar(root) {
  const text = await readFile(path.join(root, 'headers.json'), 'utf8').catch(() => null);
  return text === null ? {} : JSON.parse(text);
}
