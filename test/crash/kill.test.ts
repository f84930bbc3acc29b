import { readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  fastFolder,
  type Moment,
  type Prints,
  printsIn,
  type Resident,
  type Run,
  residentCommand,
  runCommand,
} from './command.ts';
import { type Crawler, crawler } from './crawler.ts';
import { editions, readIfThere, settle } from './editions.ts';

const PARTS = [1, 2, 3, 4];
const KILLS = 50;
/** So many of the kills of a part must leave a site that is neither the one before nor the one after. */
const IN_BETWEEN = 13;
/** Of ten kills, so many are aimed at the renaming; the others are spread over the whole length of a build. */
const AIMED = 8;
/** Every so many kills there is no site before. */
const FROM_NOTHING = 9;
/** After so many kills the next build is a process of its own, by which the lengths of builds are told; prime, so that it follows kills of each sort. */
const TIMED = 7;

const EDITIONS = editions(5, 36);

let root: string;
let out: string;
let crawl: Crawler;
let resident: Resident;
/** What each edition is when it is built from nothing, with the records. */
let clean: readonly Prints[];
/** Milliseconds. */
const lengths: number[] = [];
const publishing: number[] = [];

beforeAll(async () => {
  root = fastFolder();
  out = path.join(root, 'dist');
  const built: Prints[] = [];
  for (const edition of EDITIONS) {
    rmSync(out, { recursive: true, force: true });
    settle(root, edition);
    note(await build(() => {}));
    built.push(printsIn(out));
  }
  clean = built;
  crawl = crawler(readPublished, isWhole);
  resident = residentCommand();
});
afterAll(() => {
  resident.close();
  rmSync(root, { recursive: true, force: true });
});

const build = (meanwhile: () => void, moment?: Moment) =>
  runCommand(['build', '--root', root], out, meanwhile, moment);

/** A build that came to its end. */
function note({ end, milliseconds, publishing: length }: Run): void {
  expect(end).toBe(0);
  lengths.push(milliseconds);
  if (length !== undefined) publishing.push(length);
}

const readPublished = (file: string) => readIfThere(path.join(out, file));

function isWhole(file: string, print: string | null): boolean {
  return clean.some((edition) => edition.get(file) === print);
}

/** Without the records. */
function siteOf(prints: Prints): string {
  return JSON.stringify([...prints].filter(([file]) => !file.startsWith('.bantin')));
}

/** So that most moments lie within: the figure that three quarters of the others exceed. */
function lowerQuarter(figures: readonly number[]): number {
  return [...figures].sort((a, b) => a - b)[Math.floor(figures.length / 4)] ?? 0;
}

/** Kills are spread evenly: of each sort, the next lies where the gap is widest. */
function momentOf(kill: number): Moment {
  const share = (kill * 0.618_033_988_75) % 1;
  return kill % 10 < AIMED
    ? { after: 'journal', milliseconds: share * lowerQuarter(publishing) }
    : { after: 'start', milliseconds: share * lowerQuarter(lengths) };
}

describe('a build that is killed', () => {
  let current = EDITIONS.length - 1;
  let tries = 0;

  it.each(PARTS)('leaves a whole site, and nothing to the next build, part %i', async () => {
    const read = crawl.count;
    let kills = 0;
    let between = 0;
    for (const limit = tries + 4 * KILLS; kills < KILLS && tries < limit; tries++) {
      const next = (current + 1 + (tries % (EDITIONS.length - 1))) % EDITIONS.length;
      const isFirst = tries % FROM_NOTHING === 0;
      if (isFirst) rmSync(out, { recursive: true, force: true });
      settle(root, EDITIONS[next] ?? new Map());
      const before = isFirst ? new Map() : (clean[current] ?? new Map());
      const moment = momentOf(tries);
      const killed = await build(isFirst ? () => {} : crawl.step, moment);
      const what = `edition ${next} over ${isFirst ? 'nothing' : current}, killed ${moment.milliseconds} ms after the ${moment.after}`;

      const left = printsIn(out);
      if (killed.end === 'SIGKILL') {
        kills += 1;
        const site = siteOf(left);
        const isEither = site === siteOf(before) || site === siteOf(clean[next] ?? new Map());
        if (!isEither) between += 1;
        // Only what a journal tells of may be half done.
        expect(isEither || left.has('.bantin/journal.json'), what).toBe(true);
      }
      const cut = [...left].filter(([file, print]) => !file.startsWith('.bantin') && !isWhole(file, print));
      expect(cut, what).toEqual([]);
      if (!isFirst) crawl.wholeSite();

      // A kill that came too late was none.
      const meanwhile = isFirst ? () => {} : crawl.step;
      if (killed.end !== 'SIGKILL') note(killed);
      else if (tries % TIMED === 0) note(await build(meanwhile));
      else expect(await resident.run(['build', '--root', root], meanwhile), what).toBe(0);
      expect(printsIn(out), what).toEqual(clean[next]);
      expect(readdirSync(path.join(root, '.bantin/cache')).sort(), what).toEqual([
        '.gitignore',
        expect.stringMatching(/^[0-9a-f]{8}\.json$/),
      ]);
      expect(crawl.complaints, what).toEqual([]);
      current = next;
    }
    expect(kills).toBe(KILLS);
    expect(between).toBeGreaterThanOrEqual(IN_BETWEEN);
    expect(crawl.count - read).toBeGreaterThan(1000);
  });
});

it('the crawler meets all of a site but its list of old addresses', () => {
  const met = new Set<string>();
  crawler(readPublished, (file) => Boolean(met.add(file))).wholeSite();
  const missed = [...printsIn(out)].filter(([file, print]) => print !== null && !met.has(file));
  expect(missed.map(([file]) => file)).toEqual(['.bantin/manifest.json', 'redirects.txt']);
});
