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
 * rendered once, articles are no templates, and templates are JavaScript, which it has not to compile for each page of a
 * pagination. It makes the same pages as ours, but for blank lines and fingerprints. It is installed at the first use, as
 * its lock file says; undefined if that fails.
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

interface Feed extends Place {
  readonly type: string;
}

interface Section extends Place {
  readonly depth: number;
  /** The address of the one that it lies in. */
  readonly parent: string;
  /** From the front page to the one that it lies in, and to itself. */
  readonly above: readonly Place[];
  readonly trail: readonly Place[];
  readonly feedTitle: string;
  readonly feeds: readonly Feed[];
}

const SITE: Place = { title: 'Bản tin thử', url: '/' };

/** In the order of their addresses, as ours are. */
function sections(): Section[] {
  const home = { title: 'Trang chủ', url: '/' };
  const parent = { title: 'Đảng - đoàn thể', url: `/${PARENT}/` };
  const rss = ({ title, url }: Place): Feed => ({
    type: 'application/rss+xml',
    title: `${title} (RSS)`,
    url: `${url}rss.xml`,
  });
  const feeds = (place: Place): Feed[] => [
    rss(place),
    { type: 'application/atom+xml', title: `${place.title} (Atom)`, url: `${place.url}atom.xml` },
    { type: 'application/feed+json', title: `${place.title} (JSON Feed)`, url: `${place.url}feed.json` },
  ];
  const inside = (place: Place, depth: number, above: readonly Place[], own: readonly Feed[]): Section => ({
    ...place,
    depth,
    parent: above.at(-1)?.url ?? '',
    above,
    trail: [...above, place],
    feedTitle: `${place.title} - ${SITE.title}`,
    feeds: own,
  });
  const associations = ASSOCIATIONS.map(([folder, title]) => ({ title, url: `${parent.url}${folder}/` }));
  return [
    { ...inside(SITE, 0, [], feeds(SITE)), trail: [home], feedTitle: SITE.title },
    inside(parent, 1, [home], feeds(parent)),
    ...associations
      .sort((a, b) => (a.url < b.url ? -1 : 1))
      .map((place) => inside(place, 2, [home, parent], [rss(place)])),
  ];
}

/** As a phone reads it that has the site on its home screen. */
function manifest(): object {
  const icon = (name: string, size: number, purpose: string): object => ({
    src: `/${name}.png`,
    sizes: `${size}x${size}`,
    type: 'image/png',
    purpose,
  });
  return {
    name: SITE.title,
    short_name: SITE.title,
    lang: 'vi',
    start_url: '/',
    scope: '/',
    display: 'browser',
    theme_color: '#8a171b',
    background_color: '#ffffff',
    icons: [
      icon('icon_192', 192, 'any'),
      icon('icon_512', 512, 'any'),
      icon('icon_maskable', 512, 'maskable'),
    ],
  };
}

const ORIGIN = 'https://thu.example';

/** Everything but the articles. What no template has to reckon is written here, and is no part of what is measured. */
function writeFrame(root: string): void {
  rmSync(root, { recursive: true, force: true });
  cpSync(path.join(SOURCES, 'site'), root, { recursive: true });
  // Named as if it had its fingerprint, so that links to it are as long as ours.
  const style = path.join(root, 'static/assets/style.0123456789.css');
  cpSync(path.resolve('templates/assets/style.css'), style);
  write(root, 'static/redirects.txt', '');
  write(
    root,
    'static/robots.txt',
    `User-agent: *\nAllow: /\nSitemap: ${ORIGIN}/sitemap.xml\nSitemap: ${ORIGIN}/sitemap/tin-moi.xml\n`,
  );
  write(root, 'static/site.webmanifest', `${JSON.stringify(manifest(), null, 1)}\n`);
  // Not among the global data, of which Eleventy makes a copy for each article.
  const site = { title: SITE.title, origin: ORIGIN, sections: sections() };
  write(root, 'model/site.json', JSON.stringify(site));
}

function writeArticle(root: string, article: GeneratedArticle): void {
  const fields = [
    `title: ${JSON.stringify(article.title)}`,
    // To the minute, as ours are given it.
    `date: ${inZone(article.epoch).toISOString().slice(0, 16)}:00+07:00`,
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
