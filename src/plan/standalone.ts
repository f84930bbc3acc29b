import { outputPathOf, SITE_ADDRESSES } from '../base/address.ts';
import type { Section, StandalonePage } from '../model/site.ts';
import { yearLinks } from './lists.ts';
import type { Page, TemplateContent } from './page.ts';
import type { PlanContext } from './parts.ts';
import { MOST_READ, mostRead } from './ranking.ts';
import type { SiteMapNode } from './views.ts';

/** Pages that stand for themselves: writers' own (`kind: page`), most read, the site map, not found. */
export function planStandalonePages(context: PlanContext): Page[] {
  const { site, words } = context;
  const single = (address: string, content: () => TemplateContent): Page => ({
    path: outputPathOf(address),
    source: 'content',
    content,
  });
  const breadcrumb = context.trail(site.root);
  const { mostRead: mostReadAddress, siteMap, notFound } = SITE_ADDRESSES;
  return [
    ...site.pages.map((page) => planPage(context, page)),
    single(mostReadAddress, () => ({
      kind: 'template',
      template: 'most-read.njk',
      view: {
        ...context.base(mostReadAddress, { title: words.mostRead, breadcrumb }),
        articles: mostRead(context, MOST_READ),
      },
    })),
    single(siteMap, () => ({
      kind: 'template',
      template: 'site-map.njk',
      view: {
        ...context.base(siteMap, { title: words.siteMap, breadcrumb }),
        root: siteMapNode(context, site.root),
      },
    })),
    single(notFound, () => ({
      kind: 'template',
      template: 'not-found.njk',
      view: {
        ...context.base(notFound, { title: words.notFound, breadcrumb, robots: 'noindex' }),
        sections: site.sections.filter((section) => section.parent !== null).map(context.link),
      },
    })),
  ];
}

function planPage(context: PlanContext, page: StandalonePage): Page {
  const { document } = page;
  return {
    path: outputPathOf(page.address),
    source: document.place.path,
    content: () => ({
      kind: 'template',
      template: 'page.njk',
      view: {
        ...context.base(page.address, {
          title: document.title,
          description: document.summary || document.excerpt,
          breadcrumb: context.trail(page.section),
        }),
        content: {
          title: document.title,
          summary: document.summary,
          body: context.body(page),
          attachments: context.attachments(page.attachments),
          extra: document.extra,
        },
      },
    }),
  };
}

function siteMapNode(context: PlanContext, section: Section): SiteMapNode {
  return {
    ...context.link(section),
    pages: section.pages.map((page) => context.link({ title: page.document.title, address: page.address })),
    years: yearLinks(context, section),
    children: section.children.map((child) => siteMapNode(context, child)),
  };
}
