import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { onTestFinished } from 'vitest';
import { nodeFileSystem } from '../../src/read/node-file-system.ts';
import { createLive, type Live } from '../../src/serve/reload.ts';
import { type RunningServer, type ServerOptions, startServer } from '../../src/serve/server.ts';
import { type SiteFiles, siteFiles } from '../../src/serve/site-files.ts';

/** Stands in every file that may not be seen. */
export const SECRET = 'MẬT-7f3a9c';

const HEAD = `<!doctype html>
<html lang="vi">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'">
<link rel="stylesheet" href="/assets/style.0123456789.css">
`;

export function page(title: string): string {
  return `${HEAD}<title>${title}</title>\n</head>\n<body>\n<h1>${title}</h1>\n</body>\n</html>\n`;
}

/** What the site of these tests has. */
export const FILES: Readonly<Record<string, string | Uint8Array>> = {
  'index.html': page('Trang chủ'),
  'dang-doan-the/index.html': page('Đảng, đoàn thể'),
  'dang-doan-the/bai/index.html': page('Bài'),
  'dang-doan-the/bai/anh.svg': '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>',
  'dang-doan-the/bai/van ban.pdf': Uint8Array.from({ length: 5000 }, (_, index) => index % 256),
  'evil/index.html': page('Bài của evil'),
  'assets/style.0123456789.css': `body { color: black }\n${'/* dài */\n'.repeat(300)}`,
  'assets/plain.css': '',
  'assets/style.css/0123456789/a.css': '',
  'rss.xml': `<rss>${'<item/>'.repeat(500)}</rss>`,
  'feed.json': '{}',
  'a.js': 'export {};',
  'empty.txt': '',
  '404.html': page('Không tìm thấy trang này'),
};

export interface Folder {
  /** Is served. A file with the secret lies above it, beside it, and in it unlisted. */
  readonly root: string;
  readonly site: SiteFiles;
}

/** A folder with the site and with secrets, and a list of files that is wrong about some of them. */
export function folderWithSecrets(base = '', files: typeof FILES = FILES): Folder {
  const above = mkdtempSync(path.join(tmpdir(), 'bantin-serve-'));
  onTestFinished(() => rmSync(above, { recursive: true, force: true }));
  const root = path.join(above, 'site');
  const put = (name: string, content: string | Uint8Array): void => {
    mkdirSync(path.dirname(path.join(root, name)), { recursive: true });
    writeFileSync(path.join(root, name), content);
  };
  for (const [name, content] of Object.entries(files)) put(name, content);
  const secrets = ['../secret.txt', '../site-secret/secret.txt', '.bantin/secret.txt', 'unlisted.txt'];
  for (const name of secrets) put(name, SECRET);
  symlinkSync(path.join(above, 'secret.txt'), path.join(root, 'link.txt'));
  const listed = [...Object.keys(files), '../secret.txt', '.bantin/secret.txt', '.BANTIN/secret.txt'];
  return { root, site: siteFiles(listed, base) };
}

export interface Started extends RunningServer {
  readonly live: Live | undefined;
  readonly root: string;
  readonly faults: unknown[];
}

/** A server on any port that stops with the test. */
export async function start(
  options: Partial<ServerOptions> & {
    readonly base?: string;
    readonly isDev?: boolean;
    readonly content?: typeof FILES;
  } = {},
): Promise<Started> {
  const { base, isDev, content, ...rest } = options;
  const { root, site } = folderWithSecrets(base, content);
  const live = isDev ? createLive({ version: 'v1', site: rest.site ?? (() => site) }) : undefined;
  const faults: unknown[] = [];
  const server = await startServer({
    files: nodeFileSystem(root),
    site: () => site,
    port: 0,
    language: 'vi',
    onFault: (cause) => faults.push(cause),
    dev: live && { live, client: { script: '/* script */', style: '/* style */' } },
    ...rest,
  });
  onTestFinished(() => server.close());
  return { ...server, live, root, faults };
}

export interface Reply {
  /** 0 if the server has closed without a word. */
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
  readonly text: string;
  /** All that came, further answers with it. */
  readonly all: string;
}

/** Sends bytes as they are, says no more, and takes what comes until the server closes too. */
export function sendRaw(port: number, bytes: string | Uint8Array, host = '127.0.0.1'): Promise<Reply> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    const socket = connect({ port, host });
    socket.setTimeout(10_000, () => {
      socket.destroy();
      reject(new Error(`No answer to ${JSON.stringify(String(bytes).slice(0, 200))}`));
    });
    socket.on('data', (chunk) => chunks.push(chunk));
    // A server that closes while it is still written to resets the connection.
    socket.on('error', () => {});
    socket.on('close', () => resolve(parseReply(Buffer.concat(chunks))));
    socket.on('connect', () => socket.end(bytes));
  });
}

function parseReply(all: Buffer): Reply {
  const end = all.indexOf('\r\n\r\n');
  const [first = '', ...lines] = all.subarray(0, Math.max(end, 0)).toString('latin1').split('\r\n');
  const headers = Object.fromEntries(
    lines.map((line) => [
      line.slice(0, line.indexOf(':')).toLowerCase(),
      line.slice(line.indexOf(':') + 1).trim(),
    ]),
  );
  const body = all.subarray(end + 4);
  return {
    status: Number(/^HTTP\/1\.1 (\d{3})/.exec(first)?.[1] ?? 0),
    headers,
    body,
    text: body.toString(),
    all: all.toString(),
  };
}

/** A sound request; `headers` may take the place of its own. */
export function request(
  port: number,
  target: string,
  headers: Readonly<Record<string, string>> = {},
  method = 'GET',
): Promise<Reply> {
  const all = { Host: `127.0.0.1:${port}`, Connection: 'close', ...headers };
  const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}\r\n`);
  return sendRaw(port, `${method} ${target} HTTP/1.1\r\n${lines.join('')}\r\n`);
}
