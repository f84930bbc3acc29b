import type { Document } from '../model/document.ts';
import type { DocumentMemo } from './memos.ts';

/**
 * A remembered document as it is written: most fields of most documents say nothing, and are left out. That is half
 * of the bytes, and of the time to read them.
 */
export type SealedDocument = readonly [
  path: string,
  fingerprint: string,
  options: number,
  document: Partial<Document> | null,
  empty: boolean,
  diagnostics: DocumentMemo['result']['diagnostics'],
  bodyPrint: string,
];

/** What a field is where it is left out, in the order in which the parser makes them. */
const SILENT = {
  kind: 'article',
  path: '',
  folders: [],
  sectionKey: '',
  title: '',
  slug: '',
  date: null,
  day: null,
  updated: null,
  views: null,
  author: '',
  source: '',
  summary: '',
  excerpt: '',
  image: null,
  imageCaption: '',
  imageAlt: '',
  tags: [],
  attachments: [],
  also: [],
  translations: [],
  aliases: [],
  pinned: false,
  draft: false,
  id: null,
  language: null,
  order: null,
  contact: [],
  extra: {},
  outline: { references: [], ids: [], isEmpty: false },
  fieldsPrint: '',
  place: { path: '', line: 1, column: 1, text: '---' },
} as const satisfies Document;

/** But for the path, which begins the row, and the place, which mostly follows from it. */
const FIELDS = Object.entries(SILENT)
  .filter(([name]) => name !== 'path' && name !== 'place')
  .map(([name, value]) => [name as keyof Document, value] as const);

export function sealDocument(path: string, memo: DocumentMemo, options: number): SealedDocument {
  const { document, empty, diagnostics, bodyPrint } = memo.result;
  const said = document && withoutSilence(document);
  return [path, memo.fingerprint, options, said, empty, diagnostics, bodyPrint];
}

/**
 * All that can be said of a document but its text. Where in the text links stand shows in findings alone: that is left
 * out too, unless there are `found` any in its file.
 */
export function sealWithoutText(memo: DocumentMemo, found: ReadonlySet<string>): string {
  return sealWithout(memo, found, {});
}

/** The same, and without the words by which an article is listed. */
export function sealWithoutWords(memo: DocumentMemo, found: ReadonlySet<string>): string {
  return sealWithout(memo, found, WORDS);
}

/** What nothing but pages that list or show an article is made from: no address, no order, no list, no finding. */
const WORDS = { title: '', summary: '', excerpt: '', author: '', source: '', fieldsPrint: '' } as const;

function sealWithout(
  { options, result }: DocumentMemo,
  found: ReadonlySet<string>,
  words: Partial<Document>,
): string {
  const { document } = result;
  const seal = (said: Document | null): string => {
    const without = { ...result, document: said, bodyPrint: '' };
    return JSON.stringify([options, sealDocument('', { fingerprint: '', options, result: without }, 0)]);
  };
  if (document === null) return seal(null);
  const { outline, place } = document;
  const references = outline.references.map((reference) => ({ ...reference, spot: NO_SPOT }));
  return seal({
    ...document,
    ...words,
    outline: found.has(place.path) ? outline : { ...outline, references },
  });
}

/** Whether two documents say the same; their texts may differ, where none of that shows in a document. */
export function saySameFields(a: Document, b: Document): boolean {
  return a.path === b.path && JSON.stringify(withoutSilence(a)) === JSON.stringify(withoutSilence(b));
}

const NO_SPOT = { line: 0, column: 0, text: '' };

export function openDocument(sealed: SealedDocument, options: readonly string[]): [string, DocumentMemo] {
  const [path, fingerprint, index, said, empty, diagnostics, bodyPrint] = sealed;
  const document = said && withSilence(path, said);
  const result = { document, empty, diagnostics, bodyPrint };
  return [path, { fingerprint, options: options[index] ?? '', result }];
}

/** Every document has its fields in the same order: a spread of what was said would take ten times as long. */
function withSilence(path: string, said: Partial<Document>): Document {
  return {
    kind: said.kind ?? SILENT.kind,
    path,
    folders: said.folders ?? SILENT.folders,
    sectionKey: said.sectionKey ?? SILENT.sectionKey,
    title: said.title ?? SILENT.title,
    slug: said.slug ?? SILENT.slug,
    date: said.date ?? SILENT.date,
    day: said.day ?? SILENT.day,
    updated: said.updated ?? SILENT.updated,
    views: said.views ?? SILENT.views,
    author: said.author ?? SILENT.author,
    source: said.source ?? SILENT.source,
    summary: said.summary ?? SILENT.summary,
    excerpt: said.excerpt ?? SILENT.excerpt,
    image: said.image ?? SILENT.image,
    imageCaption: said.imageCaption ?? SILENT.imageCaption,
    imageAlt: said.imageAlt ?? SILENT.imageAlt,
    tags: said.tags ?? SILENT.tags,
    attachments: said.attachments ?? SILENT.attachments,
    also: said.also ?? SILENT.also,
    translations: said.translations ?? SILENT.translations,
    aliases: said.aliases ?? SILENT.aliases,
    pinned: said.pinned ?? SILENT.pinned,
    draft: said.draft ?? SILENT.draft,
    id: said.id ?? SILENT.id,
    language: said.language ?? SILENT.language,
    order: said.order ?? SILENT.order,
    contact: said.contact ?? SILENT.contact,
    extra: said.extra ?? SILENT.extra,
    outline: said.outline ?? SILENT.outline,
    fieldsPrint: said.fieldsPrint ?? SILENT.fieldsPrint,
    place: said.place ?? placeOf(path),
  };
}

function withoutSilence(document: Document): Partial<Document> {
  const said: Partial<Record<keyof Document, unknown>> = {};
  for (const [name, silent] of FIELDS) {
    const value = document[name];
    if (value !== silent && !isEmptyLike(value, silent)) said[name] = value;
  }
  // Nothing is put in and deleted again: V8 would keep the object as a table from then on.
  const { path, line, column, text } = document.place;
  const usual = placeOf(document.path);
  if (path !== usual.path || line !== 1 || column !== 1 || text !== usual.text) said.place = document.place;
  return said as Partial<Document>;
}

function placeOf(path: string): Document['place'] {
  const { line, column, text } = SILENT.place;
  return { path: `content/${path}`, line, column, text };
}

/** Both lists or both objects, and nothing in either. */
function isEmptyLike(value: unknown, silent: unknown): boolean {
  if (typeof value !== 'object' || value === null || typeof silent !== 'object' || silent === null)
    return false;
  return (
    Array.isArray(value) === Array.isArray(silent) &&
    Object.keys(value).length === 0 &&
    Object.keys(silent).length === 0
  );
}
