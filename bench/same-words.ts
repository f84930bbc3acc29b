import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Contestant } from './contestants.ts';
import { spokenIn } from './html-text.ts';
import type { HtmlKind, SiteCensus } from './same-site.ts';

/** Pages of a kind that are compared with ours; of a kind that has fewer, all. */
const SAMPLES = 40;
/** So many words of a page tell where it begins to differ. */
const SHOWN = 8;

/** Pages of another site that do not say, word for word and in the same order, what ours say in their bodies. */
export function sayingsOf(
  ours: Contestant,
  ourCensus: SiteCensus,
  theirs: Contestant,
  theirCensus: SiteCensus,
): string[] {
  const { name: system } = theirs.system;
  return (Object.keys(ourCensus.pages) as HtmlKind[]).flatMap((kind) =>
    evenly([...ourCensus.pages[kind]]).flatMap(([title, file]) => {
      const other = theirCensus.pages[kind].get(title);
      if (other === undefined) return [`${system} has no ${kind}: ${title}`];
      const expected = wordsIn(ours, file);
      const found = wordsIn(theirs, other);
      const place = found.findIndex((word, index) => word !== expected[index]);
      if (place < 0 && found.length === expected.length) return [];
      const from = Math.max(0, (place < 0 ? found.length : place) - 2);
      const [said, meant] = [found, expected].map((words) => words.slice(from, from + SHOWN).join(' '));
      return [`${other}: ${system} says “${said}” where we say “${meant}”`];
    }),
  );
}

function wordsIn({ root, system }: Contestant, file: string): string[] {
  return spokenIn(readFileSync(path.join(root, system.out, file), 'utf8')).split(' ');
}

/** From the first to the last of a list, at even distances. */
function evenly<T>(list: readonly T[]): T[] {
  const wanted = Math.min(SAMPLES, list.length);
  const step = (list.length - 1) / Math.max(1, wanted - 1);
  const places = Array.from({ length: wanted }, (_, index) => Math.round(index * step));
  return places.flatMap((place) => list.slice(place, place + 1));
}
