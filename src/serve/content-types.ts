import { extensionOf, nameOf } from '../base/address.ts';

const TEXT: Readonly<Record<string, string>> = {
  html: 'text/html',
  css: 'text/css',
  js: 'text/javascript',
  mjs: 'text/javascript',
  xml: 'application/xml',
  json: 'application/json',
  webmanifest: 'application/manifest+json',
  svg: 'image/svg+xml',
  txt: 'text/plain',
  csv: 'text/csv',
};

const BINARY: Readonly<Record<string, string>> = {
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  webp: 'image/webp',
  gif: 'image/gif',
  avif: 'image/avif',
  ico: 'image/x-icon',
  woff2: 'font/woff2',
  mp3: 'audio/mpeg',
  mp4: 'video/mp4',
  pdf: 'application/pdf',
  zip: 'application/zip',
  doc: 'application/msword',
  xls: 'application/vnd.ms-excel',
  ppt: 'application/vnd.ms-powerpoint',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  pptx: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
  odt: 'application/vnd.oasis.opendocument.text',
  ods: 'application/vnd.oasis.opendocument.spreadsheet',
  odp: 'application/vnd.oasis.opendocument.presentation',
};

/** The Content-Type of an output file, by its name. What is not known is not shown but saved. */
export function contentTypeOf(path: string): string {
  if (nameOf(path) === 'feed.json') return 'application/feed+json; charset=utf-8';
  const extension = extensionOf(path);
  const text = lookUp(TEXT, extension);
  return text === undefined
    ? (lookUp(BINARY, extension) ?? 'application/octet-stream')
    : `${text}; charset=utf-8`;
}

/** Whether it gets smaller by compression: what has a charset is text. */
export function isText(type: string): boolean {
  return type.endsWith('; charset=utf-8');
}

/** `constructor` is an extension too. */
function lookUp(table: Readonly<Record<string, string>>, extension: string): string | undefined {
  return Object.hasOwn(table, extension) ? table[extension] : undefined;
}
