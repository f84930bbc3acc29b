import { outputPathOf } from '../base/address.ts';
import type { Section } from '../model/site.ts';
import { feedLinks } from './feed-links.ts';
import { listPart } from './lists.ts';
import type { Page } from './page.ts';
import type { PlanContext } from './parts.ts';
import type { SectionView } from './views.ts';

const NEWEST = 20;
const PINNED = 3;

/** The head of every section but the root, which is the front page. */
export function planSectionHeads(context: PlanContext): Page[] {
  return context.site.sections
    .filter((section) => section.parent !== null)
    .map((section) => ({
      path: outputPathOf(section.address),
      source: section.entry?.document.place.path ?? `content/${section.folder}`,
      content: () => ({ kind: 'template', template: 'section.njk', view: sectionView(context, section) }),
    }));
}

function sectionView(context: PlanContext, section: Section): SectionView {
  const document = section.entry?.document;
  const pinned = section.articles.filter((article) => article.document.pinned).slice(0, PINNED);
  return {
    ...context.base(section.address, {
      title: section.title,
      description: document?.summary || document?.excerpt || '',
      breadcrumb: section.parent ? context.trail(section.parent) : [],
      feeds: feedLinks(context, section),
    }),
    section: {
      title: section.title,
      description: document?.summary ?? '',
      body: section.entry && !document?.outline.isEmpty ? context.body(section.entry) : null,
      contact: (document?.contact ?? []).map(([name, value]) => ({ name, value, href: contactHref(value) })),
      children: section.children.map(context.link),
      pages: section.pages.map((page) => context.link({ title: page.document.title, address: page.address })),
    },
    pinned: pinned.map(context.card),
    articles: section.articles
      .slice(0, NEWEST)
      .filter((article) => !pinned.includes(article))
      .map(context.card),
    list: listPart(context, section),
  };
}

/** What a phone can do with a line of contact: call it or write to it. */
function contactHref(value: string): string {
  if (/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(value)) return `mailto:${value}`;
  const digits = value.replace(/[\s().-]/g, '');
  return /^\+?\d{8,12}$/.test(digits) ? `tel:${digits}` : '';
}
