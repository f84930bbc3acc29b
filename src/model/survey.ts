import type { Recall } from '../base/recall.ts';
import type { Document } from './document.ts';

/** Which documents are shown. */
export interface Visibility {
  /** Seconds of UTC; decides only which articles are still to come. */
  readonly now: number;
  readonly drafts: boolean;
  readonly future: boolean;
}

/** What a group of documents holds: found once, as long as the group is the same. */
export interface Survey {
  readonly articles: readonly Document[];
  /** Pages and sections. */
  readonly others: readonly Document[];
  /** Those that have an id of their own. */
  readonly withId: readonly Document[];
  /** Those that name translations. */
  readonly translated: readonly Document[];
  /** One document of each section that lies here. */
  readonly ofSections: readonly Document[];
  /** Drafts, and what is still to come. */
  readonly hidden: readonly Document[];
  /** When the latest of what is shown is dated, in seconds of UTC. */
  readonly latest: number;
}

export function surveyGroup(group: readonly Document[], visibility: Visibility, recall: Recall): Survey {
  const { hasDrafts, latest } = recall.for(limitsOf)(group);
  const showsAll = (visibility.drafts || !hasDrafts) && (visibility.future || latest <= visibility.now);
  if (showsAll) return recall.for(survey)(group, NONE);
  const isShown = (document: Document): boolean =>
    (visibility.drafts || !document.draft) &&
    (visibility.future || (document.date?.epoch ?? 0) <= visibility.now);
  const shown = recall.keep(group, 'shown', group.filter(isShown));
  const hidden = group.filter((document) => !isShown(document));
  return recall.for(survey)(shown, recall.keep(group, 'hidden', hidden));
}

const NONE: readonly Document[] = [];

function limitsOf(group: readonly Document[]): { readonly hasDrafts: boolean; readonly latest: number } {
  return {
    hasDrafts: group.some(({ draft }) => draft),
    latest: group.reduce((latest, { date }) => Math.max(latest, date?.epoch ?? 0), 0),
  };
}

function survey(shown: readonly Document[], hidden: readonly Document[]): Survey {
  const isArticle = ({ kind, date }: Document): boolean => kind === 'article' && date !== null;
  return {
    articles: shown.filter(isArticle),
    others: shown.filter((document) => !isArticle(document)),
    withId: shown.filter(({ id }) => id !== null),
    translated: shown.filter(({ translations }) => translations.length > 0),
    ofSections: [...new Map(shown.map((document) => [document.sectionKey, document])).values()],
    hidden,
    latest: limitsOf(shown).latest,
  };
}
