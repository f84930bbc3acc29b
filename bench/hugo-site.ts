import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import {
  ASSOCIATIONS,
  type CorpusOptions,
  type GeneratedArticle,
  generateArticles,
  PARENT,
} from './corpus.ts';
import { LAYOUTS } from './hugo-layouts.ts';

/**
 * The same corpus as a site for Hugo, written as one who knows it would: partials that pages share are cached, and
 * it makes what ours makes. Heads show 20 articles; the archive of every list by year, a year of more than 60 by
 * month, is a taxonomy; feeds have the full text; all articles stand in one JSON file, for Hugo has no monthly one.
 */
export function writeHugoSite(root: string, options: CorpusOptions): void {
  rmSync(root, { recursive: true, force: true });
  const write = (name: string, text: string): void => {
    const file = path.join(root, name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, text);
  };
  write(
    'config.toml',
    [
      'baseURL = "https://thu.example/"',
      'languageCode = "vi"',
      'title = "Bản tin thử"',
      'timeZone = "Asia/Ho_Chi_Minh"',
      'disableHugoGeneratorInject = true',
      '[taxonomies]',
      'tag = "the"',
      'archive = "luu-tru"',
      '[outputFormats.ATOM]',
      'mediaType = "application/atom+xml"',
      'baseName = "atom"',
      '[outputFormats.FEED]',
      'mediaType = "application/feed+json"',
      'baseName = "feed"',
      '[mediaTypes."application/feed+json"]',
      'suffixes = ["json"]',
      '[mediaTypes."application/atom+xml"]',
      'suffixes = ["xml"]',
      '[outputs]',
      'home = ["HTML", "RSS", "ATOM", "FEED", "JSON"]',
      'section = ["HTML", "RSS"]',
      'term = ["HTML"]',
      'taxonomy = ["HTML"]',
      '[markup.goldmark.renderer]',
      'unsafe = false',
    ].join('\n'),
  );
  for (const [name, text] of Object.entries(LAYOUTS)) write(`layouts/${name}`, text);
  write(
    `content/${PARENT}/_index.md`,
    '---\ntitle: Đảng - đoàn thể\noutputs: [HTML, RSS, ATOM, FEED]\n---\n',
  );
  for (const [folder, title] of ASSOCIATIONS) {
    write(`content/${PARENT}/${folder}/_index.md`, `---\ntitle: ${title}\n---\n`);
  }
  for (const [folder, title] of [
    ['doc-nhieu', 'Tin đọc nhiều'],
    ['so-do', 'Sơ đồ trang'],
  ]) {
    write(
      `content/${folder}.md`,
      `---\ntitle: ${title}\ntype: ${folder}\nviews: 0\n_build:\n  list: never\n---\n`,
    );
  }
  const articles = [...generateArticles(options)];
  const sizes = new Map<string, number>();
  for (const article of articles) {
    for (const year of archiveTerms(article, 4)) sizes.set(year, (sizes.get(year) ?? 0) + 1);
  }
  for (const article of articles) {
    const months = archiveTerms(article, 7);
    const archive = archiveTerms(article, 4).map((year, index) =>
      (sizes.get(year) ?? 0) > 60 ? months[index] : year,
    );
    const date = new Date(article.epoch * 1000).toISOString();
    const fields = [
      `title: ${JSON.stringify(article.title)}`,
      `date: ${date}`,
      `views: ${article.views}`,
      `summary: ${JSON.stringify(article.summary)}`,
      `the: ${JSON.stringify(article.tags)}`,
      `luu-tru: ${JSON.stringify(archive)}`,
    ];
    write(
      `content/${PARENT}/${article.section}/${article.slug}.md`,
      `---\n${fields.join('\n')}\n---\n\n${article.body}`,
    );
  }
}

/** One term for each list that the article is on, by year (4) or by month (7 characters of its date). */
function archiveTerms(article: GeneratedArticle, length: number): string[] {
  const period = new Date((article.epoch + 25200) * 1000).toISOString().slice(0, length);
  return ['trang', PARENT, article.section, ...article.tags].map((list) => `${list} ${period}`);
}
