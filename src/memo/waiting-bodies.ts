import type { Spill } from '../base/spill.ts';
import { readUtf8 } from '../base/utf8.ts';
import type { Body } from '../model/body.ts';

/**
 * Bodies while they wait for their pages: in UTF-8 and outside of the heap they take a third less room than as strings, and
 * no garbage collection moves them about. Of a first build all wait at once, so beyond some only those that are waited for
 * are in memory.
 */
export interface WaitingBodies {
  /** Takes some bodies that follow each other in `html`. */
  hold(html: Uint8Array, bodies: Iterable<readonly [path: string, PackedBody]>): void;
  has(path: string): boolean;
  get(path: string): Body | undefined;
}

/** Where a body is among those that came with it. */
export interface PackedBody {
  /** Bytes. */
  readonly start: number;
  readonly length: number;
  readonly holes: Body['holes'];
}

/** Bytes of bodies that are held in memory: those of some 10,000 articles. */
const MOST_IN_MEMORY = 40e6;

/** Stands between two pieces; the parser lets no such character into a text. */
const SEAM = '\0';

export function packBody({ html }: Body): string {
  return html.join(SEAM);
}

export function createWaitingBodies(spill: Spill, most: number = MOST_IN_MEMORY): WaitingBodies {
  interface Waiting {
    readonly from: Uint8Array | number;
    readonly body: PackedBody;
  }
  const waiting = new Map<string, Waiting>();
  let held = 0;
  spill.clear();
  return {
    hold(html, bodies) {
      const place = held + html.length > most ? spill.add(html) : undefined;
      if (place === undefined) held += html.length;
      for (const [path, body] of bodies) waiting.set(path, { from: place ?? html, body });
    },
    has: (path) => waiting.has(path),
    get(path) {
      const found = waiting.get(path);
      if (found === undefined) return undefined;
      const { from, body } = found;
      const bytes =
        typeof from === 'number'
          ? spill.read(from + body.start, body.length)
          : from.subarray(body.start, body.start + body.length);
      return { html: (readUtf8(bytes) ?? '').split(SEAM), holes: body.holes };
    },
  };
}
