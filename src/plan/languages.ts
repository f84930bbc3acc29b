import type { Language } from '../base/messages/describe.ts';
import type { Entry, SectionName } from '../model/site.ts';
import type { Chrome } from './chrome.ts';
import type { TranslationPart } from './parts.ts';
import { wordsOf } from './words/format.ts';

/** Something with a title that may be in another language than the page that shows it. */
export type Titled = Pick<SectionName, 'title' | 'address' | 'language'>;

/** An article or page as it is linked to. */
export function titled({ document, address, language }: Entry): Titled {
  return { title: document.title, address, language };
}

/** Marks a text whose language is not that of the page; most have nothing to say. */
export function langOf(language: Language, ofPage: Language): { readonly lang?: Language } {
  return language === ofPage ? {} : { lang: language };
}

/** Links to the same text in other languages; none where a section has no text of its own. */
export function translationsOf(entry: Entry | null, { href, url }: Chrome): readonly TranslationPart[] {
  if (entry === null) return [];
  return entry.translations.map(({ address, language }) => ({
    title: wordsOf(language).name,
    language,
    href: href(address),
    url: url(address),
  }));
}
