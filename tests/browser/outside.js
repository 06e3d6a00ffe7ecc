/**
 * All the world but this machine, for browsers under test: a proxy that refuses everything and remembers what was asked for.
 */
import { createServer } from 'node:http';

/** What browsers ask for of their own accord, however they are told not to. */
const THEIR_OWN = /^(https?:\/\/)?[\w.-]*\.(mozilla\.(com|org|net)|google\.com|googleapis\.com|gvt1\.com)\b/;

export async function startOutside() {
  /** @type {string[]} */
  const asked = [];
  const server = createServer((request, response) => {
    asked.push(request.url ?? '');
    response.writeHead(403).end();
  });
  // Addresses of https: of which only the host is known here.
  server.on('connect', (request, socket) => {
    asked.push(request.url ?? '');
    socket.on('error', () => undefined);
    socket.end('HTTP/1.1 403 Forbidden\r\n\r\n');
  });
  await new Promise((done) => server.listen(0, '127.0.0.1', () => { done(undefined); }));
  const address = server.address();
  if (typeof address !== 'object' || address === null) throw new Error('the proxy has no port');
  return {
    port: address.port,
    /** Each address, or the host and port of it, that pages have asked for. */
    asked: () => asked.filter((each) => !THEIR_OWN.test(each)),
    close() {
      server.close();
      server.closeAllConnections();
    },
  };
}
