import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { ASSOCIATIONS, type GeneratedArticle, generateArticles, inZone, PARENT } from './corpus.ts';
import type { System } from './system.ts';

const SOURCES = path.resolve('bench/eleventy');
/** Not the package's own dependencies: whoever installs those to write or to build needs no Eleventy. */
const INSTALLED = path.resolve('build-bench/eleventy');
const PACKAGE = path.join(INSTALLED, 'node_modules/@11ty/eleventy');

/**
 * Eleventy, with a site as one who knows it would write it: lists are made once a build, what many pages show is
 * rendered once, articles are no templates. It makes the same pages as ours. It is installed at the first use, as its
 * lock file says; undefined if that fails.
 */
export function eleventy(): System | undefined {
  const version = install();
  if (version === undefined) return undefined;
  const command = path.join(PACKAGE, 'cmd.cjs');
  return {
    name: 'Eleventy',
    version,
    out: '_site',
    memory: ['_site', '.cache'],
    build: { command: process.execPath, args: [command, '--quiet'] },
    watch: { command: process.execPath, args: [command, '--serve', '--incremental', '--port=0'] },
    watchReady: /Server at/,
    writeSite(root, options) {
      writeFrame(root);
      for (const article of generateArticles(options)) writeArticle(root, article);
    },
    writeArticle,
  };
}

/** Installs what the lock file says, unless it is there; gives Eleventy's version. */
function install(): string | undefined {
  const lock = readFileSync(path.join(SOURCES, 'package-lock.json'), 'utf8');
  const installed = path.join(INSTALLED, 'package-lock.json');
  if (!existsSync(PACKAGE) || !existsSync(installed) || readFileSync(installed, 'utf8') !== lock) {
    rmSync(INSTALLED, { recursive: true, force: true });
    mkdirSync(INSTALLED, { recursive: true });
    for (const name of ['package.json', 'package-lock.json', '.npmrc']) {
      cpSync(path.join(SOURCES, name), path.join(INSTALLED, name));
    }
    try {
      execFileSync('npm', ['ci', '--no-audit', '--no-fund'], {
        cwd: INSTALLED,
        stdio: ['ignore', 'ignore', 'inherit'],
        shell: process.platform === 'win32',
      });
    } catch {
      rmSync(INSTALLED, { recursive: true, force: true });
      return undefined;
    }
  }
  const { version } = JSON.parse(readFileSync(path.join(PACKAGE, 'package.json'), 'utf8')) as {
    version: string;
  };
  return version;
}

interface Place {
  readonly title: string;
  readonly url: string;
}

interface Section extends Place {
  readonly depth: number;
  /** The address of the one that it lies in. */
  readonly parent: string;
  /** From the front page to itself. */
  readonly trail: readonly Place[];
  readonly feedLinks: readonly { readonly type: string; readonly url: string }[];
}

function sections(): Section[] {
  const root = { title: 'Bản tin thử', url: '/' };
  const home = { title: 'Trang chủ', url: '/' };
  const parent = { title: 'Đảng - đoàn thể', url: `/${PARENT}/` };
  const rss = (url: string) => ({ type: 'application/rss+xml', url: `${url}rss.xml` });
  const feeds = (url: string) => [
    rss(url),
    { type: 'application/atom+xml', url: `${url}atom.xml` },
    { type: 'application/feed+json', url: `${url}feed.json` },
  ];
  return [
    { ...root, depth: 0, parent: '', trail: [home], feedLinks: feeds('/') },
    { ...parent, depth: 1, parent: '/', trail: [home, parent], feedLinks: feeds(parent.url) },
    ...ASSOCIATIONS.map(([folder, title]) => {
      const place = { title, url: `${parent.url}${folder}/` };
      const trail = [home, parent, place];
      return { ...place, depth: 2, parent: parent.url, trail, feedLinks: [rss(place.url)] };
    }),
  ];
}

/** Everything but the articles. */
function writeFrame(root: string): void {
  rmSync(root, { recursive: true, force: true });
  cpSync(path.join(SOURCES, 'site'), root, { recursive: true });
  cpSync(path.resolve('templates/assets/style.css'), path.join(root, 'static/assets/style.css'));
  write(root, 'static/redirects.txt', '');
  const all = sections();
  const tagTrail = [
    { title: 'Trang chủ', url: '/' },
    { title: 'Tất cả các thẻ', url: '/the/' },
  ];
  const site = { title: 'Bản tin thử', origin: 'https://thu.example', tagTrail, sections: all };
  write(root, '_data/site.json', JSON.stringify(site));
  for (const { depth, ...section } of all) {
    if (depth < 2) continue;
    const name = path.basename(section.url);
    write(root, `content${section.url}${name}.json`, JSON.stringify({ section }));
  }
}

function writeArticle(root: string, article: GeneratedArticle): void {
  const fields = [
    `title: ${JSON.stringify(article.title)}`,
    `date: ${inZone(article.epoch).toISOString().slice(0, 19)}+07:00`,
    `views: ${article.views}`,
    `summary: ${JSON.stringify(article.summary)}`,
    `the: ${JSON.stringify(article.tags)}`,
  ];
  const file = `content/${PARENT}/${article.section}/${article.slug}.md`;
  write(root, file, `---\n${fields.join('\n')}\n---\n\n${article.body}`);
}

function write(root: string, name: string, text: string): void {
  const file = path.join(root, name);
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, text);
}
