import { nameKey, RESERVED_AT_ROOT, RESERVED_EVERYWHERE } from '../base/address.ts';
import { type Diagnostic, error, warning, wholeFile } from '../base/diagnostic.ts';
import { nearest } from '../base/edit-distance.ts';
import { compareText, compareVietnamese, foldName, slug } from '../base/vietnamese.ts';
import type { Document, Located } from './document.ts';
import type { Article, Entry, Section, StandalonePage } from './site.ts';

/** A section while the site is put together; frozen before anybody else sees it. */
export interface SectionDraft extends Section {
  readonly parent: SectionDraft | null;
  readonly children: SectionDraft[];
  readonly articles: Article[];
  readonly ownArticles: Article[];
  readonly pages: StandalonePage[];
  readonly order: number;
  entry: Entry | null;
}

export interface SectionTree {
  readonly root: SectionDraft;
  /** Parents before children, siblings in their order. */
  readonly all: readonly SectionDraft[];
  /** The section of a folder path; it is there for every document. */
  of(folders: readonly string[]): SectionDraft;
  /** The section that a writer's words name: a folder, an address or a title. */
  named(words: Located, report: (diagnostic: Diagnostic) => void): SectionDraft | undefined;
}

/** The tree of all folders that hold documents; `_index.md` files say what they are called. */
export function buildSections(
  documents: readonly Document[],
  siteTitle: string,
  report: (diagnostic: Diagnostic) => void,
): SectionTree {
  const indexes = new Map<string, Document>();
  for (const document of documents) {
    if (document.kind === 'section') indexes.set(keyOf(document.folders), document);
  }
  const drafts = new Map<string, SectionDraft>();

  const add = (folders: readonly string[]): SectionDraft => {
    const known = drafts.get(keyOf(folders));
    if (known) return known;
    const parent = folders.length > 0 ? add(folders.slice(0, -1)) : null;
    const draft = createDraft(folders, parent, indexes.get(keyOf(folders)), siteTitle, report);
    drafts.set(keyOf(folders), draft);
    parent?.children.push(draft);
    return draft;
  };
  const root = add([]);
  for (const document of documents) add(document.folders);

  const all: SectionDraft[] = [];
  const visit = (section: SectionDraft): void => {
    section.children.sort(
      (a, b) => a.order - b.order || compareVietnamese(a.title, b.title) || compareText(a.folder, b.folder),
    );
    all.push(section);
    for (const child of section.children) visit(child);
  };
  visit(root);

  return {
    root,
    all,
    of: (folders) => drafts.get(keyOf(folders)) ?? root,
    named: (words, reportName) => findNamed(all, words, reportName),
  };
}

function keyOf(folders: readonly string[]): string {
  return nameKey(folders.join('/'));
}

function createDraft(
  folders: readonly string[],
  parent: SectionDraft | null,
  index: Document | undefined,
  siteTitle: string,
  report: (diagnostic: Diagnostic) => void,
): SectionDraft {
  const folder = folders.join('/');
  const name = folders.at(-1) ?? '';
  const part = slug(name);
  const place = index?.place ?? wholeFile(`content/${folder}`);
  if (parent !== null) {
    if (index === undefined || index.title === '')
      report(warning('section-untitled', place, { title: name }));
    if (part === '') report(error('slug-empty', place, {}));
    if (RESERVED_EVERYWHERE.has(part) || (parent.parent === null && RESERVED_AT_ROOT.has(part))) {
      report(error('slug-reserved', place, { value: name }));
    }
  }
  return {
    folder,
    address: parent === null ? '/' : `${parent.address}${part}/`,
    title: index?.title || (parent === null ? siteTitle : name),
    entry: null,
    parent,
    children: [],
    articles: [],
    ownArticles: [],
    pages: [],
    order: index?.order ?? Number.MAX_SAFE_INTEGER,
  };
}

function findNamed(
  sections: readonly SectionDraft[],
  words: Located,
  report: (diagnostic: Diagnostic) => void,
): SectionDraft | undefined {
  const path = words.value.replace(/^\/+|\/+$/g, '');
  const byPath = sections.find(
    (section) => nameKey(section.folder) === nameKey(path) || section.address === `/${path}/`,
  );
  if (byPath) return byPath;
  const wanted = foldName(words.value);
  const byTitle = sections.filter(
    (section) =>
      foldName(section.title) === wanted || foldName(section.folder.split('/').at(-1) ?? '') === wanted,
  );
  if (byTitle.length === 1) return byTitle[0];
  const meant =
    nearest(
      path,
      sections.map((section) => section.folder),
    ) ?? '';
  report(error('section-unknown', words.place, { value: words.value, meant }));
  return undefined;
}
