import { parseArgs } from 'node:util';
import { benchCold } from './cold.ts';
import { benchDev } from './dev.ts';
import { benchMemory } from './memory.ts';
import { type Place, placeFor } from './place.ts';
import { prove } from './prove.ts';
import { benchPublishing } from './publish.ts';
import { benchScale } from './scale.ts';
import { benchWarm } from './warm.ts';

interface Bench {
  readonly measure: (sizes: readonly number[], place: PlaceFor, picture: string | undefined) => Promise<void>;
  readonly sizes: readonly number[];
}

type PlaceFor = (articles: number) => Place;

/** Each size on its own. */
function eachSize(measure: (articles: number, place: Place) => Promise<void>): Bench['measure'] {
  return async (sizes, place) => {
    for (const size of sizes) await measure(size, place(size));
  };
}

const BENCHES: Readonly<Record<string, Bench>> = {
  goals: { measure: prove, sizes: [1000, 10_000, 50_000] },
  cold: { measure: eachSize(benchCold), sizes: [1000] },
  warm: { measure: eachSize(benchWarm), sizes: [10_000] },
  dev: { measure: eachSize(benchDev), sizes: [10_000] },
  memory: { measure: eachSize(benchMemory), sizes: [10_000] },
  publish: { measure: eachSize(benchPublishing), sizes: [1000, 10_000] },
  scale: { measure: eachSize(benchScale), sizes: [10_000, 100_000] },
};

const { values, positionals } = parseArgs({
  options: { in: { type: 'string' }, picture: { type: 'string' } },
  allowPositionals: true,
});
const [name = '', ...wanted] = positionals;
const bench = Object.hasOwn(BENCHES, name) ? BENCHES[name] : undefined;
const sizes = wanted.map(Number);
if (bench === undefined || !sizes.every((size) => Number.isInteger(size) && size > 0)) {
  const names = Object.keys(BENCHES).join('|');
  console.error(`npm run bench -- ${names} [articles …] [--in FOLDER] [--picture FILE, of goals]`);
  process.exitCode = 2;
} else {
  const place: PlaceFor = (articles) => placeFor(articles, values.in);
  await bench.measure(sizes.length > 0 ? sizes : bench.sizes, place, values.picture);
}
