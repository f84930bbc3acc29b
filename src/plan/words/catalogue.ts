import type { BodyWords } from '../../model/body.ts';

/**
 * All that the theme says to readers, in one catalogue a language: a word that one of them lacks does not compile.
 * What writers are told is in `base/messages`.
 */
export interface Catalogue {
  /** The language in its own words. */
  readonly name: string;
  /** For `og:locale`. */
  readonly locale: string;
  /** Between the whole and the fraction of a number. */
  readonly decimal: string;
  /** Between groups of three digits. */
  readonly group: string;
  /** `17/02/2020` */
  readonly date: (day: number, month: number, year: number) => string;
  /** A year, a month of it or a day; month and day are 0 where the period is longer. */
  readonly period: (year: number, month: number, day: number) => string;
  /** A day of a calendar, read out: it begins with what shows, or has it as a word. */
  readonly dayOf: (day: number, month: number, year: number) => string;
  /** A month that stands where its year is plain. */
  readonly month: (month: number) => string;
  /** As tall letters over a calendar, Monday first: what shows, and what is read out. */
  readonly weekdays: readonly (readonly [short: string, long: string])[];
  readonly archive: (period: string) => string;
  /** What an archive holds, in a sentence. */
  readonly newsIn: (period: string, list: string) => string;
  readonly newsWithTag: (tag: string) => string;
  readonly tag: (title: string) => string;
  readonly feed: (title: string, kind: string) => string;
  readonly credit: (source: string) => string;
  readonly readings: (count: string) => string;
  /** What stands inside an article's own HTML. */
  readonly body: BodyWords;
  /** What templates print as it is. */
  readonly page: PageWords;
}

export interface PageWords {
  readonly home: string;
  readonly skip: string;
  readonly mainMenu: string;
  readonly breadcrumb: string;
  readonly newest: string;
  readonly pinned: string;
  readonly mostRead: string;
  readonly allTags: string;
  readonly tag: string;
  readonly siteMap: string;
  readonly associations: string;
  readonly about: string;
  readonly contact: string;
  readonly pages: string;
  readonly sectionsWithin: string;
  readonly byYear: string;
  readonly archiveOfYear: string;
  readonly calendar: string;
  readonly periodsIn: string;
  readonly otherPeriods: string;
  readonly newerPeriod: string;
  readonly olderPeriod: string;
  readonly feeds: string;
  readonly noArticles: string;
  readonly noArticlesIn: string;
  readonly noFigures: string;
  readonly noTags: string;
  readonly published: string;
  readonly updated: string;
  readonly views: string;
  readonly attachments: string;
  readonly tagsOfArticle: string;
  readonly related: string;
  readonly newerArticles: string;
  readonly olderArticles: string;
  readonly articleTools: string;
  readonly smallerText: string;
  readonly normalText: string;
  readonly largerText: string;
  readonly listen: string;
  readonly stopListening: string;
  readonly print: string;
  readonly printHint: string;
  readonly share: string;
  readonly email: string;
  readonly copyLink: string;
  readonly linkCopied: string;
  readonly enlarge: string;
  readonly close: string;
  readonly previousPicture: string;
  readonly nextPicture: string;
  readonly notFound: string;
  readonly notFoundLead: string;
  readonly backHome: string;
  readonly chooseSection: string;
  readonly meantPerhaps: string;
  readonly lookingUp: string;
  readonly nothingAlike: string;
  readonly responsible: string;
  readonly address: string;
  readonly phone: string;
  readonly emailAddress: string;
  readonly links: string;
  readonly lookUp: string;
  readonly moved: string;
  readonly movedLead: string;
  readonly translation: string;
}
