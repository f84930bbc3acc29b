import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { ASSOCIATIONS, type CorpusOptions, generateArticles, PARENT } from './corpus.ts';

/** The same corpus as a site for Hugo, with layouts that show what our theme shows; lists are paginated by 60. */
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
      'paginate = 60',
      'timeZone = "Asia/Ho_Chi_Minh"',
      'disableHugoGeneratorInject = true',
      '[taxonomies]',
      'tag = "the"',
      '[markup.goldmark.renderer]',
      'unsafe = false',
    ].join('\n'),
  );
  for (const [name, text] of Object.entries(LAYOUTS)) write(`layouts/${name}`, text);
  write(`content/${PARENT}/_index.md`, '---\ntitle: Đảng - đoàn thể\n---\n');
  for (const [folder, title] of ASSOCIATIONS) {
    write(`content/${PARENT}/${folder}/_index.md`, `---\ntitle: ${title}\n---\n`);
  }
  for (const article of generateArticles(options)) {
    const date = new Date(article.epoch * 1000).toISOString();
    const fields = [
      `title: ${JSON.stringify(article.title)}`,
      `date: ${date}`,
      `views: ${article.views}`,
      `summary: ${JSON.stringify(article.summary)}`,
      `the: ${JSON.stringify(article.tags)}`,
    ];
    write(
      `content/${PARENT}/${article.section}/${article.slug}.md`,
      `---\n${fields.join('\n')}\n---\n\n${article.body}`,
    );
  }
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
<div class="neighbours"><section><h2>Tin mới hơn</h2><ul>{{ with .NextInSection }}{{ partial "line.html" . }}{{ with .NextInSection }}{{ partial "line.html" . }}{{ with .NextInSection }}{{ partial "line.html" . }}{{ with .NextInSection }}{{ partial "line.html" . }}{{ with .NextInSection }}{{ partial "line.html" . }}{{ end }}{{ end }}{{ end }}{{ end }}{{ end }}</ul></section>
<section><h2>Tin cũ hơn</h2><ul>{{ with .PrevInSection }}{{ partial "line.html" . }}{{ with .PrevInSection }}{{ partial "line.html" . }}{{ with .PrevInSection }}{{ partial "line.html" . }}{{ with .PrevInSection }}{{ partial "line.html" . }}{{ with .PrevInSection }}{{ partial "line.html" . }}{{ end }}{{ end }}{{ end }}{{ end }}{{ end }}</ul></section></div>{{ end }}
`,
  '_default/list.html': `{{ define "main" }}<h1>{{ .Title }}</h1><div class="cards">{{ $pages := .RegularPagesRecursive }}{{ if eq .Kind "term" }}{{ $pages = .Pages }}{{ end }}{{ range (.Paginate $pages).Pages }}{{ partial "card.html" . }}{{ end }}</div>
{{ with .Paginator }}{{ if .HasPrev }}<a href="{{ .Prev.URL }}">Mới hơn</a>{{ end }}{{ if .HasNext }}<a href="{{ .Next.URL }}">Cũ hơn</a>{{ end }}{{ end }}{{ end }}
`,
  'index.html': `{{ define "main" }}<h1>{{ site.Title }}</h1><div class="cards">{{ range (.Paginate site.RegularPages).Pages }}{{ partial "card.html" . }}{{ end }}</div>
{{ range site.Sections }}{{ range .Sections }}<section><h3><a href="{{ .RelPermalink }}">{{ .Title }}</a></h3><ul>{{ range first 4 .RegularPages }}{{ partial "line.html" . }}{{ end }}</ul></section>{{ end }}{{ end }}{{ end }}
`,
  '_default/terms.html': `{{ define "main" }}<h1>Tất cả các thẻ</h1><ul>{{ range .Pages }}<li><a href="{{ .RelPermalink }}">{{ .Title }}</a></li>{{ end }}</ul>{{ end }}
`,
  '_default/rss.xml': `<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>{{ .Title }}</title><link>{{ .Permalink }}</link><description>{{ .Title }}</description>
{{ range first 20 .RegularPagesRecursive }}<item><title>{{ .Title }}</title><link>{{ .Permalink }}</link><guid>{{ .Permalink }}</guid><pubDate>{{ .Date.Format "Mon, 02 Jan 2006 15:04:05 -0700" }}</pubDate><description>{{ .Params.summary }}</description></item>{{ end }}</channel></rss>
`,
};
