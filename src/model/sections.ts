import { nameKey } from '../base/address.ts';
import { type Diagnostic, error, warning, wholeFile } from '../base/diagnostic.ts';
import type { Recall } from '../base/recall.ts';
import { compareText, compareVietnamese, slug } from '../base/vietnamese.ts';
import type { Document } from './document.ts';
import { listOfMonths, monthOf } from './list-of-months.ts';
import { findNameFault } from './section-names.ts';
import type { Article, Section, SectionName, Settings, StandalonePage } from './site.ts';
import type { Survey } from './survey.ts';

/** The tree of all folders that hold documents; `_index.md` files say what they are called. */
export interface SectionTree {
  /** Parents before children, siblings in their order; the same object as long as they are the same. */
  readonly names: readonly SectionName[];
  /** All sections with what stands in them, the root first. */
  fill(contents: SectionContents): readonly Section[];
}

export interface SectionContents {
  /** Newest first, and so are the articles in them. */
  readonly months: readonly (readonly Article[])[];
  readonly pages: readonly StandalonePage[];
  readonly entries: readonly StandalonePage[];
}

interface Draft {
  readonly name: SectionName;
  readonly order: number;
  readonly index: Document | undefined;
  readonly parent: Draft | null;
  readonly children: Draft[];
  readonly months: Listed[];
  readonly pages: StandalonePage[];
  entry: StandalonePage | null;
}

export function buildSections(
  surveys: readonly Pick<Survey, 'others' | 'ofSections' | 'hidden'>[],
  site: Pick<Settings, 'title' | 'language'>,
  recall: Recall,
  report: (diagnostic: Diagnostic) => void,
): SectionTree {
  const indexes = new Map<string, Document>();
  for (const document of surveys.flatMap(({ others }) => others)) {
    if (document.kind !== 'section') continue;
    const known = indexes.get(document.sectionKey);
    indexes.set(document.sectionKey, known === undefined ? document : ownFirst(known, document, report));
  }
  const hidden = new Map(
    surveys
      .flatMap((survey) => survey.hidden)
      .filter(({ kind }) => kind === 'section')
      .map((document) => [document.sectionKey, document]),
  );
  const drafts = new Map<string, Draft>();
  const byName = new Map<SectionName, Draft>();

  const add = (folders: readonly string[], key: string): Draft => {
    const known = drafts.get(key);
    if (known) return known;
    const above = folders.slice(0, -1);
    const parent = folders.length > 0 ? add(above, nameKey(above.join('/'))) : null;
    const index = indexes.get(key);
    const name = createName(folders, parent?.name ?? null, index, hidden.get(key), site, report);
    const draft: Draft = {
      name: recall.keep(recall, `section ${key}`, name),
      order: index?.order ?? Number.MAX_SAFE_INTEGER,
      index,
      parent,
      children: [],
      months: [],
      pages: [],
      entry: null,
    };
    drafts.set(key, draft);
    byName.set(draft.name, draft);
    parent?.children.push(draft);
    return draft;
  };
  const root = add([], '');
  for (const document of surveys.flatMap(({ ofSections }) => ofSections)) {
    if (!drafts.has(document.sectionKey)) add(document.folders, document.sectionKey);
  }

  const ordered: Draft[] = [];
  const visit = (draft: Draft): void => {
    draft.children.sort(inOrder);
    ordered.push(draft);
    for (const child of draft.children) visit(child);
  };
  visit(root);
  const names = recall.keep(
    recall,
    'sections',
    ordered.map((draft) => draft.name),
  );
  const draftOf = (name: SectionName): Draft => byName.get(name) ?? root;

  return {
    names,
    fill({ months, pages, entries }) {
      for (const month of months) {
        for (const [name, listed] of recall.for(fileArticles)(month, recall))
          draftOf(name).months.push(listed);
      }
      for (const page of pages) draftOf(page.section).pages.push(page);
      for (const entry of entries) {
        const draft = draftOf(entry.section);
        if (draft.index === entry.document) draft.entry = entry;
      }
      const finished = new Map<Draft, Section>();
      // Children come after their parents, so from the end they are there when they are asked for.
      for (const draft of ordered.toReversed()) finished.set(draft, finish(draft, finished, recall));
      return [...finished.values()].reverse();
    },
  };
}

/** Of two files for one section the one nearer to the top: folders of digits share the section that holds them. */
function ownFirst(a: Document, b: Document, report: (diagnostic: Diagnostic) => void): Document {
  const depthOf = ({ path }: Document): number => path.split('/').length;
  const isFirst = (depthOf(a) - depthOf(b) || compareText(a.path, b.path)) <= 0;
  const [first, second] = isFirst ? [a, b] : [b, a];
  report(error('section-twice', second.place, { other: first.place.path }));
  return first;
}

function inOrder(a: Draft, b: Draft): number {
  return (
    a.order - b.order ||
    compareVietnamese(a.name.title, b.name.title) ||
    compareText(a.name.folder, b.name.folder)
  );
}

/** What a section lists of a month. */
type Listed = Pick<Section, 'articles' | 'ownArticles' | 'pinned'>;

/** Puts a month's articles on the lists of their homes and of all that hold them, on each once. */
function fileArticles(month: readonly Article[], recall: Recall): ReadonlyMap<SectionName, Listed> {
  const lists = new Map<SectionName, { articles: Article[]; ownArticles: Article[]; pinned: Article[] }>();
  const listsOf = (name: SectionName) => {
    let listed = lists.get(name);
    if (listed === undefined) {
      listed = { articles: [], ownArticles: [], pinned: [] };
      lists.set(name, listed);
    }
    return listed;
  };
  for (const article of month) {
    for (const home of article.homes) {
      listsOf(home).ownArticles.push(article);
      for (let section: SectionName | null = home; section; section = section.parent) {
        const listed = listsOf(section);
        // Another home may lie in the same section.
        if (listed.articles.at(-1) === article) continue;
        listed.articles.push(article);
        if (article.document.pinned) listed.pinned.push(article);
      }
    }
  }
  const part = monthOf(month);
  return new Map(
    [...lists].map(([name, { articles, ownArticles, pinned }]) => [
      name,
      {
        articles: recall.keep(name, `articles of ${part}`, articles),
        ownArticles: recall.keep(name, `own articles of ${part}`, ownArticles),
        pinned: recall.keep(name, `pinned of ${part}`, pinned),
      },
    ]),
  );
}

function finish(draft: Draft, finished: ReadonlyMap<Draft, Section>, recall: Recall): Section {
  const { name } = draft;
  const kept = <T extends object>(part: string, items: T[]): readonly T[] =>
    Object.freeze(recall.keep(name, part, items));
  const listed = (part: keyof Listed): readonly Article[] =>
    listOfMonths(
      name,
      part,
      draft.months.map((month) => month[part]),
      recall,
    );
  const section = recall.keep(name, 'section', {
    ...name,
    name,
    entry: draft.entry,
    children: kept(
      'children',
      draft.children.flatMap((child) => finished.get(child) ?? []),
    ),
    articles: listed('articles'),
    ownArticles: listed('ownArticles'),
    pinned: listed('pinned'),
    pages: kept('pages', draft.pages),
  });
  return Object.freeze(section);
}

function createName(
  folders: readonly string[],
  parent: SectionName | null,
  index: Document | undefined,
  hidden: Document | undefined,
  site: Pick<Settings, 'title' | 'language'>,
  report: (diagnostic: Diagnostic) => void,
): SectionName {
  const folder = folders.join('/');
  const name = folders.at(-1) ?? '';
  const part = slug(name);
  const place = (index ?? hidden)?.place ?? wholeFile(`content/${folder}`);
  if (parent !== null) {
    if (index === undefined || index.title === '') {
      const indexFile = index ? 'untitled' : hidden ? 'draft' : 'missing';
      report(warning('section-untitled', place, { title: name, index: indexFile }));
    }
    const fault = findNameFault(name, parent.parent === null, place);
    if (fault !== undefined) report(fault);
  }
  return {
    folder,
    address: parent === null ? '/' : `${parent.address}${part}/`,
    title: index?.title || (parent === null ? site.title : name),
    language: index?.language ?? (parent ?? site).language,
    parent,
  };
}
