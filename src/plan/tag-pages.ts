import { outputPathOf, SITE_ADDRESSES } from '../base/address.ts';
import type { SectionName, Tag } from '../model/site.ts';
import type { Chrome } from './chrome.ts';
import type { PlanContext } from './context.ts';
import { listPart, NEWEST } from './lists.ts';
import type { Page } from './page.ts';
import { stretchesOf } from './stretches.ts';
import type { TagView } from './views.ts';

/** `/the/` and the head of every tag. */
export function planTags({ site, chrome, recall }: PlanContext): Page[] {
  const { words } = chrome;
  const index: Page = {
    path: outputPathOf(SITE_ADDRESSES.tags),
    source: 'content',
    content: () => ({
      kind: 'template',
      template: 'tags.njk',
      view: {
        ...chrome.base(SITE_ADDRESSES.tags, {
          title: words.page.allTags,
          breadcrumb: chrome.trail(site.root),
        }),
        tags: site.tags.map(chrome.link),
      },
    }),
  };
  const headOf = recall.for(planTag);
  return [index, ...site.tags.map((tag) => headOf(tag, chrome, site.root.name))];
}

function planTag(tag: Tag, chrome: Chrome, root: SectionName): Page {
  return {
    path: outputPathOf(tag.address),
    source: tag.articles.at(-1)?.document.place.path ?? 'content',
    content: () => ({ kind: 'template', template: 'tag.njk', view: tagView(chrome, tag, root) }),
  };
}

function tagView(chrome: Chrome, tag: Tag, root: SectionName): TagView {
  const { words } = chrome;
  const newest = tag.articles.slice(0, NEWEST);
  return {
    ...chrome.base(tag.address, {
      title: words.tag(tag.title),
      description: words.newsWithTag(tag.title),
      breadcrumb: [
        ...chrome.trail(root),
        { title: words.page.allTags, href: chrome.href(SITE_ADDRESSES.tags) },
      ],
    }),
    tag: chrome.link(tag),
    articles: newest.map(chrome.card),
    stretches: stretchesOf(chrome, newest),
    list: listPart(chrome, tag),
  };
}
