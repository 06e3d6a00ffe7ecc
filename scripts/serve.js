/**
 * Serves the demo from this machine to this machine: `node scripts/serve.js`, on 127.0.0.1, port 8080 or $PORT.
 *
 * A static server for our own files, also used by the browser tests; no server for the open network.
 */
import { createReadStream, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join, normalize, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('..', import.meta.url));

/** @type {Record<string, string>} */
const TYPES = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
};

/** Which folders of the repository answer for which addresses; the first that has the file does. */
export const DEMO = [
  { prefix: '/pkg/', folder: 'pkg' },
  { prefix: '/', folder: 'target/demo' },
  { prefix: '/', folder: 'www/demo' },
];

/** For those who take the core by itself: its files by their plain names, which the package gives others. */
export const PLAIN = ['target/core', 'data'].map((folder) => ({ prefix: '/pkg/', folder }));

/**
 * The file that a request path names, if there is one.
 * @param {string} path
 * @param {{prefix: string, folder: string}[]} routes
 */
function fileFor(path, routes) {
  for (const { prefix, folder } of routes) {
    if (!path.startsWith(prefix)) continue;
    const base = resolve(ROOT, folder);
    const file = join(base, normalize('/' + path.slice(prefix.length)), path.endsWith('/') ? 'index.html' : '');
    if (file.startsWith(base + sep) && statSync(file, { throwIfNoEntry: false })?.isFile()) return file;
  }
  return undefined;
}

/**
 * What tests make up, by path: HTML, or something else with its type, or `null` for a connection that breaks.
 * @typedef {Map<string, string | { type: string, body: string, headers?: Record<string, string> } | null>} Pages
 */

/**
 * Serves `routes` and, before them, what `pages` makes up. Resolves once it listens.
 * @param {{port?: number, routes?: {prefix: string, folder: string}[], pages?: Pages, headers?: Record<string, string>}} [options] `headers` go with every answer
 * @returns {Promise<{origin: string, close(): void}>}
 */
export function serve({ port = 0, routes = DEMO, pages = new Map(), headers = {} } = {}) {
  const server = createServer((request, response) => {
    let path;
    try {
      path = decodeURIComponent(new URL(request.url ?? '/', 'http://localhost').pathname);
    } catch {
      response.writeHead(400).end();
      return;
    }
    const page = pages.get(path);
    if (page === null) {
      response.destroy();
      return;
    }
    if (page !== undefined) {
      const { type, body, headers: own } = typeof page === 'string' ? { type: TYPES['.html'], body: page, headers: {} } : { headers: {}, ...page };
      response.writeHead(200, { 'content-type': type, 'cache-control': 'no-cache', ...headers, ...own }).end(body);
      return;
    }
    const file = fileFor(path, routes);
    if (file === undefined) {
      response.writeHead(404, { 'content-type': TYPES['.txt'] }).end(`There is no ${path} here.\n`);
      return;
    }
    // Revalidated each time, so that a rebuilt package is what the page gets.
    response.writeHead(200, { 'content-type': TYPES[extname(file)] ?? 'application/octet-stream', 'cache-control': 'no-cache', ...headers });
    createReadStream(file).pipe(response);
  });
  return new Promise((done, failed) => {
    server.once('error', failed);
    server.listen(port, '127.0.0.1', () => {
      const address = server.address();
      const bound = typeof address === 'object' && address !== null ? address.port : port;
      done({
        origin: `http://127.0.0.1:${bound}`,
        close() {
          server.close();
          server.closeAllConnections();
        },
      });
    });
  });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const port = Number(process.env['PORT'] ?? 8080);
  try {
    const { origin } = await serve({ port });
    console.log(`The demo is at ${origin}/ (Ctrl-C ends it).`);
  } catch (error) {
    console.error(`The demo cannot be served on port ${port}: ${error instanceof Error ? error.message : String(error)}. Name another: make demo PORT=8081`);
    process.exitCode = 1;
  }
}
