import { outputPathOf } from '../base/address.ts';
import type { Bodies } from '../model/document.ts';
import type { Section } from '../model/site.ts';
import type { Chrome } from './chrome.ts';
import { contactOf } from './contact.ts';
import type { PlanContext } from './context.ts';
import { feedLinks } from './feed-links.ts';
import { titled, translationsOf } from './languages.ts';
import { listPart, NEWEST, PINNED } from './lists.ts';
import type { Page } from './page.ts';
import { stretchesOf } from './stretches.ts';
import { listData } from './structured-data.ts';
import type { SectionView } from './views.ts';

/** The head of every section but the root, which is the front page. */
export function planSectionHeads({ site, chrome, recall }: PlanContext): Page[] {
  const headOf = recall.for(planSectionHead);
  return site.sections
    .filter((section) => section.parent !== null)
    .map((section) => headOf(section, chrome.in(section.language)));
}

function planSectionHead(section: Section, chrome: Chrome): Page {
  return {
    path: outputPathOf(section.address),
    source: section.entry?.document.place.path ?? `content/${section.folder}`,
    content: (bodies) => ({
      kind: 'template',
      template: 'section.njk',
      view: sectionView(chrome, section, bodies),
    }),
  };
}

function sectionView(chrome: Chrome, section: Section, bodies: Bodies): SectionView {
  const document = section.entry?.document;
  const breadcrumb = section.parent ? chrome.trail(section.parent) : [];
  const pinned = section.pinned.slice(0, PINNED);
  const newest = section.articles.slice(0, NEWEST).filter((article) => !pinned.includes(article));
  return {
    ...chrome.base(section.address, {
      title: section.title,
      description: document?.summary || document?.excerpt || '',
      breadcrumb,
      feeds: feedLinks(chrome, section),
      image: chrome.sharing(section),
      translations: translationsOf(section.entry, chrome),
    }),
    section: {
      title: section.title,
      description: document?.summary ?? '',
      body: section.entry && !document?.outline.isEmpty ? chrome.body(section.entry, bodies) : null,
      crest: section.entry?.picture ? chrome.picture(section.entry.picture) : null,
      contact: contactOf(section),
      children: section.children.map(chrome.link),
      pages: section.pages.map((page) => chrome.link(titled(page))),
    },
    pinned: pinned.map(chrome.card),
    articles: newest.map(chrome.card),
    stretches: stretchesOf(chrome, newest),
    list: listPart(chrome, section),
    structuredData: listData(chrome, breadcrumb, chrome.link(section)),
  };
}
