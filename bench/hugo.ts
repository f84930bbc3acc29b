import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { type ArchivePage, archivePages, type Dated } from '../src/model/periods.ts';
import { RELATED_AMONG, relatedTo } from '../src/plan/related.ts';
import { formatPeriod, wordsOf } from '../src/plan/words/format.ts';
import { type GeneratedList, leavesOf, listsOf, periodName } from './archives.ts';
import { ASSOCIATIONS, type GeneratedArticle, generateArticles, inZone, PARENT } from './corpus.ts';
import type { System } from './system.ts';

const STYLE = path.resolve('templates/assets/style.css');
const FRAME = path.resolve('bench/hugo');

/**
 * Hugo, with a site as one who knows it would write it: partials that pages share are cached. It makes the same pages
 * as ours. What Hugo cannot say in a template is made ready for it, which spares it the work: the periods of every
 * archive are terms of a taxonomy, their neighbours and years stand in files of data, and each article names those that are
 * related to it. The lists of a month for machines are a taxonomy too. undefined if there is no `hugo`.
 */
export function hugo(): System | undefined {
  const { error, stdout } = spawnSync('hugo', ['version'], { encoding: 'utf8' });
  if (error !== undefined) return undefined;
  const termsOf = new Map<string, readonly string[]>();
  const relatedOf = new Map<string, readonly string[]>();

  const writeArticle = (root: string, article: GeneratedArticle): void => {
    const local = inZone(article.epoch).toISOString();
    const fields = [
      `title: ${JSON.stringify(article.title)}`,
      `date: ${local.slice(0, 19)}+07:00`,
      `views: ${article.views}`,
      `summary: ${JSON.stringify(article.summary)}`,
      `the: ${JSON.stringify(article.tags)}`,
      `thang: [${JSON.stringify(local.slice(0, 7))}]`,
      `luu-tru: ${JSON.stringify(termsOf.get(article.slug) ?? [])}`,
      `lien-quan: ${JSON.stringify(relatedOf.get(article.slug) ?? [])}`,
    ];
    const file = `content/${PARENT}/${article.section}/${article.slug}.md`;
    write(root, file, `---\n${fields.join('\n')}\n---\n\n${article.body}`);
  };

  return {
    name: 'Hugo',
    version: /\d+(?:\.\d+)+/.exec(stdout)?.[0] ?? 'unknown',
    out: 'public',
    memory: ['public', 'resources', '.hugo_build.lock'],
    build: { command: 'hugo', args: ['--quiet', '--buildFuture'] },
    watch: { command: 'hugo', args: ['server', '--renderToDisk', '--buildFuture', '--port', '0'] },
    watchReady: /Web Server is available/,
    writeSite(root, options) {
      const articles = [...generateArticles(options)];
      const lists = listsOf(articles);
      termsOf.clear();
      for (const [slug, terms] of termsByArticle(lists)) termsOf.set(slug, terms);
      relatedOf.clear();
      for (const [slug, pages] of relatedPages(articles)) relatedOf.set(slug, pages);
      writeFrame(root, lists);
      for (const article of articles) writeArticle(root, article);
    },
    writeArticle,
  };
}

function write(root: string, name: string, text: string): void {
  const file = path.join(root, name);
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, text);
}

/** Everything but the articles. */
function writeFrame(root: string, lists: readonly GeneratedList[]): void {
  rmSync(root, { recursive: true, force: true });
  cpSync(FRAME, root, { recursive: true });
  cpSync(STYLE, path.join(root, 'static/assets/style.css'));
  write(
    root,
    `content/${PARENT}/_index.md`,
    '---\ntitle: Đảng - đoàn thể\noutputs: [HTML, RSS, ATOM, FEED]\n---\n',
  );
  for (const [folder, title] of ASSOCIATIONS) {
    write(root, `content/${PARENT}/${folder}/_index.md`, `---\ntitle: ${title}\n---\n`);
  }
  for (const page of lists.flatMap(({ key, years }) => archivePages(years).map((page) => ({ key, page })))) {
    // A page that only names shorter periods has no article that would make it.
    if (page.page.parts.length > 0) {
      write(root, `content/luu-tru/${termOf(page.key, page.page)}/_index.md`, '---\n---\n');
    }
  }
  // A template knows a tag by its words, and a section by its folder.
  const years = lists.map((list) => [
    list.address.startsWith('/the/') ? list.title : list.key,
    { years: list.years.map((year) => linkTo(list, year)) },
  ]);
  write(root, 'data/lists.json', JSON.stringify(Object.fromEntries(years)));
  write(root, 'data/periods.json', JSON.stringify(Object.fromEntries(lists.flatMap(periodsOf))));
}

interface Link {
  readonly title: string;
  readonly href: string;
}

/** What the page of each period of a list shows besides its articles. */
function periodsOf(list: GeneratedList): [term: string, facts: object][] {
  const leaves = leavesOf(list);
  const place = new Map(leaves.map((page, index) => [page, index]));
  return archivePages(list.years).map((page) => {
    const index = place.get(page);
    const neighbour = (step: number): Link | null => {
      const other = index === undefined ? undefined : leaves[index + step];
      return other === undefined ? null : linkTo(list, other);
    };
    const facts = {
      title: formatPeriod(page.period, wordsOf('vi')),
      list: { title: list.title, href: list.address },
      parts: page.parts.map((part) => linkTo(list, part)),
      newer: neighbour(-1),
      older: neighbour(1),
    };
    return [termOf(list.key, page), facts];
  });
}

function linkTo(list: GeneratedList, page: ArchivePage<Dated>): Link {
  return { title: formatPeriod(page.period, wordsOf('vi')), href: `/luu-tru/${termOf(list.key, page)}/` };
}

function termOf(key: string, { period }: ArchivePage<Dated>): string {
  return `${key}-${periodName(period)}`;
}

/** By the article's slug: one term for each list that it is on. */
function termsByArticle(lists: readonly GeneratedList[]): Map<string, string[]> {
  const terms = new Map<string, string[]>();
  for (const list of lists) {
    for (const page of leavesOf(list)) {
      const term = termOf(list.key, page);
      for (const { article } of page.articles) {
        const known = terms.get(article.slug);
        if (known === undefined) terms.set(article.slug, [term]);
        else known.push(term);
      }
    }
  }
  return terms;
}

/** By the article's slug: the paths of those that ours finds related. */
function* relatedPages(articles: readonly GeneratedArticle[]): Generator<[slug: string, pages: string[]]> {
  for (const [section] of ASSOCIATIONS) {
    const own = articles.filter((article) => article.section === section).reverse();
    for (const [index, article] of own.entries()) {
      const older = own.slice(index + 1 + NEIGHBOURS, index + 1 + RELATED_AMONG);
      const found = relatedTo(article, older);
      yield [article.slug, found.map(({ slug }) => `/${PARENT}/${section}/${slug}`)];
    }
  }
}

const NEIGHBOURS = 5;
