import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import type { Contestant } from './contestants.ts';
import { articleOf, type CorpusOptions, type GeneratedArticle, PARENT, writtenDate } from './corpus.ts';
import { linksOf, storyOf, titleOf, wordsOf } from './html-text.ts';
import { sayingsOf } from './same-words.ts';

/** What a site consists of, by kind: patterns of paths, of which the first that matches counts. */
const KINDS = {
  article: /\/bai-so-\d+\/index\.html$/,
  archive: /(?:^|\/)luu-tru\//,
  feed: /(?:^|\/)(?:rss\.xml|atom\.xml|feed\.json)$/,
  // How many styles, scripts and such a theme has says nothing of the work: they are copied.
  asset: /^assets\/|\.(?:txt|webmanifest)$/,
  // Ours alone draws pictures of its sections, and icons: some dozen a site, whatever its size, and at its own expense.
  drawn: /\.png$/,
  sitemap: /^(?:sitemap\.xml|sitemap\/.*\.xml|thang\/.*\.xml)$/,
  json: /^(?:api|thang)\/.*\.json$/,
  section: new RegExp(`^${PARENT}/.*index\\.html$`),
  tag: /^the\/.+\/index\.html$/,
  other: /./,
} as const satisfies Record<string, RegExp>;

export type Kind = keyof typeof KINDS;

/** All but what is copied or drawn. */
const COMPARED = (Object.keys(KINDS) as Kind[]).filter((kind) => kind !== 'asset' && kind !== 'drawn');

/** Pages whose links to articles must be as many: all that list articles, but the front page, which is a matter of taste. */
const LISTING = ['article', 'archive', 'section', 'tag'] as const satisfies readonly Kind[];
/** Kinds of which every page says the same words as ours, as far as samples tell. */
const HTML_KINDS = [...LISTING, 'other'] as const satisfies readonly Kind[];
/** How much more or less than ours a kind may weigh: addresses differ, and what machines read is written in other ways. */
const HTML_TOLERANCE = 0.05;
const MACHINE_TOLERANCE = 0.1;
/** Articles that are compared word for word with what was written. */
const SAMPLES = 50;

export type HtmlKind = (typeof HTML_KINDS)[number];

export interface SiteCensus {
  readonly files: Readonly<Record<Kind, number>>;
  /** Links to articles on the pages of a kind, each address once a page. */
  readonly links: Readonly<Record<Kind, number>>;
  /** Of all files of a kind. */
  readonly weight: Readonly<Record<Kind, number>>;
  /** The pages of a kind, by what tells them apart: their address, but in archives their title, for each has its own addresses. */
  readonly pages: Readonly<Record<HtmlKind, ReadonlyMap<string, string>>>;
  readonly allFiles: number;
  readonly bytes: number;
}

/** Counts what a system has made; the folder holds nothing else. */
export function censusOf({ system, root }: Contestant): SiteCensus {
  const out = path.join(root, system.out);
  const zero = (): Record<Kind, number> =>
    Object.fromEntries(Object.keys(KINDS).map((kind) => [kind, 0])) as Record<Kind, number>;
  const files = zero();
  const links = zero();
  const weight = zero();
  const pages: Record<HtmlKind, Map<string, string>> = {
    article: new Map(),
    archive: new Map(),
    section: new Map(),
    tag: new Map(),
    other: new Map(),
  };
  let bytes = 0;
  const names = filesIn(out).sort();
  for (const name of names) {
    const kind = kindOf(name);
    const { size } = statSync(path.join(out, name));
    files[kind]++;
    weight[kind] += size;
    bytes += size;
    if (!isHtml(kind)) continue;
    const html = kind === 'other' ? '' : readFileSync(path.join(out, name), 'utf8');
    if (kind !== 'other') links[kind] += linksOf(html);
    pages[kind].set(kind === 'archive' ? titleOf(html) : name, name);
  }
  return { files, links, weight, pages, allFiles: names.length, bytes };
}

function isHtml(kind: Kind): kind is HtmlKind {
  return HTML_KINDS.some((each) => each === kind);
}

/** What is not the same in the sites of one corpus, one line a difference; empty if the work is equal. */
export function differencesOf(
  contestants: readonly Contestant[],
  censuses: readonly SiteCensus[],
  options: CorpusOptions,
): string[] {
  const [first] = contestants;
  const [expected] = censuses;
  if (first === undefined || expected === undefined) return [];
  const counted = contestants.flatMap(({ system }, index) =>
    COMPARED.flatMap((kind) =>
      (['files', 'links'] as const).flatMap((what) => {
        const [ours, theirs] = [expected[what][kind], censuses[index]?.[what][kind]];
        if (ours === theirs) return [];
        return [`${kind}: ${theirs} ${what} of ${system.name}, ${ours} of ${first.system.name}`];
      }),
    ),
  );
  const weighed = contestants.flatMap(({ system }, index) =>
    COMPARED.flatMap((kind) => {
      const [ours, theirs] = [expected.weight[kind], censuses[index]?.weight[kind] ?? 0];
      const tolerance = isHtml(kind) ? HTML_TOLERANCE : MACHINE_TOLERANCE;
      if (Math.abs(theirs - ours) <= ours * tolerance) return [];
      return [`${kind}: ${theirs} bytes of ${system.name}, ${ours} of ${first.system.name}`];
    }),
  );
  const wanted = Math.min(SAMPLES, options.articles);
  const read = Array.from({ length: wanted }, (_, index) => {
    const number = Math.floor((index * (options.articles - 1)) / Math.max(1, wanted - 1));
    const article = articleOf(options, number);
    return contestants.flatMap((contestant) => misreadings(contestant, article));
  });
  const said = contestants.slice(1).flatMap((contestant, index) => {
    const census = censuses[index + 1];
    return census === undefined ? [] : sayingsOf(first, expected, contestant, census);
  });
  return [...counted, ...weighed, ...read.flat(), ...said];
}

/** Whether a page has the title, the date and the words of its article, and no others. */
function misreadings({ system, root }: Contestant, article: GeneratedArticle): string[] {
  const name = `${PARENT}/${article.section}/${article.slug}/index.html`;
  let html: string;
  try {
    html = readFileSync(path.join(root, system.out, name), 'utf8');
  } catch {
    return [`${system.name} has no ${name}`];
  }
  const found = storyOf(html);
  const expected = {
    title: article.title,
    date: writtenDate(article.epoch),
    text: article.body,
  };
  return (['title', 'date', 'text'] as const)
    .filter((part) => wordsOf(found[part]) !== wordsOf(expected[part]))
    .map((part) => `${name}: another ${part} in ${system.name}: ${wordsOf(found[part]).slice(0, 80)}`);
}

function kindOf(name: string): Kind {
  const kinds = Object.entries(KINDS) as [Kind, RegExp][];
  return kinds.find(([, pattern]) => pattern.test(name))?.[0] ?? 'other';
}

/** All files below a folder but our own bookkeeping, as paths with slashes. */
function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)).split(path.sep).join('/'))
    .filter((name) => !name.startsWith('.bantin/'));
}
