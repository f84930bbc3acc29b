import type { Diagnostic } from '../diagnostic.ts';
import type { Catalogue, Params, Words } from './catalogue.ts';
import { en } from './en.ts';
import { vi } from './vi.ts';

export type Language = 'vi' | 'en';

const CATALOGUES: Readonly<Record<Language, Catalogue>> = { vi, en };

export function isLanguage(text: string): text is Language {
  return text === 'vi' || text === 'en';
}

/** The words for a finding in one language. */
export function describe<C extends keyof Params>(diagnostic: Diagnostic<C>, language: Language): Words {
  return CATALOGUES[language][diagnostic.code](diagnostic.params);
}
