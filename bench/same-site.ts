import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import type { Contestant } from './contestants.ts';
import { articleOf, type CorpusOptions, type GeneratedArticle, PARENT, writtenDate } from './corpus.ts';
import { linksOf, storyOf, wordsOf } from './html-text.ts';

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
const LISTING: readonly Kind[] = ['article', 'archive', 'section', 'tag'];
/** Articles that are compared word for word. */
const SAMPLES = 50;

export interface SiteCensus {
  readonly files: Readonly<Record<Kind, number>>;
  /** Links to articles on the pages of a kind, each address once a page. */
  readonly links: Readonly<Record<Kind, number>>;
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
  let bytes = 0;
  const names = filesIn(out);
  for (const name of names) {
    const kind = kindOf(name);
    files[kind]++;
    bytes += statSync(path.join(out, name)).size;
    if (LISTING.includes(kind)) links[kind] += linksOf(readFileSync(path.join(out, name), 'utf8'));
  }
  return { files, links, allFiles: names.length, bytes };
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
  const wanted = Math.min(SAMPLES, options.articles);
  const read = Array.from({ length: wanted }, (_, index) => {
    const number = Math.floor((index * (options.articles - 1)) / Math.max(1, wanted - 1));
    const article = articleOf(options, number);
    return contestants.flatMap((contestant) => misreadings(contestant, article));
  });
  return [...counted, ...read.flat()];
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
