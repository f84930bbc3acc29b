import { spawn } from 'node:child_process';
import { getHeapStatistics } from 'node:v8';
import { createPrints, type Prints } from '../src/base/prints.ts';
import { createRecall, type Recall } from '../src/base/recall.ts';
import { compareTrees, leavesOf } from '../src/base/tree.ts';
import { buildSite } from '../src/model/build-site.ts';
import type { Bodies } from '../src/model/document.ts';
import type { Site } from '../src/model/site.ts';
import { DEFAULT_SETTINGS } from '../src/parse/settings.ts';
import type { Page, PageTree } from '../src/plan/page.ts';
import { planSite } from '../src/plan/plan-site.ts';
import { inZone } from './corpus.ts';
import { END } from './place.ts';
import { memoryOf } from './process-tree.ts';
import { type Group, provinceArticle, writeProvince } from './province.ts';
import { BUDGET } from './publish.ts';
import { budget, count, figure, machine, median, printTable } from './table.ts';

const PUBLICATIONS = 25;
/** Megabytes of heap that V8 would not take by itself. */
const HEAP = 16_384;

/** What is known of one site, and what publishing in it changes. */
export interface ScaleFigures {
  readonly articles: number;
  readonly seconds: { readonly documents: number; readonly model: number; readonly plan: number };
  /** Megabytes: alive after the plan, and the most that the process ever held. */
  readonly heap: number;
  readonly peak: number | undefined;
  readonly pages: number;
  /** The most articles that one page of an archive shows. */
  readonly longest: number;
  readonly publications: readonly Publication[];
}

interface Publication {
  readonly seconds: number;
  /** Files that came, went or changed, the article's own page not counted. */
  readonly files: readonly string[];
  /** How many of them are articles or periods of a year that is over. */
  readonly closed: number;
}

/**
 * A province without its texts, led through model and plan: the program's own, and nothing of it left out. Then articles
 * are published one after another; a file changes if what its page is made from does.
 */
export function measureScale(articles: number): ScaleFigures {
  const [documents, groups] = timed(() => writeProvince(articles, END - 3600));
  const recall = createRecall();
  const prints = createPrints();
  const [model, site] = timed(() => modelOf(groups, END, recall));
  const [plan, first] = timed(() => planSite({ site, assets: [], prints, recall }).pages);
  const heap = process.memoryUsage().heapUsed / 1e6;
  const pages = leavesOf<Page>(first);
  const longest = Math.max(...archivesOf(site));

  const publications: Publication[] = [];
  let before: PageTree = first;
  for (let number = 0; number < PUBLICATIONS; number++) {
    const now = END + number * 7200;
    const article = provinceArticle(articles + number, now, 4);
    const [seconds, next] = timed(() => {
      addTo(groups, article.path, article);
      return planSite({ site: modelOf(groups, now, recall), assets: [], prints, recall }).pages;
    });
    const changed = changesOf(before, next, prints).filter(({ source }) => source !== article.place.path);
    const closed = changed.filter((page) => isClosed(page, now)).length;
    publications.push({ seconds, files: changed.map(({ path }) => path), closed });
    before = next;
  }
  const peak = memoryOf(process.pid)?.peak;
  return {
    articles,
    seconds: { documents, model, plan },
    heap,
    peak,
    pages: pages.length,
    longest,
    publications,
  };
}

/** Pages that come, go, or are made from something else. */
function changesOf(before: PageTree, next: PageTree, prints: Prints): Page[] {
  const { come, gone } = compareTrees(before, next);
  const keyOf = (page: Page): string => prints.of(page.from?.(NO_BODIES) ?? page.content(NO_BODIES));
  const old = new Map(gone.map((page) => [page.path, page]));
  const fresh = new Set(come.map(({ path }) => path));
  const changed = come.filter((page) => {
    const last = old.get(page.path);
    return last === undefined || keyOf(last) !== keyOf(page);
  });
  return [...changed, ...gone.filter(({ path }) => !fresh.has(path))];
}

export async function benchScale(articles: number): Promise<void> {
  const { heap_size_limit: limit } = getHeapStatistics();
  if (limit / 1e6 < HEAP && articles > 100_000) return await again(articles);
  const { seconds, heap, peak, pages, longest, publications } = measureScale(articles);
  const files = publications.map((publication) => publication.files.length);
  const most = Math.max(...files);
  printTable(
    `a province of ${count(articles)} articles without their texts, ${PUBLICATIONS} publications`,
    machine('nothing on a disk'),
    ['', 'is', 'budget'],
    [
      ['documents made, s', figure(seconds.documents, 1)],
      ['model, s', figure(seconds.model, 1)],
      ['plan, s', figure(seconds.plan, 1)],
      ['heap after the plan, MB', figure(heap)],
      ['peak of memory, MB', figure(peak)],
      ['files of the site', count(pages)],
      ['most articles on one page of an archive', count(longest)],
      [
        'one article more: model and plan, median s',
        figure(median(publications.map((each) => each.seconds)), 2),
      ],
      [
        'one article more: files, median',
        String(median(files)),
        budget(median(files), BUDGET.median, 'files'),
      ],
      ['one article more: files, most', String(most), budget(most, BUDGET.most, 'files')],
      ['of those, in years that are over', String(Math.max(...publications.map(({ closed }) => closed)))],
    ],
  );
}

/** The same in a process that may have a larger heap. */
function again(articles: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const args = [`--max-old-space-size=${HEAP}`, process.argv[1] ?? '', 'scale', String(articles)];
    const child = spawn(process.execPath, args, { stdio: 'inherit' });
    child.once('error', reject);
    child.once('exit', (status) => (status === 0 ? resolve() : reject(new Error(`scale: ${status}`))));
  });
}

/** Nothing that a plan compares needs the texts, and nobody changes one here. */
const NO_BODIES: Bodies = {
  printOf: ({ path }) => path,
  of: ({ path }) => {
    throw new Error(`${path} has no text here.`);
  },
};

function modelOf(documents: readonly Group[], now: number, recall: Recall): Site {
  const options = { media: [], publicFiles: [], empty: 0, now, drafts: false, future: false };
  const { site, diagnostics } = buildSite({ documents, settings: DEFAULT_SETTINGS, ...options }, recall);
  if (diagnostics.length > 0) throw new Error(JSON.stringify(diagnostics[0]));
  return site;
}

/** To the group of its folder, which is another object then, or as a group of its own. */
function addTo(groups: Group[], file: string, document: Group[number]): void {
  const folder = file.slice(0, file.lastIndexOf('/') + 1);
  const index = groups.findIndex(([first]) => first?.path.startsWith(folder));
  const group = groups[index];
  if (group === undefined) groups.push([document]);
  else groups[index] = [...group, document];
}

/** How many articles of one day each list has: a day is never cut. */
function archivesOf({ sections, tags }: Site): number[] {
  return [...sections, ...tags].map(({ articles }) => {
    let [most, ofDay, day] = [0, 0, 0];
    for (const article of articles) {
      const next = article.year * 10_000 + article.month * 100 + article.day;
      ofDay = next === day ? ofDay + 1 : 1;
      day = next;
      most = Math.max(most, ofDay);
    }
    return most;
  });
}

/** Articles lie in a folder of their year, and periods have theirs in their address. */
function isClosed({ path, source }: Page, now: number): boolean {
  const [, ofPeriod] = /(?:^|\/)luu-tru\/(\d{4})\//.exec(path) ?? [];
  const [, ofArticle] = path.includes('/bai-so-') ? (/\/(\d{4})\//.exec(source) ?? []) : [];
  const year = ofPeriod ?? ofArticle;
  return year !== undefined && Number(year) < inZone(now).getUTCFullYear();
}

function timed<T>(work: () => T): [seconds: number, result: T] {
  const started = performance.now();
  const result = work();
  return [(performance.now() - started) / 1000, result];
}
