import { type Diagnostic, error, warning, wholeFile } from '../base/diagnostic.ts';
import { nearest } from '../base/edit-distance.ts';
import { joined } from '../base/joined.ts';
import { isSpoiltPicture, type MediaFile } from '../base/media.ts';
import { createRecall, type Recall } from '../base/recall.ts';
import { formatDate, formatTime, type Zone } from '../base/time.ts';
import { compareText } from '../base/vietnamese.ts';
import type { Document } from './document.ts';
import { type FurtherAddresses, fileAddresses, listAddresses } from './further-addresses.ts';
import { createStandalone, divideByMonth, namedInParts, placeMonth, resolveMonth } from './months.ts';
import { leadNavigation } from './navigation.ts';
import { placeDocument } from './placing.ts';
import { addressOfPublic, createMediaIndex } from './publish-files.ts';
import { filesBeside, type Resolved, resolve } from './resolve.ts';
import { buildSections } from './sections.ts';
import type { PublishedFile, Settings, Site, StandalonePage } from './site.ts';
import { type Survey, surveyGroup, type Visibility } from './survey.ts';
import { fillTags, nameTags } from './tags.ts';
import { createTargets, NO_TARGETS } from './targets.ts';
import { NOT_TRANSLATED, pairTranslations } from './translations.ts';

export interface SiteInput extends Visibility {
  /** In groups; one that is the same object as last time is not walked through again. */
  readonly documents: readonly (readonly Document[])[];
  readonly settings: Settings;
  readonly media: readonly MediaFile[];
  readonly publicFiles: readonly MediaFile[];
  /** Files without a word in them. */
  readonly empty: number;
}

/** The moments between which the same documents are shown: from `since`, in seconds of UTC, before `until`. */
export interface Visible {
  readonly since: number;
  readonly until: Due | null;
}

/** When the next document is shown that is still to come. */
export interface Due {
  /** Seconds of UTC. */
  readonly at: number;
  /** As the site's clocks show it: `30/11/2026 08:00`. */
  readonly clock: string;
}

export interface SiteResult {
  readonly site: Site;
  readonly visible: Visible;
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
  const surveys = input.documents.map((group) => surveyGroup(group, input, recall));
  reportTwins(surveys, report);

  const sections = buildSections(surveys, settings, recall, report);
  const articleDocuments = joined(surveys.map((survey) => survey.articles));
  const dated = recall.sort(recall, 'newest first', articleDocuments, newestFirst);
  const months = divideByMonth(dated, recall);
  const { names } = sections;
  const tags = nameTags(months, names, recall);
  const placed = months.map((month) => recall.for(placeMonth)(month, names, tags, recall));
  const placedOthers = surveys
    .flatMap((survey) => survey.others)
    .map((document) => recall.for(placeDocument)(document, names, tags, recall));

  const namedOthers = placedOthers.map((other) => other.named);
  const named = [
    ...namedInParts(placed, recall),
    recall.keep(recall, 'others named', [recall.keep(recall, 'names of others', namedOthers)]),
  ];
  const targets = recall.for(createTargets)(
    recall.keep(recall, 'named', named),
    names,
    settings.basePath,
    recall,
  );
  const media = recall.for(createMediaIndex)(
    recall.keep(recall, 'media', input.media),
    recall.keep(recall, 'public files', input.publicFiles),
  );
  const shown = () => [...placed.flatMap((month) => month.placed), ...placedOthers];
  const further: FurtherAddresses = {
    lists: listAddresses(names, placed),
    files: fileAddresses(targets, shown, (each) =>
      filesBeside(each, targets, media, settings, further, recall),
    ),
  };
  const naming = surveys.flatMap((survey) => survey.translated);
  const translations = pairTranslations(naming, targets, settings, recall, report);
  const resolved = placed.map((month) =>
    recall.for(resolveMonth)(
      month,
      month.leads ? targets : NO_TARGETS,
      media,
      settings,
      month.leadsFurther ? further : null,
      translations,
      recall,
    ),
  );
  const used = new Set<MediaFile>();
  const use = ({ files, refused }: Pick<Resolved, 'files' | 'refused'>): void => {
    for (const { file } of files) used.add(file);
    for (const file of refused) used.add(file);
  };
  const take = (found: Pick<Resolved, 'diagnostics' | 'files' | 'refused'>): void => {
    for (const finding of found.diagnostics) report(finding);
    use(found);
  };
  for (const month of placed) for (const finding of month.diagnostics) report(finding);
  resolved.forEach(take);
  const standaloneOf = (kind: Document['kind']): StandalonePage[] =>
    placedOthers
      .filter(({ document }) => document.kind === kind)
      .map((each) => {
        const found = resolve(each, targets, media, settings, further, recall);
        take(found);
        const translated = translations.get(each.document.path) ?? NOT_TRANSLATED;
        return recall.for(createStandalone)(each, found, translated);
      });
  // An article whose date cannot be read is on no page; what else is wrong with it is told in the same run.
  for (const each of placedOthers)
    if (each.document.kind === 'article') take(resolve(each, targets, media, settings, further, recall));
  const pages = standaloneOf('page');
  const articles = resolved.map(({ month }) => month.articles);
  const all = sections.fill({ months: articles, pages, entries: standaloneOf('section') });
  // What a draft shows is in use, though nobody sees it yet.
  const hiddenDocuments = surveys.flatMap((survey) => survey.hidden);
  for (const document of hiddenDocuments) {
    use(resolve({ document, named: { address: '/' } }, targets, media, settings, further, recall));
  }
  for (const file of input.media) {
    if (!used.has(file)) report(warning('file-unused', wholeFile(`content/${file.path}`), {}));
  }
  const navigation = leadNavigation(settings, targets, further, media, recall, report);
  const publicFiles = input.publicFiles.map((file) => recall.for(publishAtRoot)(file));
  const { crest } = settings.theme;
  const crestFile = publicFiles.find(({ address }) => address === `/${crest?.file}`)?.file;
  if (crest !== null && crestFile !== undefined && isSpoiltPicture(crestFile))
    report(warning('image-unreadable', crest.place, { image: crest.file }));
  if (crest !== null && crestFile === undefined) {
    const meant = nearest(
      crest.file,
      publicFiles.map(({ address }) => address.slice(1)),
    );
    report(warning('image-missing', crest.place, { image: crest.file, meant: meant ?? '' }));
  }
  const [root] = all;
  if (root === undefined) throw new Error('A site has a root.');

  const site: Site = {
    settings: recall.for(withNavigation)(settings, navigation),
    root,
    sections: Object.freeze(all),
    // Every article lies somewhere below the root, and nothing else does.
    articles: root.articles,
    months: resolved.map(({ month }) => month),
    pages: Object.freeze(pages),
    translations,
    tags: Object.freeze(fillTags(tags, articles, recall)),
    publicFiles,
    skipped: input.empty + hiddenDocuments.length,
  };
  // Of a draft no moment makes an article.
  const toCome = hiddenDocuments
    .filter(({ draft }) => input.drafts || !draft)
    .map(({ date }) => date?.epoch ?? 0)
    .filter((epoch) => epoch > input.now);
  const visible: Visible = {
    since: surveys.reduce((since, { latest }) => Math.max(since, latest), 0),
    until: input.future || toCome.length === 0 ? null : dueAt(toCome, settings.zone),
  };
  return { site: Object.freeze(site), visible, diagnostics };
}

function dueAt(toCome: readonly number[], zone: Zone): Due {
  const at = toCome.reduce((a, b) => Math.min(a, b));
  const time = { epoch: at, hasTime: true };
  return { at, clock: `${formatDate(time, zone)} ${formatTime(time, zone)}` };
}

/** Newest first; of one moment, by path. A total order, so that no list depends on the order of reading. */
function newestFirst(a: Document, b: Document): number {
  return (b.date?.epoch ?? 0) - (a.date?.epoch ?? 0) || compareText(a.path, b.path);
}

/** An article's own id is what its view counts are kept under. */
function reportTwins(surveys: readonly Survey[], report: (diagnostic: Diagnostic) => void): void {
  const byId = new Map<string, string>();
  for (const { id } of surveys.flatMap((survey) => survey.withId)) {
    if (id === null) continue;
    const other = byId.get(id.value);
    if (other !== undefined) report(error('id-twice', id.place, { id: id.value, other }));
    else byId.set(id.value, id.place.path);
  }
}

function withNavigation(settings: Settings, navigation: Settings['navigation']): Settings {
  return { ...settings, navigation };
}

/** A file of `content/_public/`. */
function publishAtRoot(file: MediaFile): PublishedFile {
  return { file, address: addressOfPublic(file) };
}
