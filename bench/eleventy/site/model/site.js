import { readFileSync } from 'node:fs';

/** What the site is called, where it is, and its sections: the front page's first, then as they lie in one another. */
export const {
  title: SITE,
  origin: ORIGIN,
  sections,
} = JSON.parse(readFileSync(new URL('site.json', import.meta.url), 'utf8'));

export const SECTIONS = new Map(sections.map((section) => [section.url, section]));
