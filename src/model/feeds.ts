/** The feeds that there are, by the names of their files. */
export const FEED_FILES = { rss: 'rss.xml', atom: 'atom.xml', json: 'feed.json' } as const;

export type FeedKind = keyof typeof FEED_FILES;

/** As much of a section as its feeds depend on. */
interface Nested {
  readonly parent: { readonly parent: object | null } | null;
}

/** Three for the site and the sections of the first level, RSS for those inside: each costs a file a publication. */
export function feedsOf({ parent }: Nested): readonly FeedKind[] {
  return parent === null || parent.parent === null ? ['rss', 'atom', 'json'] : ['rss'];
}
