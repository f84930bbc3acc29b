import { type Diagnostic, error, warning, wholeFile } from '../base/diagnostic.ts';
import { readLinkTarget } from '../base/link-target.ts';
import type { MediaFile } from '../base/media.ts';
import { compareText } from '../base/vietnamese.ts';
import type { Document } from './document.ts';
import { type Listing, listDocument, listsOf } from './listing.ts';
import { createMediaIndex, createShelf } from './publish-files.ts';
import { createResolver, type ResolverParts } from './resolve.ts';
import { buildSections } from './sections.ts';
import type { Article, Entry, PublishedFile, Settings, Site } from './site.ts';
import { buildTags, type TagIndex } from './tags.ts';
import { createTargets } from './targets.ts';

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

/** Puts the documents together: sections, order, tags, and what every link, picture and attachment leads to. */
export function buildSite(input: SiteInput): SiteResult {
  const diagnostics: Diagnostic[] = [];
  const report = (diagnostic: Diagnostic): void => {
    diagnostics.push(diagnostic);
  };
  const { settings } = input;
  const isShown = (document: Document): boolean =>
    (input.drafts || !document.draft) && (input.future || (document.date?.epoch ?? 0) <= input.now);
  const shown = input.documents.filter(isShown);
  reportTwins(shown, report);

  const sections = buildSections(shown, settings.title, report);
  const dated = shown
    .filter((document) => document.kind === 'article' && document.date !== null)
    .sort(newestFirst);
  const tags = buildTags(dated);
  const listings = dated.map((document) => listDocument(document, sections, tags, settings.zone, report));
  const addressOf = (document: Document): string => {
    const { address } = sections.of(document.folders);
    return document.kind === 'section' ? address : `${address}${document.slug}/`;
  };
  const targets = createTargets({
    entries: shown.map((document) => ({
      path: document.path,
      address: addressOf(document),
      ids: document.outline.ids,
    })),
    aliases: shown.flatMap((document) =>
      document.aliases.map((alias) => ({ alias, address: addressOf(document) })),
    ),
    sections: sections.all,
    lists: () => listsOf(listings),
    basePath: settings.basePath,
  });
  const media = createMediaIndex(input.media, input.publicFiles);
  const used = new Set<MediaFile>();

  const resolve = (document: Document, reportHere: (diagnostic: Diagnostic) => void) => {
    const shelf = createShelf(addressOf(document), media);
    const parts: ResolverParts = { document, shelf, media, targets, settings, report: reportHere };
    const resolver = createResolver(parts);
    const picture = resolver.picture();
    const attachments = resolver.attachments();
    const entry: Entry = {
      document,
      section: sections.of(document.folders),
      address: addressOf(document),
      resolutions: resolver.body(),
      files: shelf.files,
    };
    for (const { file } of shelf.files) used.add(file);
    return { entry, picture, attachments };
  };

  const articles = listings.map(({ document, year, month, day, tags: own }): Article => {
    const { entry, picture, attachments } = resolve(document, report);
    const epoch = document.date?.epoch ?? 0;
    return { ...entry, epoch, year, month, day, tags: own, picture, attachments };
  });
  articles.forEach((article, index) => {
    fileArticle(article, listings[index], tags);
  });
  const pages = shown
    .filter((document) => document.kind === 'page')
    .map((document) => {
      const { entry, attachments } = resolve(document, report);
      const page = { ...entry, attachments };
      sections.of(document.folders).pages.push(page);
      return page;
    });
  for (const document of shown) {
    if (document.kind === 'section') sections.of(document.folders).entry = resolve(document, report).entry;
  }
  // What a draft shows is in use, though nobody sees it yet.
  for (const document of input.documents) if (!isShown(document)) resolve(document, () => {});
  for (const file of input.media) {
    if (!used.has(file)) report(warning('file-unused', wholeFile(`content/${file.path}`), {}));
  }

  const site: Site = {
    settings: {
      ...settings,
      navigation: settings.navigation.filter(({ address, place }) => {
        const leads = readLinkTarget(address).kind === 'external' || targets.find('', address) !== undefined;
        if (!leads) report(warning('link-dead', place, { target: address }));
        return leads;
      }),
    },
    root: sections.root,
    sections: sections.all,
    articles,
    pages,
    tags: tags.all,
    publicFiles: input.publicFiles.map(
      (file): PublishedFile => ({ file, address: `/${file.path.slice('_public/'.length)}` }),
    ),
    skipped: input.empty + input.documents.length - shown.length,
  };
  freeze(site);
  return { site, diagnostics };
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

/** Puts an article on its lists; articles come newest first. */
function fileArticle(article: Article, listing: Listing | undefined, tags: TagIndex): void {
  for (const home of listing?.homes ?? []) home.ownArticles.push(article);
  for (const section of listing?.sections ?? []) section.articles.push(article);
  tags.add(article);
}

function freeze(site: Site): void {
  for (const section of site.sections) {
    Object.freeze(section.articles);
    Object.freeze(section.ownArticles);
    Object.freeze(section.children);
    Object.freeze(section.pages);
    Object.freeze(section);
  }
  for (const tag of site.tags) Object.freeze(tag.articles);
  for (const article of site.articles) Object.freeze(article);
  Object.freeze(site.articles);
  Object.freeze(site);
}
