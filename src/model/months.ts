import type { Diagnostic } from '../base/diagnostic.ts';
import type { Recall } from '../base/recall.ts';
import type { Document } from './document.ts';
import type { FurtherAddresses } from './further-addresses.ts';
import { mayLeadFurther } from './led-further.ts';
import { divide } from './periods.ts';
import { type Placed, placeDocument } from './placing.ts';
import type { MediaIndex } from './publish-files.ts';
import { NOTHING_RESOLVED, type Resolved, resolve } from './resolve.ts';
import type { Article, Month, SectionName, Settings, StandalonePage, TagName, Translation } from './site.ts';
import { mayLead, type NamedDocument, type Targets } from './targets.ts';
import { NOT_TRANSLATED, type Translations } from './translations.ts';

/** Documents of articles, newest first, cut where the month changes. The same months are the same objects. */
export function divideByMonth(documents: readonly Document[], recall: Recall): (readonly Document[])[] {
  return divide(documents, ({ day }) => (day === null ? 0 : day.year * 12 + day.month - 1)).map(
    ([month, ofMonth]) => recall.keep(recall, `documents of ${month}`, ofMonth),
  );
}

/** A month whose documents know where they stand. */
export interface PlacedMonth {
  readonly placed: readonly Placed[];
  readonly named: readonly NamedDocument[];
  readonly diagnostics: readonly Diagnostic[];
  /** Whether a document in it may lead to others. */
  readonly leads: boolean;
  /** Whether a link in it may lead to one of `FurtherAddresses`. */
  readonly leadsFurther: boolean;
}

export function placeMonth(
  documents: readonly Document[],
  sections: readonly SectionName[],
  tags: readonly TagName[],
  recall: Recall,
): PlacedMonth {
  const placed = documents.map((document) => recall.for(placeDocument)(document, sections, tags, recall));
  return {
    placed,
    named: recall.keep(
      recall,
      `names of ${placed[0]?.year}-${placed[0]?.month}`,
      placed.map(({ named }) => named),
    ),
    diagnostics: placed.flatMap(({ diagnostics }) => diagnostics),
    leads: documents.some(mayLead),
    leadsFurther: documents.some(mayLeadFurther),
  };
}

/**
 * The names of documents, of the newest year month by month and of others year by year, so that what is known of names is
 * made anew for few where an article comes. Where nobody is named otherwise it is the same object as last time.
 */
export function namedInParts(
  months: readonly PlacedMonth[],
  recall: Recall,
): (readonly (readonly NamedDocument[])[])[] {
  const [newest, ...older] = divide(months, ({ placed }) => placed[0]?.year ?? 0);
  if (newest === undefined) return [];
  const parts = [...newest[1].map((month) => [month]), ...older.map(([, ofYear]) => ofYear)];
  return parts.map((part) => {
    const { year, month } = part[0]?.placed[0] ?? {};
    return recall.keep(
      recall,
      `names from ${year}-${month} on`,
      part.map(({ named }) => named),
    );
  });
}

/** A month whose links are led somewhere. */
export interface ResolvedMonth extends Pick<Resolved, 'diagnostics' | 'files' | 'refused'> {
  readonly month: Month;
}

/** `targets` are none where the month does not lead anywhere, and `further` is null where it does not lead there. */
export function resolveMonth(
  { placed }: PlacedMonth,
  targets: Targets,
  media: MediaIndex,
  settings: Settings,
  further: FurtherAddresses | null,
  translations: Translations,
  recall: Recall,
): ResolvedMonth {
  const { year = 0, month = 0 } = placed[0] ?? {};
  const resolved = placed.map((each) => resolve(each, targets, media, settings, further, recall));
  const articles = placed.map((each, index) =>
    recall.for(createArticle)(
      each,
      resolved[index] ?? NOTHING_RESOLVED,
      translations.get(each.document.path) ?? NOT_TRANSLATED,
    ),
  );
  const name = `${year}-${month}`;
  const kept = Object.freeze(recall.keep(recall, `articles of ${name}`, articles));
  return {
    month: recall.keep(recall, `month ${name}`, { year, month, articles: kept }),
    diagnostics: resolved.flatMap(({ diagnostics }) => diagnostics),
    files: resolved.flatMap(({ files }) => files),
    refused: resolved.flatMap(({ refused }) => refused),
  };
}

function createArticle(placed: Placed, resolved: Resolved, translations: readonly Translation[]): Article {
  const { document, section, language, named, homes, tags, year, month, day } = placed;
  const { resolutions, picture, attachments, files } = resolved;
  // Not from an entry and more: fields after a spread made each article take 14 µs instead of a half.
  return Object.freeze({
    document,
    section,
    address: named.address,
    language,
    translations,
    resolutions,
    files,
    epoch: document.date?.epoch ?? 0,
    year,
    month,
    day,
    homes,
    tags,
    picture,
    attachments,
  });
}

/** What has a page of its own and is no article. */
export function createStandalone(
  placed: Placed,
  resolved: Resolved,
  translations: readonly Translation[],
): StandalonePage {
  const { document, section, language, named } = placed;
  const { resolutions, picture, attachments, files } = resolved;
  const { address } = named;
  return Object.freeze({
    document,
    section,
    address,
    language,
    translations,
    resolutions,
    files,
    picture,
    attachments,
  });
}
