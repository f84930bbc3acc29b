import type { Bodies } from '../model/document.ts';
import type { Section } from '../model/site.ts';
import { reachOf } from './contact.ts';
import type { PlanContext } from './context.ts';
import { feedLinks } from './feed-links.ts';
import { translationsOf } from './languages.ts';
import { IN_BLOCK, listPart, NEWEST, PINNED } from './lists.ts';
import type { Page } from './page.ts';
import { MOST_READ_ON_FRONT, mostRead } from './ranking.ts';
import { siteData } from './structured-data.ts';
import type { FrontView } from './views.ts';

/** `/`: the newest of all, what is pinned, what is read most, and a block for each association. */
export function planFront({ site, chrome, recall }: PlanContext): Page[] {
  const { root } = site;
  const context = { site, chrome: chrome.in(root.language), recall };
  return [
    {
      path: 'index.html',
      source: root.entry?.document.place.path ?? 'content/site.yaml',
      content: (bodies) => ({
        kind: 'template',
        template: 'front.njk',
        view: frontView(context, bodies),
      }),
    },
  ];
}

function frontView(context: PlanContext, bodies: Bodies): FrontView {
  const { chrome } = context;
  const { root } = context.site;
  const { settings } = chrome;
  const newest = root.articles.slice(0, NEWEST);
  // A picture makes the better opening, but only if it is news still.
  const lead = newest.slice(0, 6).find((article) => article.picture !== null) ?? newest[0];
  const pinned = root.pinned.slice(0, PINNED);
  return {
    ...chrome.base('/', {
      title: settings.title,
      description: settings.description,
      feeds: feedLinks(chrome, root),
      translations: translationsOf(root.entry, chrome),
    }),
    intro: root.entry && !root.entry.document.outline.isEmpty ? chrome.body(root.entry, bodies) : null,
    lead: lead ? chrome.card(lead) : null,
    pinned: pinned.map((article) => chrome.card(article)),
    newest: newest.filter((article) => article !== lead).map((article) => chrome.card(article)),
    mostRead: mostRead(context, MOST_READ_ON_FRONT),
    sections: blocksOf(root).map((section) => ({
      section: chrome.link(section),
      description: section.entry?.document.summary ?? '',
      crest: section.entry?.picture ? chrome.picture(section.entry.picture) : null,
      contact: reachOf(section),
      articles: section.articles.slice(0, IN_BLOCK).map((article) => chrome.card(article)),
    })),
    list: listPart(chrome, root),
    structuredData: siteData(chrome),
  };
}

/** The sections of the first level, or, where one has sections inside, those. */
function blocksOf(root: Section): readonly Section[] {
  return root.children.flatMap((section) => (section.children.length > 0 ? section.children : [section]));
}
