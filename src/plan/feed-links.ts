import type { Section } from '../model/site.ts';
import type { Chrome } from './chrome.ts';
import type { PagePart } from './views.ts';

export const FEED_KINDS = {
  rss: { file: 'rss.xml', name: 'RSS', type: 'application/rss+xml' },
  atom: { file: 'atom.xml', name: 'Atom', type: 'application/atom+xml' },
  json: { file: 'feed.json', name: 'JSON Feed', type: 'application/feed+json' },
} as const;

export type FeedKind = keyof typeof FEED_KINDS;

/** Three for the site and the sections of the first level, RSS for those inside: each costs a file a publication. */
export function feedsOf(section: Section): readonly FeedKind[] {
  return section.parent === null || section.parent.parent === null ? ['rss', 'atom', 'json'] : ['rss'];
}

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
