import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { RELATED_AMONG, relatedTo } from '../src/plan/related.ts';
import { type GeneratedList, listsOf } from './archives.ts';
import { ASSOCIATIONS, type GeneratedArticle, generateArticles, inZone, PARENT } from './corpus.ts';
import { dataFiles, headFiles, termsByArticle } from './hugo-data.ts';
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
      `date: ${local.slice(0, 16)}:00+07:00`,
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
  cpSync(STYLE, path.join(root, 'static/assets/style.0000000000.css'));
  for (const [name, text] of [...headFiles(lists), ...dataFiles(lists)]) write(root, name, text);
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
