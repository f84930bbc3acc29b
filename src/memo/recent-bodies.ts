import type { Body } from '../model/body.ts';

/**
 * Bodies that were parsed once more for a page. Feeds of full texts, and the neighbours of what somebody is at work on, ask
 * for the same ones in build after build: of a new article they were a sixth of the time in `dev`.
 */
export interface RecentBodies {
  /** `made` tells what it was parsed from, and how. */
  get(path: string, made: string): Body | undefined;
  set(path: string, made: string, body: Body): void;
}

/** Those of all feeds to which an article comes, and some: a few megabytes. */
const MOST = 256;

export function recentBodies(most: number = MOST): RecentBodies {
  /** The one that was asked for last comes last. */
  const bodies = new Map<string, { readonly made: string; readonly body: Body }>();
  const put = (path: string, made: string, body: Body): void => {
    bodies.delete(path);
    bodies.set(path, { made, body });
  };
  return {
    get(path, made) {
      const known = bodies.get(path);
      if (known?.made !== made) return undefined;
      put(path, made, known.body);
      return known.body;
    },
    set(path, made, body) {
      put(path, made, body);
      const [oldest] = bodies.keys();
      if (bodies.size > most && oldest !== undefined) bodies.delete(oldest);
    },
  };
}
