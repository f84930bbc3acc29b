import type { IncomingHttpHeaders } from 'node:http';
import { LIVE_ADDRESSES } from '../base/live.ts';
import type { Language } from '../base/messages/describe.ts';
import type { FileSystem } from '../read/file-system.ts';
import { type GuardedRequest, isHost, refusalOf } from './guard.ts';
import { withReloadScript } from './inject.ts';
import type { Live } from './reload.ts';
import { type RequestTarget, readTarget } from './request-target.ts';
import { type Answer, answerWithFile, answerWithRedirect, answerWithText } from './respond.ts';
import type { SiteFiles } from './site-files.ts';
import { serveWords } from './words.ts';

/** What is served. */
export interface Served {
  /** The folder that the paths of `site` are relative to. */
  readonly files: FileSystem;
  /** The site as it is now: asked for each request. */
  readonly site: () => SiteFiles;
  /** Told of a file that `site` has and that is not there. */
  readonly missed?: ((path: string) => void) | undefined;
  readonly language: Language;
  /** Makes it the server of `bantin dev`: nothing is kept, and pages reload themselves. */
  readonly dev?: DevOptions | undefined;
}

export interface DevOptions {
  readonly live: Live;
  /** The texts of `build/client/reload.js` and `reload.css`. */
  readonly client: { readonly script: string; readonly style: string };
}

/** `IncomingMessage` is one. */
export interface Asked extends GuardedRequest {
  readonly url?: string | undefined;
}

/** An answer that does not end. */
export interface Subscription {
  /** The path of the page that asks, escaped. */
  readonly page: string;
}

/** `hosts` are those of `allowedHosts`. Throws only if a file that is there cannot be read. */
export function answerTo(request: Asked, served: Served, hosts: ReadonlySet<string>): Answer | Subscription {
  const words = serveWords(served.language);
  const refusal = refusalOf(request, hosts);
  if (refusal !== undefined) {
    const isMethod = refusal === 'method';
    const headers: Record<string, string> = isMethod ? { allow: 'GET, HEAD' } : {};
    return answerWithText(isMethod ? 405 : 403, words.refused[refusal], { headers });
  }
  const target = readTarget(request.url ?? '');
  if (target === undefined || (target.host !== undefined && !isHost(target.host, hosts))) {
    return answerWithText(400, words.malformed);
  }
  // Parts are for GET only.
  const headers = request.method === 'HEAD' ? { ...request.headers, range: undefined } : request.headers;
  return answerOfOurs(target, request, served) ?? answerOfSite(target, headers, served);
}

/** What the pages of `bantin dev` load besides the site. */
function answerOfOurs(
  target: RequestTarget,
  request: Asked,
  { dev }: Served,
): Answer | Subscription | undefined {
  if (dev === undefined || target.folder) return undefined;
  switch (`/${target.names.join('/')}`) {
    case LIVE_ADDRESSES.script:
      return answerWithText(200, dev.client.script, { type: 'text/javascript; charset=utf-8' });
    case LIVE_ADDRESSES.style:
      return answerWithText(200, dev.client.style, { type: 'text/css; charset=utf-8' });
    case LIVE_ADDRESSES.events:
      if (request.method !== 'GET') return answerWithText(200, '', { type: 'text/event-stream' });
      return { page: new URLSearchParams(target.query).get('page') ?? '/' };
    default:
      return undefined;
  }
}

function answerOfSite(target: RequestTarget, headers: IncomingHttpHeaders, served: Served): Answer {
  const site = served.site();
  const found = site.find(target);
  if (found.kind === 'redirect') return answerWithRedirect(found.location);
  const file = found.kind === 'file' ? answerFromDisk(found.path, 200, headers, served) : undefined;
  const own = site.has(NOT_FOUND) ? () => answerFromDisk(NOT_FOUND, 404, headers, served) : () => undefined;
  return file ?? own() ?? answerPlainly(headers, served);
}

const NOT_FOUND = '404.html';

/** A page all the same, so that it reloads itself once there is something. */
function answerPlainly(headers: IncomingHttpHeaders, served: Served): Answer {
  const { title, text } = serveWords(served.language).notFound;
  const page = `<!doctype html>
<html lang="${served.language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${title}</title>
</head>
<body>
<h1>${title}</h1>
<p>${text}</p>
</body>
</html>
`;
  return answerWithBytes(Buffer.from(page), NOT_FOUND, 404, headers, served);
}

/** Undefined if the file has gone since the site was listed. */
function answerFromDisk(
  path: string,
  status: 200 | 404,
  headers: IncomingHttpHeaders,
  served: Served,
): Answer | undefined {
  let bytes: Uint8Array;
  try {
    bytes = served.files.read(path);
  } catch (cause) {
    const code = (cause as NodeJS.ErrnoException).code;
    if (code !== 'ENOENT' && code !== 'ENOTDIR') throw cause;
    served.missed?.(path);
    return undefined;
  }
  return answerWithBytes(bytes, path, status, headers, served);
}

function answerWithBytes(
  bytes: Uint8Array,
  path: string,
  status: 200 | 404,
  headers: IncomingHttpHeaders,
  { dev }: Served,
): Answer {
  if (dev === undefined) return answerWithFile({ path, bytes, status, dev: false }, headers);
  const sent = path.endsWith('.html') ? withReloadScript(bytes, dev.live.version) : bytes;
  return answerWithFile({ path, bytes: sent, status, dev: true }, headers);
}
