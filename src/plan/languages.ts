import type { Language } from '../base/messages/describe.ts';
import type { Entry, SectionName } from '../model/site.ts';

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
