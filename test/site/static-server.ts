import { existsSync, readFileSync, statSync } from 'node:fs';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';

const TYPES: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  webmanifest: 'application/manifest+json',
  svg: 'image/svg+xml',
  jpg: 'image/jpeg',
  png: 'image/png',
  xml: 'application/xml',
  json: 'application/json',
};

export interface StaticServer {
  readonly origin: string;
  /** What has been asked for that is not there. */
  readonly missing: readonly string[];
  close(): void;
}

/** So many bytes, and what is left of their line, come at once where a page is asked for slowly: half a packet. */
const PIECE = 700;
/** Milliseconds until the next, in which a browser can paint. */
const PAUSE = 20;

/**
 * Serves a folder on the loopback as any web server would: folders by their index, 404.html for what is not there. With
 * `?slowly` a file comes in pieces, as on a bad line.
 */
export async function serveFolder(folder: string): Promise<StaticServer> {
  const missing: string[] = [];
  const server = createServer((request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://localhost');
    const address = decodeURIComponent(pathname);
    let file = path.join(folder, path.normalize(address));
    if (existsSync(file) && statSync(file).isDirectory()) file = path.join(file, 'index.html');
    const found = file.startsWith(folder) && existsSync(file);
    if (!found) missing.push(address);
    const type = TYPES[path.extname(found ? file : '404.html').slice(1)] ?? 'application/octet-stream';
    response.writeHead(found ? 200 : 404, { 'content-type': type });
    const bytes = readFileSync(found ? file : path.join(folder, '404.html'));
    if (searchParams.has('slowly')) void sendSlowly(response, bytes);
    else response.end(bytes);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return { origin: `http://127.0.0.1:${port}`, missing, close: () => server.close() };
}

/** What stands before the page's own part comes at once: nothing is painted before the styles are there, and so is that. */
async function sendSlowly(response: ServerResponse, bytes: Buffer): Promise<void> {
  const first = Math.max(bytes.indexOf('<main'), 0);
  for (let at = 0; at < bytes.length; ) {
    const lineEnd = bytes.indexOf('\n', Math.max(at + PIECE, first)) + 1;
    const end = lineEnd > 0 ? lineEnd : bytes.length;
    response.write(bytes.subarray(at, end));
    at = end;
    await setTimeout(PAUSE);
  }
  response.end();
}
