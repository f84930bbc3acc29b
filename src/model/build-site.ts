import { type Diagnostic, error, warning, wholeFile } from '../base/diagnostic.ts';
import { readLinkTarget } from '../base/link-target.ts';
import type { MediaFile } from '../base/media.ts';
import { createRecall, type Recall } from '../base/recall.ts';
import { compareText } from '../base/vietnamese.ts';
import type { Document } from './document.ts';
import { type Placed, placeDocument } from './placing.ts';
import { createMediaIndex } from './publish-files.ts';
import { mayNameLists, NOTHING_RESOLVED, namesSomething, type Resolved, resolveDocument } from './resolve.ts';
import { buildSections } from './sections.ts';
import type { Article, Entry, PublishedFile, Settings, Site, StandalonePage } from './site.ts';
import { fillTags, nameTags } from './tags.ts';
import { createTargets, findTarget, listAddresses } from './targets.ts';

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
  const isArticle = (document: Document): boolean => document.kind === 'article' && document.date !== null;
  const dated = recall.sort(recall, 'newest first', shown.filter(isArticle), newestFirst);
  const tags = nameTags(dated, recall);
  const placeOf = recall.for(placeDocument);
  const place = (document: Document): Placed => placeOf(document, sections.names, tags, recall);
  const placedArticles = dated.map(place);
  const placedOthers = shown.filter((document) => !isArticle(document)).map(place);
  for (const { diagnostics: findings } of placedArticles) for (const each of findings) report(each);

  const named = [...placedArticles, ...placedOthers].map((each) => each.named);
  const targets = recall.for(createTargets)(
    recall.keep(recall, 'named', named),
    sections.names,
    settings.basePath,
  );
  const lists = listAddresses(sections.names, placedArticles);
  const media = recall.for(createMediaIndex)(
    recall.keep(recall, 'media', input.media),
    recall.keep(recall, 'public files', input.publicFiles),
  );
  const resolveNew = recall.for(resolveDocument);
  const resolve = (document: Document, address: string): Resolved =>
    namesSomething(document)
      ? resolveNew(document, address, targets, media, settings, mayNameLists(document) ? lists : null)
      : NOTHING_RESOLVED;
  const used = new Set<MediaFile>();
  const resolveShown = ({ document, named: { address } }: Placed): Resolved => {
    const found = resolve(document, address);
    for (const finding of found.diagnostics) report(finding);
    for (const { file } of found.files) used.add(file);
    return found;
  };

  const articleOf = recall.for(createArticle);
  const articles = placedArticles.map((each) => articleOf(each, resolveShown(each)));
  const standalone = recall.for(createStandalone);
  const standaloneOf = (kind: Document['kind']): StandalonePage[] =>
    placedOthers
      .filter(({ document }) => document.kind === kind)
      .map((each) => standalone(each, resolveShown(each)));
  const pages = standaloneOf('page');
  const all = sections.fill({ articles, pages, entries: standaloneOf('section') });
  // What a draft shows is in use, though nobody sees it yet.
  for (const document of input.documents) {
    if (!isShown(document)) for (const { file } of resolve(document, '/').files) used.add(file);
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
    tags: Object.freeze(fillTags(tags, articles, recall)),
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

function createArticle(placed: Placed, resolved: Resolved): Article {
  const { document, homes, tags, year, month, day } = placed;
  const { picture, attachments } = resolved;
  const epoch = document.date?.epoch ?? 0;
  const entry = entryOf(placed, resolved);
  return Object.freeze({ ...entry, epoch, year, month, day, homes, tags, picture, attachments });
}

/** What has a page of its own and is no article. */
function createStandalone(placed: Placed, resolved: Resolved): StandalonePage {
  return Object.freeze({ ...entryOf(placed, resolved), attachments: resolved.attachments });
}

function entryOf({ document, section, named }: Placed, { resolutions, files }: Resolved): Entry {
  return { document, section, address: named.address, resolutions, files };
}

function withNavigation(settings: Settings, navigation: Settings['navigation']): Settings {
  return { ...settings, navigation };
}

/** A file of `content/_public/`. */
function publishAtRoot(file: MediaFile): PublishedFile {
  return { file, address: `/${file.path.slice('_public/'.length)}` };
}
