import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import {
  ASSOCIATIONS,
  type CorpusOptions,
  type GeneratedArticle,
  generateArticles,
  PARENT,
} from './corpus.ts';

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

const CARD = `<article class="card plain"><div class="text"><h3><a href="{{ .RelPermalink }}">{{ .Title }}</a></h3>
<p class="meta"><time datetime="{{ .Date.Format "2006-01-02T15:04-07:00" }}">{{ .Date.Format "02/01/2006 | 15:04" }}</time> <a href="{{ .CurrentSection.RelPermalink }}">{{ .CurrentSection.Title }}</a></p>
<p class="lead">{{ .Params.summary }}</p></div></article>
`;

const LAYOUTS: Readonly<Record<string, string>> = {
  'partials/card.html': CARD,
  'partials/line.html':
    '<li><a href="{{ .RelPermalink }}">{{ .Title }}</a> <time datetime="{{ .Date.Format "2006-01-02" }}">{{ .Date.Format "02/01/2006" }}</time></li>',
  'partials/header.html':
    '<a class="skip" href="#main">Tới nội dung chính</a><header class="top"><div class="wrap"><a class="brand" href="/">{{ site.Title }}</a><nav class="menu"><ul><li><a href="/">Trang chủ</a></li>{{ range site.Home.Sections }}<li><a href="{{ .RelPermalink }}">{{ .Title }}</a></li>{{ end }}</ul></nav></div></header>',
  'partials/footer.html':
    '<footer class="bottom"><div class="wrap"><p>{{ site.Title }}</p><nav><ul><li><a href="/the/">Tất cả các thẻ</a></li></ul></nav></div></footer>',
  '_default/baseof.html': `<!doctype html>
<html lang="vi"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>{{ .Title }} - {{ site.Title }}</title>
<meta name="description" content="{{ .Params.summary }}">
<link rel="canonical" href="{{ .Permalink }}">
{{ range .AlternativeOutputFormats }}<link rel="{{ .Rel }}" type="{{ .MediaType.Type }}" href="{{ .RelPermalink }}">{{ end }}
<meta property="og:title" content="{{ .Title }}"><meta property="og:url" content="{{ .Permalink }}"><meta property="og:site_name" content="{{ site.Title }}">
{{ block "head" . }}{{ end }}</head><body>
{{ partialCached "header.html" . }}
<nav class="breadcrumb"><ol>{{ range .Ancestors.Reverse }}<li><a href="{{ .RelPermalink }}">{{ .Title }}</a></li>{{ end }}</ol></nav>
<main id="main">{{ block "main" . }}{{ end }}</main>
{{ partialCached "footer.html" . }}
</body></html>
`,
  '_default/single.html': `{{ define "head" }}<script type="application/ld+json">{{ dict "@context" "https://schema.org" "@type" "NewsArticle" "headline" .Title "datePublished" .Date "mainEntityOfPage" .Permalink "articleSection" .CurrentSection.Title | jsonify | safeJS }}</script>{{ end }}
{{ define "main" }}<article class="story"><header><h1>{{ .Title }}</h1>
<p class="dateline">Ngày đăng <time datetime="{{ .Date.Format "2006-01-02T15:04-07:00" }}">{{ .Date.Format "02/01/2006 | 15:04" }}</time> | Lượt xem: {{ .Params.views }}</p>
<p class="summary">{{ .Params.summary }}</p></header><div class="prose">{{ .Content }}</div>
<nav class="tags"><ul>{{ range .GetTerms "the" }}<li><a href="{{ .RelPermalink }}">{{ .LinkTitle }}</a></li>{{ end }}</ul></nav></article>
<div class="neighbours"><section><h2>Tin mới hơn</h2><ul>{{ with .NextInSection }}{{ partialCached "line.html" . .RelPermalink }}{{ with .NextInSection }}{{ partialCached "line.html" . .RelPermalink }}{{ with .NextInSection }}{{ partialCached "line.html" . .RelPermalink }}{{ with .NextInSection }}{{ partialCached "line.html" . .RelPermalink }}{{ with .NextInSection }}{{ partialCached "line.html" . .RelPermalink }}{{ end }}{{ end }}{{ end }}{{ end }}{{ end }}</ul></section>
<section><h2>Tin cũ hơn</h2><ul>{{ with .PrevInSection }}{{ partialCached "line.html" . .RelPermalink }}{{ with .PrevInSection }}{{ partialCached "line.html" . .RelPermalink }}{{ with .PrevInSection }}{{ partialCached "line.html" . .RelPermalink }}{{ with .PrevInSection }}{{ partialCached "line.html" . .RelPermalink }}{{ with .PrevInSection }}{{ partialCached "line.html" . .RelPermalink }}{{ end }}{{ end }}{{ end }}{{ end }}{{ end }}</ul></section></div>{{ end }}
`,
  '_default/list.html': `{{ define "main" }}<h1>{{ .Title }}</h1><div class="cards">{{ $pages := .RegularPagesRecursive }}{{ if eq .Kind "term" }}{{ $pages = .Pages }}{{ end }}{{ if ne .Type "luu-tru" }}{{ $pages = first 20 $pages }}{{ end }}{{ range $pages }}{{ partialCached "card.html" . .RelPermalink }}{{ end }}</div>{{ end }}
`,
  'index.html': `{{ define "main" }}<h1>{{ site.Title }}</h1><div class="cards">{{ range first 20 site.RegularPages }}{{ partialCached "card.html" . .RelPermalink }}{{ end }}</div>
{{ range site.Sections }}{{ range .Sections }}<section><h3><a href="{{ .RelPermalink }}">{{ .Title }}</a></h3><ul>{{ range first 4 .RegularPages }}{{ partialCached "line.html" . .RelPermalink }}{{ end }}</ul></section>{{ end }}{{ end }}{{ end }}
`,
  '_default/terms.html': `{{ define "main" }}<h1>{{ .Title }}</h1><ul>{{ range .Pages }}<li><a href="{{ .RelPermalink }}">{{ .Title }}</a></li>{{ end }}</ul>{{ end }}
`,
  '_default/rss.xml': `<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>{{ .Title }}</title><link>{{ .Permalink }}</link><description>{{ .Title }}</description>
{{ range first 20 .RegularPagesRecursive }}<item><title>{{ .Title }}</title><link>{{ .Permalink }}</link><guid>{{ .Permalink }}</guid><pubDate>{{ .Date.Format "Mon, 02 Jan 2006 15:04:05 -0700" }}</pubDate><description>{{ .Params.summary }}</description><content:encoded>{{ .Content | html }}</content:encoded></item>{{ end }}</channel></rss>
`,
  '_default/list.atom.xml': `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom"><title>{{ .Title }}</title><id>{{ .Permalink }}</id>
{{ range first 20 .RegularPagesRecursive }}<entry><title>{{ .Title }}</title><id>{{ .Permalink }}</id><updated>{{ .Date.Format "2006-01-02T15:04:05-07:00" }}</updated><summary>{{ .Params.summary }}</summary><content type="html">{{ .Content | html }}</content></entry>{{ end }}</feed>
`,
  '_default/list.feed.json': `{"version":"https://jsonfeed.org/version/1.1","title":{{ .Title | jsonify }},"items":[{{ range $index, $page := first 20 .RegularPagesRecursive }}{{ if $index }},{{ end }}{{ dict "id" .Permalink "title" .Title "summary" .Params.summary "content_html" .Content "date_published" .Date | jsonify }}{{ end }}]}
`,
  'index.json': `{"articles":[{{ range $index, $page := site.RegularPages }}{{ if $index }},{{ end }}{{ dict "url" .Permalink "title" .Title "published" .Date "section" .CurrentSection.Title "summary" .Params.summary "views" .Params.views "tags" .Params.the | jsonify }}{{ end }}]}
`,
};
