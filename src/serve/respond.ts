import type { IncomingHttpHeaders } from 'node:http';
import { brotliCompressSync, gzipSync, constants as zlib } from 'node:zlib';
import { fingerprint } from '../base/fingerprint.ts';
import { contentTypeOf, isText } from './content-types.ts';
import { type Coding, chooseCoding, isKnown, readRange } from './negotiate.ts';
import { securityHeaders } from './policy.ts';

/** A whole answer. A HEAD request gets it without its body. */
export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
}

/** A file that is to be sent. */
export interface Sent {
  /** Its output path: decides its type, and how long it may be kept. */
  readonly path: string;
  readonly bytes: Uint8Array;
  readonly status: 200 | 404;
  /** The site is being written: nothing is kept, and pages may load the reload script. */
  readonly dev: boolean;
}

/** Smaller bodies gain less from being packed than the header costs. */
const SMALL = 1024;
/** A good trade for what is packed anew for each request. */
const BROTLI_QUALITY = 5;
/** A name with its content's hash, as `assetAddresses` gives it. */
const HASHED_ASSET = /^assets\/.*\.[0-9a-f]{10}(?:\.[^./]*)?$/;
const NOTHING = new Uint8Array();

/** Answers with a file, or says that the client has it already, or sends the part that was asked for. */
export function answerWithFile(sent: Sent, request: IncomingHttpHeaders): Answer {
  const { bytes, status } = sent;
  const type = contentTypeOf(sent.path);
  const packs = isText(type) && bytes.length > SMALL;
  const coding = packs ? chooseCoding(textOf(request['accept-encoding'])) : undefined;
  const hash = fingerprint(bytes);
  const etag = coding === undefined ? `"${hash}"` : `"${hash}-${coding}"`;
  const headers = {
    ...securityHeaders(type),
    'cache-control': cacheControl(sent),
    ...(status === 200 && { etag }),
    ...(packs && { vary: 'Accept-Encoding' }),
  };
  if (status === 200 && isKnown(request['if-none-match'], etag)) {
    return { status: 304, headers, body: NOTHING };
  }
  const whole = { ...headers, 'content-type': type };
  if (coding !== undefined) {
    return { status, headers: { ...whole, 'content-encoding': coding }, body: pack(bytes, coding) };
  }
  if (status !== 200) return { status, headers: whole, body: bytes };
  return answerWithPart(bytes, { ...whole, 'accept-ranges': 'bytes' }, etag, request);
}

function answerWithPart(
  bytes: Uint8Array,
  headers: Readonly<Record<string, string>>,
  etag: string,
  request: IncomingHttpHeaders,
): Answer {
  const ifRange = textOf(request['if-range']);
  const isSame = ifRange === undefined || ifRange.trim() === etag;
  const range = isSame ? readRange(request.range, bytes.length) : undefined;
  if (range === undefined) return { status: 200, headers, body: bytes };
  if (range === 'unsatisfiable') {
    return {
      status: 416,
      headers: { ...headers, 'content-range': `bytes */${bytes.length}` },
      body: NOTHING,
    };
  }
  return {
    status: 206,
    headers: { ...headers, 'content-range': `bytes ${range.first}-${range.last}/${bytes.length}` },
    body: bytes.subarray(range.first, range.last + 1),
  };
}

/** An answer in words that is no file of the site. It is never kept. */
export function answerWithText(
  status: number,
  text: string,
  options: { readonly type?: string; readonly headers?: Record<string, string> } = {},
): Answer {
  const type = options.type ?? 'text/plain; charset=utf-8';
  return {
    status,
    headers: {
      ...securityHeaders(type),
      'cache-control': 'no-store',
      'content-type': type,
      ...options.headers,
    },
    body: Buffer.from(text),
  };
}

/** For good, but not remembered: another site may be served here tomorrow. */
export function answerWithRedirect(location: string): Answer {
  return answerWithText(308, '', { headers: { location } });
}

function cacheControl({ path, dev }: Sent): string {
  if (dev) return 'no-store';
  return HASHED_ASSET.test(path) ? 'public, max-age=31536000, immutable' : 'no-cache';
}

function pack(bytes: Uint8Array, coding: Coding): Uint8Array {
  if (coding === 'gzip') return gzipSync(bytes);
  return brotliCompressSync(bytes, {
    params: {
      [zlib.BROTLI_PARAM_QUALITY]: BROTLI_QUALITY,
      [zlib.BROTLI_PARAM_SIZE_HINT]: bytes.length,
    },
  });
}

function textOf(header: string | string[] | undefined): string | undefined {
  return typeof header === 'object' ? header.join(',') : header;
}
