import { folderOf, nameKey, nameOf } from '../base/address.ts';
import { type Diagnostic, error, warning } from '../base/diagnostic.ts';
import { fingerprint } from '../base/fingerprint.ts';
import { isLanguage, type Language } from '../base/messages/describe.ts';
import { calendar, parseTimestamp, type Timestamp, type Zone } from '../base/time.ts';
import { capitalised, fold } from '../base/vietnamese.ts';
import type { Body } from '../model/body.ts';
import type { Document } from '../model/document.ts';
import { readAliases, readSlug } from './address-fields.ts';
import { decode } from './decode.ts';
import { createFieldReader, type FieldReader } from './field-values.ts';
import { type FieldValue, type FrontMatter, readFrontMatter } from './front-matter.ts';
import { firstHeading, parseMarkdown } from './markdown/parse-markdown.ts';
import { createSource, placeAt, type Source } from './source.ts';
import { withoutUnseen } from './unseen.ts';
import { reportUnused } from './unused-fields.ts';

/** What a parse depends on besides the file's own path and bytes. */
export interface ParserOptions {
  readonly zone: Zone;
}

export interface DocumentSource {
  /** Relative to `content/`. */
  readonly path: string;
  readonly bytes: Uint8Array;
}

export interface DocumentResult {
  /** null if the file is empty or cannot be read as an article, a page or a section. An article without a date is on no page. */
  readonly document: Document | null;
  /** Its text; null where there is no document. */
  readonly body: Body | null;
  /** Stands for the body: texts with one fingerprint are the same. Empty where there is no document. */
  readonly bodyPrint: string;
  /** An empty file: left out on purpose. */
  readonly empty: boolean;
  readonly diagnostics: readonly Diagnostic[];
}

/** Longer than any announcement; markdown-it's time and memory grow with it. */
const MAX_BYTES = 512 * 1024;

/** One Markdown file of `content/`; its path is relative to it. */
export function parseDocument(file: DocumentSource, options: ParserOptions): DocumentResult {
  const { path, bytes } = file;
  const shownPath = `content/${path}`;
  const fail = (...diagnostics: Diagnostic[]): DocumentResult => ({
    document: null,
    body: null,
    bodyPrint: '',
    empty: false,
    diagnostics,
  });
  if (bytes.length > MAX_BYTES) {
    const sizes = { kilobytes: Math.ceil(bytes.length / 1024), limit: MAX_BYTES / 1024 };
    return fail(error('file-too-large', { path: shownPath, line: 1, column: 1, text: '' }, sizes));
  }
  const decoded = decode(bytes);
  if ('looksLike' in decoded) {
    return fail(error('encoding', { path: shownPath, ...decoded.spot }, { looksLike: decoded.looksLike }));
  }
  if (decoded.text.trim() === '') return { ...fail(), empty: true };

  const source = createSource(shownPath, decoded.text, decoded.isOrdinary);
  const { frontMatter, diagnostics } = readFrontMatter(source);
  if (frontMatter === undefined) return fail(...diagnostics);
  const result = readDocument(file, source, frontMatter, options, [...diagnostics]);
  // What can be read of it is looked at, so that all is told in one run.
  return frontMatter.isWhole ? result : { ...result, document: withoutPage(result.document) };
}

/** Of which some fields are not known: no page is made of it, but where its links and pictures lead is. */
function withoutPage(document: Document | null): Document | null {
  if (document === null || document.kind === 'section') return null;
  // Whether the other text is in the same language may stand in what could not be read.
  return { ...document, kind: 'article', date: null, day: null, translations: [] };
}

function readDocument(
  { path, bytes }: DocumentSource,
  source: Source,
  frontMatter: FrontMatter,
  options: ParserOptions,
  diagnostics: Diagnostic[],
): DocumentResult {
  const report = (diagnostic: Diagnostic): void => {
    diagnostics.push(diagnostic);
  };
  const fields = createFieldReader(frontMatter.fields, options.zone, report);
  const name = readName(path, options.zone);
  const kind = readKind(path, fields, report);
  reportUnused(kind, frontMatter.fields, report);
  const date = kind === 'section' ? null : readDate(fields, frontMatter, name.date);
  if (kind === 'article' && frontMatter.isWhole) checkDate(source, frontMatter, date, report);

  const text = source.from(frontMatter.bodyLine);
  const head = source.text.slice(0, source.text.length - text.length);
  // The same print either way: bytes that are there need not be made of the text again.
  const textPrint = fingerprint(source.isOrdinary ? bytes.subarray(Buffer.byteLength(head)) : text);
  const written = fields.text('title');
  const title = written || withoutUnseen(firstHeading(text) ?? '') || name.words;
  if (written === '' && kind !== 'section' && frontMatter.isWhole) {
    const field = frontMatter.fields.get('title');
    if (field) report(warning('title-empty', field.place, { field: field.name, title }));
    else report(warning('title-missing', placeAt(source, 1, 1), { title }));
  }
  const sameAsTitle = (heading: string): boolean => fold(heading) === fold(title);
  const image = fields.located('image');
  const imageCaption = fields.text('imageCaption');
  const imageAlt = fields.text('imageAlt');
  const main = image && { file: image.value, alt: imageAlt, caption: imageCaption };
  const markdown = parseMarkdown(source, frontMatter.bodyLine, sameAsTitle, main);
  for (const diagnostic of markdown.diagnostics) report(diagnostic);

  const hasSlug = frontMatter.isWhole || frontMatter.fields.has('slug');

  // All in one literal, and in this order findings are told.
  const document: Document = {
    kind,
    path,
    folders: name.folders,
    sectionKey: nameKey(name.folders.join('/')),
    title: kind === 'section' ? written : title,
    slug: kind === 'section' || !hasSlug ? '' : readSlug(path, source, fields, name.stem, report),
    date,
    day: date && dayOf(date, options.zone),
    updated: fields.date('updated'),
    // A count of 0 is that of a system that has not counted: there is nothing to show.
    views: fields.count('views') || null,
    author: fields.text('author'),
    source: fields.text('source'),
    summary: fields.text('summary'),
    excerpt: markdown.excerpt,
    image,
    imageCaption,
    imageAlt: imageAlt || markdown.mainAlt,
    tags: [...new Set(fields.words('tags'))],
    attachments: fields.files('attachments'),
    also: fields.list('also'),
    translations: fields.list('translation'),
    aliases: readAliases(fields, report),
    pinned: fields.flag('pinned'),
    draft: fields.flag('draft'),
    id: fields.located('id'),
    language: readLanguage(fields, report),
    order: fields.order('order'),
    contact: fields.pairs('contact'),
    extra: frontMatter.extra,
    outline: markdown.outline,
    // Of what they are read from, not of what was read: that would have to be written as text first.
    fieldsPrint: fingerprint(
      [path, options.zone.offset, title, markdown.excerpt, markdown.mainAlt, head].join('\n'),
    ),
    place: placeAt(source, 1, 1),
  };
  // Of all that the body is made from: a new count of views must not make new feeds.
  const hasImage = markdown.outline.references.some(({ kind }) => kind === 'image');
  const bodyPrint = fingerprint(`${title}\n${hasImage ? JSON.stringify(main) : ''}\n${textPrint}`);
  return { document, body: markdown.body, bodyPrint, empty: false, diagnostics };
}

function dayOf({ epoch }: Timestamp, zone: Zone): Document['day'] {
  const { year, month, day } = calendar({ epoch, hasTime: true }, zone);
  return { year, month, day };
}

interface Name {
  readonly folders: readonly string[];
  /** The file's or folder's name without its date. */
  readonly stem: string;
  readonly words: string;
  readonly date: Timestamp | null;
}

/** What the path says: `2020/2020-02-17-hoi-nghi/index.md` is the article `hoi-nghi` of 17/02/2020. */
function readName(path: string, zone: Zone): Name {
  const file = nameOf(path).replace(/\.md$/i, '');
  const isSection = file.toLowerCase() === '_index';
  const own = file.toLowerCase() === 'index' ? folderOf(path) : isSection ? '' : path.replace(/\.md$/i, '');
  const folders = (isSection ? folderOf(path) : folderOf(own))
    .split('/')
    .filter((folder) => folder !== '' && !/^\d+$/.test(folder));
  const base = nameOf(own);
  const dated = /^(\d{4}-\d{1,2}-\d{1,2})(?:[-_\s]+(.*))?$/.exec(base);
  const result = dated ? parseTimestamp(dated[1] ?? '', zone) : undefined;
  const date = result && 'time' in result ? result.time : null;
  const stem = date ? (dated?.[2] ?? base) : base;
  return { folders, stem, date, words: capitalised(stem.replace(/[-_]+/g, ' ').trim()) };
}

function readKind(path: string, fields: FieldReader, report: (d: Diagnostic) => void): Document['kind'] {
  if (nameOf(path).toLowerCase() === '_index.md') return 'section';
  const kind = fields.located('kind');
  if (kind === null) return 'article';
  const word = fold(kind.value);
  if (word === 'page' || word === 'trang') return 'page';
  if (word !== 'article' && word !== 'bai viet' && word !== 'bai') {
    report(error('kind-unknown', kind.place, { value: kind.value }));
  }
  return 'article';
}

function readLanguage(fields: FieldReader, report: (d: Diagnostic) => void): Language | null {
  const written = fields.located('language');
  if (written === null) return null;
  const language = written.value.toLowerCase();
  if (isLanguage(language)) return language;
  report(error('language-unknown', written.place, { value: written.value }));
  return null;
}

/** Behind an empty field the file's name still tells; of one that cannot be read it is told. */
function readDate(fields: FieldReader, frontMatter: FrontMatter, named: Timestamp | null): Timestamp | null {
  return fields.date('date') ?? (isEmpty(frontMatter.fields.get('date')) ? named : null);
}

function isEmpty(field: FieldValue | undefined): boolean {
  return field === undefined || field.value === null || field.value === '';
}

/** A date is what makes a file an article; one that was written but cannot be read has been reported already. */
function checkDate(
  source: Source,
  frontMatter: FrontMatter,
  date: Timestamp | null,
  report: (d: Diagnostic) => void,
): void {
  if (date === null) {
    const field = frontMatter.fields.get('date');
    if (isEmpty(field)) {
      report(error('date-missing', field?.place ?? placeAt(source, 1, 1), {}));
    }
  } else if (!frontMatter.present) {
    report(warning('front-matter-missing', placeAt(source, 1, 1), {}));
  }
}
