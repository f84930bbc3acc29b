import { parseArgs } from 'node:util';
import { benchCold } from './cold.ts';
import { benchDev } from './dev.ts';
import { benchMemory } from './memory.ts';
import { type Place, placeFor } from './place.ts';
import { benchPublishing } from './publish.ts';
import { benchWarm } from './warm.ts';

interface Bench {
  readonly measure: (articles: number, place: Place) => Promise<void>;
  readonly sizes: readonly number[];
}

const BENCHES: Readonly<Record<string, Bench>> = {
  publish: { measure: benchPublishing, sizes: [1000, 10_000] },
  cold: { measure: benchCold, sizes: [1000] },
  warm: { measure: benchWarm, sizes: [10_000] },
  dev: { measure: benchDev, sizes: [10_000] },
  memory: { measure: benchMemory, sizes: [10_000] },
};

const { values, positionals } = parseArgs({ options: { in: { type: 'string' } }, allowPositionals: true });
const [name = '', ...wanted] = positionals;
const bench = Object.hasOwn(BENCHES, name) ? BENCHES[name] : undefined;
const sizes = wanted.map(Number);
if (bench === undefined || !sizes.every((size) => Number.isInteger(size) && size > 0)) {
  console.error(`npm run bench -- ${Object.keys(BENCHES).join('|')} [articles …] [--in FOLDER]`);
  process.exitCode = 2;
} else {
  for (const size of sizes.length > 0 ? sizes : bench.sizes)
    await bench.measure(size, placeFor(size, values.in));
}
