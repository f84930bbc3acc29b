import type { Place } from '../base/diagnostic.ts';
import type { Language } from '../base/messages/describe.ts';
import type { CalendarDate, Timestamp } from '../base/time.ts';
import type { Body, Outline } from './body.ts';

/** A value of a field that this program does not know, as the writer left it. */
export type ExtraValue = string | null | readonly ExtraValue[] | { readonly [name: string]: ExtraValue };

/** A file's name as a writer gave it, and where. */
export interface NamedFile {
  readonly file: string;
  readonly title: string;
  readonly place: Place;
}

/** Text with the place it came from, for a finding that only the whole site can make. */
export interface Located {
  readonly value: string;
  readonly place: Place;
}

/**
 * What one Markdown file says but its text, before anything else of the site is known: a pure function of its bytes, its
 * path and the parser's options. Links, pictures, sections and attachments are still the words that the writer used. So
 * nothing that the site is made of differs where only a text does.
 */
export interface Document {
  readonly kind: 'article' | 'page' | 'section';
  /** Relative to `content/`. */
  readonly path: string;
  /** Names of the sections' folders that hold it, digits-only folders left out. */
  readonly folders: readonly string[];
  /** The same for all documents of a section, however their folders are spelt. */
  readonly sectionKey: string;
  readonly title: string;
  /** The last part of its address; empty for sections, whose folder gives it. */
  readonly slug: string;
  readonly date: Timestamp | null;
  /** The date's day in the site's zone. */
  readonly day: Pick<CalendarDate, 'year' | 'month' | 'day'> | null;
  readonly updated: Timestamp | null;
  /** Lifetime count left by an older system; null if none was given, never 0 for none. */
  readonly views: number | null;
  readonly author: string;
  readonly source: string;
  readonly summary: string;
  /** The first words of the text; stands in where there is no summary. */
  readonly excerpt: string;
  readonly image: Located | null;
  readonly imageCaption: string;
  /** What the field says, else what is said of the picture where the text shows it. */
  readonly imageAlt: string;
  readonly tags: readonly string[];
  readonly attachments: readonly NamedFile[];
  readonly also: readonly Located[];
  /** The same text in other languages: files or addresses. */
  readonly translations: readonly Located[];
  readonly aliases: readonly Located[];
  readonly pinned: boolean;
  readonly draft: boolean;
  readonly id: Located | null;
  /** Of a section: its language and that of all that it holds. null: as what holds it. */
  readonly language: Language | null;
  /** Sections: their place among their siblings, lowest first. */
  readonly order: number | null;
  /** Sections: names and values, in the order written. */
  readonly contact: readonly (readonly [name: string, value: string])[];
  readonly extra: { readonly [name: string]: ExtraValue };
  readonly outline: Outline;
  /**
   * Stands for all that the fields say, and for what is taken from the text where they say nothing: title, excerpt and the
   * words for the picture.
   */
  readonly fieldsPrint: string;
  readonly place: Place;
}

/**
 * The texts themselves, which are most of a site's bytes. A page that is made anew asks for them one by one; nothing
 * else does.
 */
export interface Bodies extends BodyPrints {
  of(document: Document): Body;
}

/** What stands for each text: those with one fingerprint are the same. */
export interface BodyPrints {
  printOf(document: Document): string;
}
