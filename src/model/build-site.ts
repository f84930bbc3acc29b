import { type Diagnostic, error, warning, wholeFile } from '../base/diagnostic.ts';
import { readLinkTarget } from '../base/link-target.ts';
import type { MediaFile } from '../base/media.ts';
import { createRecall, type Recall } from '../base/recall.ts';
import { compareText } from '../base/vietnamese.ts';
import type { Document } from './document.ts';
import { type Listing, listDocument } from './listing.ts';
import { createMediaIndex } from './publish-files.ts';
import { mayNameLists, NOTHING_RESOLVED, namesSomething, type Resolved, resolveDocument } from './resolve.ts';
import { buildSections, type SectionTree } from './sections.ts';
import type { Article, Entry, PublishedFile, SectionName, Settings, Site, StandalonePage } from './site.ts';
import { buildTags } from './tags.ts';
import { createTargets, findTarget, listAddresses, type NamedDocument, nameDocument } from './targets.ts';

export interface SiteInput {
  readonly documents: readonly Document[];
  readonly settings: Settings;
  readonly media: readonly MediaFile[];
  readonly publicFiles: readonly MediaFile[];
  /** Files without a word in them. */
  readonly empty: number;
  /** Seconds of UTC; decides only which articles are still to come. */
  readonly now: number;
  readonly drafts: boolean;
  readonly future: boolean;
}

export interface SiteResult {
  readonly site: Site;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Puts the documents together: sections, order, tags, and what every link, picture and attachment leads to. With the
 * memory of the last time, what has not changed is the same object in both sites.
 */
export function buildSite(input: SiteInput, recall: Recall = createRecall()): SiteResult {
  const diagnostics: Diagnostic[] = [];
  const report = (diagnostic: Diagnostic): void => {
    diagnostics.push(diagnostic);
  };
  const { settings } = input;
  const isShown = (document: Document): boolean =>
    (input.drafts || !document.draft) && (input.future || (document.date?.epoch ?? 0) <= input.now);
  const shown = input.documents.filter(isShown);
  reportTwins(shown, report);

  const sections = buildSections(shown, settings.title, recall, report);
  const dated = recall.sort(
    recall,
    'newest first',
    shown.filter((document) => document.kind === 'article' && document.date !== null),
    newestFirst,
  );
  const tags = buildTags(dated, recall);
  const listingOf = recall.for(listDocument);
  const listings = dated.map((document) => {
    const own = sections.of(document);
    const also = recall.keep(document, 'also', alsoOf(document, own, sections, report));
    return listingOf(document, own, also, ...tags.of(document));
  });

  const nameOf = (document: Document): NamedDocument =>
    recall.for(nameDocument)(document, sections.of(document), recall);
  const named = shown.map(nameOf);
  const targets = recall.for(createTargets)(
    recall.keep(recall, 'named', named),
    sections.all,
    settings.basePath,
  );
  const lists = listAddresses(sections.all, listings);
  const media = recall.for(createMediaIndex)(
    recall.keep(recall, 'media', input.media),
    recall.keep(recall, 'public files', input.publicFiles),
  );
  const resolve = recall.for(resolveDocument);
  const resolved = (document: Document): Resolved => {
    if (!namesSomething(document)) return NOTHING_RESOLVED;
    const { address } = nameOf(document);
    return resolve(document, address, targets, media, settings, mayNameLists(document) ? lists : null);
  };
  const used = new Set<MediaFile>();
  const resolveShown = (document: Document): Resolved => {
    const found = resolved(document);
    for (const each of found.diagnostics) report(each);
    for (const { file } of found.files) used.add(file);
    return found;
  };

  const articleOf = recall.for(createArticle);
  const articles = listings.map((listing) => {
    const { document } = listing;
    return articleOf(document, listing, nameOf(document), resolveShown(document));
  });
  const entryOf = recall.for(createEntry);
  const entries = (kind: Document['kind']): StandalonePage[] =>
    shown
      .filter((document) => document.kind === kind)
      .map((document) => entryOf(document, sections.of(document), nameOf(document), resolveShown(document)));
  const pages = entries('page');
  const all = sections.fill({
    articles: articles.map((article, index) => ({ article, homes: listings[index]?.homes ?? [] })),
    pages,
    entries: entries('section'),
  });
  // What a draft shows is in use, though nobody sees it yet.
  for (const document of input.documents) {
    if (!isShown(document)) for (const { file } of resolved(document).files) used.add(file);
  }
  for (const file of input.media) {
    if (!used.has(file)) report(warning('file-unused', wholeFile(`content/${file.path}`), {}));
  }
  const navigation = settings.navigation.filter(({ address, place }) => {
    const leads =
      readLinkTarget(address).kind === 'external' || findTarget(targets, lists, '', address) !== undefined;
    if (!leads) report(warning('link-dead', place, { target: address }));
    return leads;
  });
  const [root] = all;
  if (root === undefined) throw new Error('A site has a root.');

  const site: Site = {
    settings: recall.for(withNavigation)(settings, recall.keep(recall, 'navigation', navigation)),
    root,
    sections: Object.freeze(all),
    // Every article lies somewhere below the root, and nothing else does.
    articles: root.articles,
    pages: Object.freeze(pages),
    tags: Object.freeze(tags.fill(articles)),
    publicFiles: input.publicFiles.map(recall.for(publishAtRoot)),
    skipped: input.empty + input.documents.length - shown.length,
  };
  return { site: Object.freeze(site), diagnostics };
}

/** Newest first; of one moment, by path. A total order, so that no list depends on the order of reading. */
function newestFirst(a: Document, b: Document): number {
  return (b.date?.epoch ?? 0) - (a.date?.epoch ?? 0) || compareText(a.path, b.path);
}

/** An article's own id is what its view counts are kept under. */
function reportTwins(documents: readonly Document[], report: (diagnostic: Diagnostic) => void): void {
  const byId = new Map<string, string>();
  for (const { id } of documents) {
    if (id === null) continue;
    const other = byId.get(id.value);
    if (other !== undefined) report(error('id-twice', id.place, { id: id.value, other }));
    else byId.set(id.value, id.place.path);
  }
}

const NOWHERE_ELSE: readonly SectionName[] = [];

function alsoOf(
  document: Document,
  own: SectionName,
  sections: SectionTree,
  report: (diagnostic: Diagnostic) => void,
): readonly SectionName[] {
  if (document.also.length === 0) return NOWHERE_ELSE;
  const found = new Set(document.also.flatMap((words) => sections.named(words, report) ?? []));
  found.delete(own);
  return [...found];
}

function createArticle(
  document: Document,
  listing: Listing,
  { address }: NamedDocument,
  resolved: Resolved,
): Article {
  const { homes, tags, year, month, day } = listing;
  const { resolutions, picture, attachments, files } = resolved;
  const [section] = homes;
  if (section === undefined) throw new Error('An article lies in a section.');
  const epoch = document.date?.epoch ?? 0;
  const entry: Entry = { document, section, address, resolutions, files };
  return Object.freeze({ ...entry, epoch, year, month, day, tags, picture, attachments });
}

function createEntry(
  document: Document,
  section: SectionName,
  { address }: NamedDocument,
  { resolutions, files, attachments }: Resolved,
): StandalonePage {
  return Object.freeze({ document, section, address, resolutions, files, attachments });
}

function withNavigation(settings: Settings, navigation: Settings['navigation']): Settings {
  return { ...settings, navigation };
}

/** A file of `content/_public/`. */
function publishAtRoot(file: MediaFile): PublishedFile {
  return { file, address: `/${file.path.slice('_public/'.length)}` };
}
