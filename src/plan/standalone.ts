import { outputPathOf, SITE_ADDRESSES } from '../base/address.ts';
import type { Section, StandalonePage } from '../model/site.ts';
import type { Chrome } from './chrome.ts';
import type { PlanContext } from './context.ts';
import { titled, translationsOf } from './languages.ts';
import { yearLinks } from './lists.ts';
import type { Page, TemplateContent } from './page.ts';
import { mostRead } from './ranking.ts';
import type { SiteMapNode } from './views.ts';

/** Pages that stand for themselves: writers' own (`kind: page`), most read, the site map, not found. */
export function planStandalonePages(context: PlanContext): Page[] {
  const { site, chrome, recall } = context;
  const { words } = chrome;
  const single = (address: string, content: () => TemplateContent): Page => ({
    path: outputPathOf(address),
    source: 'content',
    content,
  });
  const breadcrumb = chrome.trail(site.root);
  const { mostRead: mostReadAddress, siteMap, notFound } = SITE_ADDRESSES;
  return [
    ...site.pages.map((page) => recall.for(planPage)(page, chrome.in(page.language))),
    single(mostReadAddress, () => ({
      kind: 'template',
      template: 'most-read.njk',
      view: {
        ...chrome.base(mostReadAddress, { title: words.page.mostRead, breadcrumb }),
        articles: mostRead(context),
      },
    })),
    single(siteMap, () => ({
      kind: 'template',
      template: 'site-map.njk',
      view: {
        ...chrome.base(siteMap, { title: words.page.siteMap, breadcrumb }),
        root: siteMapNode(chrome, site.root),
      },
    })),
    single(notFound, () => ({
      kind: 'template',
      template: 'not-found.njk',
      view: {
        ...chrome.base(notFound, { title: words.page.notFound, breadcrumb, robots: 'noindex' }),
        sections: site.sections.filter((section) => section.parent !== null).map(chrome.link),
      },
    })),
  ];
}

function planPage(page: StandalonePage, chrome: Chrome): Page {
  const { document } = page;
  return {
    path: outputPathOf(page.address),
    source: document.place.path,
    content: (bodies) => ({
      kind: 'template',
      template: 'page.njk',
      view: {
        ...chrome.base(page.address, {
          title: document.title,
          description: document.summary || document.excerpt,
          breadcrumb: chrome.trail(page.section),
          translations: translationsOf(page, chrome),
        }),
        content: {
          title: document.title,
          summary: document.summary,
          body: chrome.body(page, bodies),
          attachments: chrome.attachments(page.attachments),
          extra: document.extra,
        },
      },
    }),
  };
}

function siteMapNode(chrome: Chrome, section: Section): SiteMapNode {
  return {
    ...chrome.link(section),
    pages: section.pages.map((page) => chrome.link(titled(page))),
    years: yearLinks(chrome, section),
    children: section.children.map((child) => siteMapNode(chrome, child)),
  };
}
