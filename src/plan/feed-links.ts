import { FEED_FILES, feedsOf } from '../model/feeds.ts';
import type { Section } from '../model/site.ts';
import type { Chrome } from './chrome.ts';
import type { PagePart } from './views.ts';

export const FEED_KINDS = {
  rss: { file: FEED_FILES.rss, name: 'RSS', type: 'application/rss+xml' },
  atom: { file: FEED_FILES.atom, name: 'Atom', type: 'application/atom+xml' },
  json: { file: FEED_FILES.json, name: 'JSON Feed', type: 'application/feed+json' },
} as const;

export function feedLinks(chrome: Chrome, section: Section): PagePart['feeds'] {
  return feedsOf(section).map((kind) => {
    const { file, name, type } = FEED_KINDS[kind];
    return {
      title: chrome.words.feed(section.title, name),
      href: chrome.href(section.address + file),
      type,
    };
  });
}
