import { outputPathOf, SITE_ADDRESSES } from '../base/address.ts';
import type { Tag } from '../model/site.ts';
import { listPart } from './lists.ts';
import type { Page } from './page.ts';
import type { PlanContext } from './parts.ts';
import type { TagView } from './views.ts';

const NEWEST = 20;

/** `/the/` and the head of every tag. */
export function planTags(context: PlanContext): Page[] {
  const { words, site } = context;
  const index: Page = {
    path: outputPathOf(SITE_ADDRESSES.tags),
    source: 'content',
    content: () => ({
      kind: 'template',
      template: 'tags.njk',
      view: {
        ...context.base(SITE_ADDRESSES.tags, { title: words.allTags, breadcrumb: context.trail(site.root) }),
        tags: site.tags.map(context.link),
      },
    }),
  };
  const heads = site.tags.map(
    (tag): Page => ({
      path: outputPathOf(tag.address),
      source: tag.articles.at(-1)?.document.place.path ?? 'content',
      content: () => ({ kind: 'template', template: 'tag.njk', view: tagView(context, tag) }),
    }),
  );
  return [index, ...heads];
}

function tagView(context: PlanContext, tag: Tag): TagView {
  const { words, site } = context;
  return {
    ...context.base(tag.address, {
      title: words.tag(tag.title),
      breadcrumb: [
        ...context.trail(site.root),
        { title: words.allTags, href: context.href(SITE_ADDRESSES.tags) },
      ],
    }),
    tag: { title: tag.title },
    articles: tag.articles.slice(0, NEWEST).map(context.card),
    list: listPart(context, tag),
  };
}
