/** A date as our pages show it. */
const TIME =
  '<time datetime="{{ .Date.Format "2006-01-02T15:04-07:00" }}">{{ .Date.Format "02/01/2006" }} | {{ .Date.Format "15:04" }}</time>';

/** Templates of a Hugo site that makes what ours makes, by path in `layouts/`. */
export const LAYOUTS: Readonly<Record<string, string>> = {
  'partials/card.html': `<article class="card plain">
<div class="text">
<h3><a href="{{ .RelPermalink }}">{{ .Title }}</a></h3>
<p class="meta">${TIME} <a href="{{ .CurrentSection.RelPermalink }}">{{ .CurrentSection.Title }}</a></p>
{{ with .Params.summary }}<p class="lead">{{ . }}</p>{{ end }}
</div>
</article>
`,
  'partials/line.html':
    '<li><a href="{{ .RelPermalink }}">{{ .Title }}</a> <time datetime="{{ .Date.Format "2006-01-02T15:04-07:00" }}">{{ .Date.Format "02/01/2006" }}</time></li>\n',
  'partials/header.html': `<a class="skip" href="#bt_main">Tới nội dung chính</a>
<header class="top">
<div class="wrap">
<a class="brand" href="/"><span class="name">{{ site.Title }}</span></a>
<nav class="menu" aria-label="Chuyên mục chính">
<ul>
<li><a href="/"{{ if .IsHome }} aria-current="page"{{ end }}>Trang chủ</a></li>
{{ $first := .FirstSection }}{{ $page := . }}{{ range site.Home.Sections }}<li><a href="{{ .RelPermalink }}"{{ if eq . $page }} aria-current="page"{{ else if eq . $first }} aria-current="true"{{ end }}>{{ .Title }}</a></li>
{{ end }}</ul>
</nav>
</div>
</header>
`,
  'partials/footer.html': `<footer class="bottom">
<div class="wrap">
<div class="imprint"><p class="name">{{ site.Title }}</p></div>
<nav aria-labelledby="bt_more">
<h2 id="bt_more">Tra cứu</h2>
<ul>
<li><a href="/doc-nhieu/">Tin đọc nhiều</a></li>
<li><a href="/the/">Tất cả các thẻ</a></li>
<li><a href="/so-do/">Sơ đồ trang</a></li>
<li><a href="/index.xml">Nhận tin qua RSS</a></li>
</ul>
</nav>
</div>
</footer>
`,
  'partials/breadcrumb.html': `{{ with .Ancestors.Reverse }}<nav class="breadcrumb" aria-label="Vị trí trong trang">
<ol>
{{ range . }}<li><a href="{{ .RelPermalink }}">{{ if .IsHome }}Trang chủ{{ else }}{{ .Title }}{{ end }}</a></li>
{{ end }}</ol>
</nav>{{ end }}
`,
  'partials/years.html': `{{ $years := slice }}{{ range .GroupByDate "2006" }}{{ $years = $years | append .Key }}{{ end }}{{ with $years }}<nav class="years" aria-labelledby="bt_years">
<h2 id="bt_years">Lưu trữ theo năm</h2>
<ul>{{ range . }}<li><a href="/luu-tru/{{ . }}/" aria-label="Lưu trữ năm {{ . }}">{{ . }}</a></li>{{ end }}</ul>
</nav>{{ end }}
`,
  'partials/most-read.html': `<ol class="lines ranked">{{ range first .count (sort site.RegularPages "Params.views" "desc") }}<li><a href="{{ .RelPermalink }}">{{ .Title }}</a> <span class="figure">{{ lang.FormatNumber 0 .Params.views }} lượt xem</span></li>
{{ end }}</ol>`,
  '_default/baseof.html': `<!doctype html>
<html lang="{{ site.LanguageCode }}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{{ .Title }}{{ if not .IsHome }} - {{ site.Title }}{{ end }}</title>
{{ with .Params.summary }}<meta name="description" content="{{ . }}">{{ end }}
<link rel="canonical" href="{{ .Permalink }}">
<link rel="stylesheet" href="/assets/style.css">
{{ range .AlternativeOutputFormats }}<link rel="{{ .Rel }}" type="{{ .MediaType.Type }}" href="{{ .RelPermalink }}">
{{ end }}<meta property="og:type" content="{{ if .IsPage }}article{{ else }}website{{ end }}">
<meta property="og:title" content="{{ .Title }}">
<meta property="og:url" content="{{ .Permalink }}">
<meta property="og:site_name" content="{{ site.Title }}">
<meta property="og:locale" content="vi_VN">
{{ with .Params.summary }}<meta property="og:description" content="{{ . }}">{{ end }}
{{ block "head" . }}{{ end }}</head>
<body>
{{ partialCached "header.html" . (printf "%v %s" .IsPage .FirstSection.RelPermalink) }}
{{ if .IsPage }}{{ partialCached "breadcrumb.html" . .CurrentSection.RelPermalink }}{{ else }}{{ partial "breadcrumb.html" . }}{{ end }}
<main id="bt_main" tabindex="-1">
{{ block "main" . }}{{ end }}
</main>
{{ partialCached "footer.html" . }}
</body>
</html>
`,
  '_default/single.html': `{{ define "head" }}{{ $crumbs := slice }}{{ range $index, $page := .Ancestors.Reverse }}{{ $crumbs = $crumbs | append (dict "@type" "ListItem" "position" (add $index 1) "name" $page.Title "item" $page.Permalink) }}{{ end }}{{ $publisher := dict "@type" "Organization" "name" site.Title "url" site.BaseURL }}{{ $date := .Date.Format "2006-01-02T15:04:05-07:00" }}<script type="application/ld+json">{{ dict "@context" "https://schema.org" "@graph" (slice (dict "@type" "NewsArticle" "headline" .Title "description" .Params.summary "datePublished" $date "dateModified" $date "author" $publisher "publisher" $publisher "mainEntityOfPage" .Permalink "articleSection" .CurrentSection.Title "inLanguage" "vi" "keywords" .Params.the) (dict "@type" "BreadcrumbList" "itemListElement" $crumbs)) | jsonify | safeJS }}</script>{{ end }}
{{ define "main" }}<article class="story">
<header>
<h1>{{ .Title }}</h1>
<p class="dateline">Ngày đăng ${TIME}{{ with .Params.views }} | <span>Lượt xem: {{ lang.FormatNumber 0 . }}</span>{{ end }}</p>
{{ with .Params.summary }}<p class="summary">{{ . }}</p>{{ end }}
</header>
<div class="prose">
{{ .Content }}
</div>
{{ with .GetTerms "the" }}<nav class="tags" aria-label="Thẻ của bài">
<ul>
{{ range . }}<li><a href="{{ .RelPermalink }}">{{ .LinkTitle }}</a></li>
{{ end }}</ul>
</nav>{{ end }}
</article>
<div class="neighbours">
{{ with .NextInSection }}<section aria-labelledby="bt_newer">
<h2 id="bt_newer">Tin mới hơn</h2>
<ul class="lines">
{{ partialCached "line.html" . .RelPermalink }}{{ with .NextInSection }}{{ partialCached "line.html" . .RelPermalink }}{{ with .NextInSection }}{{ partialCached "line.html" . .RelPermalink }}{{ with .NextInSection }}{{ partialCached "line.html" . .RelPermalink }}{{ with .NextInSection }}{{ partialCached "line.html" . .RelPermalink }}{{ end }}{{ end }}{{ end }}{{ end }}</ul>
</section>{{ end }}
{{ with .PrevInSection }}<section aria-labelledby="bt_older">
<h2 id="bt_older">Tin cũ hơn</h2>
<ul class="lines">
{{ partialCached "line.html" . .RelPermalink }}{{ with .PrevInSection }}{{ partialCached "line.html" . .RelPermalink }}{{ with .PrevInSection }}{{ partialCached "line.html" . .RelPermalink }}{{ with .PrevInSection }}{{ partialCached "line.html" . .RelPermalink }}{{ with .PrevInSection }}{{ partialCached "line.html" . .RelPermalink }}{{ end }}{{ end }}{{ end }}{{ end }}</ul>
</section>{{ end }}
</div>{{ end }}
`,
  '_default/list.html': `{{ define "main" }}<div class="head"><h1>{{ .Title }}</h1></div>
{{ $all := .RegularPagesRecursive }}{{ if eq .Kind "term" }}{{ $all = .Pages }}{{ end }}{{ $pages := $all }}{{ if ne .Type "luu-tru" }}{{ $pages = first 20 $all }}{{ end }}<div class="with-aside">
<div class="column">
{{ with .Sections }}<nav class="children"><ul>{{ range . }}<li><a href="{{ .RelPermalink }}">{{ .Title }}</a></li>{{ end }}</ul></nav>{{ end }}
<section aria-labelledby="bt_newest">
<h2 id="bt_newest">Tin mới</h2>
<div class="cards">
{{ range $pages }}{{ partialCached "card.html" . .RelPermalink }}{{ end }}</div>
</section>
</div>
{{ if ne .Type "luu-tru" }}<div class="aside">{{ partial "years.html" $all }}</div>{{ end }}
</div>
{{ if eq .Type "luu-tru" }}<nav class="pager" aria-label="Kỳ khác">{{ with .NextInSection }}<a class="newer" href="{{ .RelPermalink }}">Mới hơn: {{ .Title }}</a>{{ end }}{{ with .PrevInSection }}<a class="older" href="{{ .RelPermalink }}">Cũ hơn: {{ .Title }}</a>{{ end }}</nav>{{ end }}{{ end }}
`,
  'index.html': `{{ define "main" }}<h1 class="hidden">{{ site.Title }}</h1>
<div class="front">
<section class="newest"><h2>Tin mới</h2><div class="cards">{{ range first 20 site.RegularPages }}{{ partialCached "card.html" . .RelPermalink }}{{ end }}</div></section>
<div class="aside">{{ partial "most-read.html" (dict "count" 5) }}{{ partial "years.html" site.RegularPages }}</div>
</div>
{{ range site.Sections }}{{ range .Sections }}<section class="block"><h3><a href="{{ .RelPermalink }}">{{ .Title }}</a></h3><ul class="lines">{{ range first 4 .RegularPages }}{{ partialCached "line.html" . .RelPermalink }}{{ end }}</ul></section>{{ end }}{{ end }}{{ end }}
`,
  '_default/terms.html': `{{ define "main" }}<h1>{{ .Title }}</h1><ul>{{ range .Pages }}<li><a href="{{ .RelPermalink }}">{{ .Title }}</a></li>{{ end }}</ul>{{ end }}
`,
  'doc-nhieu/single.html': `{{ define "main" }}<h1>{{ .Title }}</h1>{{ partial "most-read.html" (dict "count" 20) }}{{ end }}
`,
  'so-do/single.html': `{{ define "main" }}<h1>{{ .Title }}</h1><ul class="tree">{{ range site.Sections }}<li><a href="{{ .RelPermalink }}">{{ .Title }}</a><ul>{{ range .Sections }}<li><a href="{{ .RelPermalink }}">{{ .Title }}</a>{{ partial "years.html" .RegularPages }}</li>{{ end }}</ul></li>{{ end }}</ul>{{ end }}
`,
  '404.html': '{{ define "main" }}<h1>Không tìm thấy trang</h1>{{ end }}\n',
  '_default/rss.xml': `<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>{{ .Title }}</title><link>{{ .Permalink }}</link><description>{{ .Title }}</description>
{{ range first 20 .RegularPagesRecursive }}<item><title>{{ .Title }}</title><link>{{ .Permalink }}</link><guid>{{ .Permalink }}</guid><pubDate>{{ .Date.Format "Mon, 02 Jan 2006 15:04:05 -0700" }}</pubDate>{{ range .Params.the }}<category>{{ . }}</category>{{ end }}<description>{{ .Params.summary }}</description><content:encoded>{{ .Content | html }}</content:encoded></item>
{{ end }}</channel></rss>
`,
  '_default/list.atom.xml': `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom"><title>{{ .Title }}</title><id>{{ .Permalink }}</id>
{{ range first 20 .RegularPagesRecursive }}<entry><title>{{ .Title }}</title><id>{{ .Permalink }}</id><updated>{{ .Date.Format "2006-01-02T15:04:05-07:00" }}</updated><summary>{{ .Params.summary }}</summary><content type="html">{{ .Content | html }}</content></entry>
{{ end }}</feed>
`,
  '_default/list.feed.json': `{"version":"https://jsonfeed.org/version/1.1","title":{{ .Title | jsonify }},"items":[{{ range $index, $page := first 20 .RegularPagesRecursive }}{{ if $index }},{{ end }}{{ dict "id" .Permalink "url" .Permalink "title" .Title "summary" .Params.summary "content_html" .Content "date_published" .Date "tags" .Params.the | jsonify }}{{ end }}]}
`,
  'index.json': `{"articles":[{{ range $index, $page := site.RegularPages }}{{ if $index }},{{ end }}{{ dict "url" .Permalink "title" .Title "published" .Date "section" .CurrentSection.Title "sectionUrl" .CurrentSection.Permalink "summary" .Params.summary "views" .Params.views "tags" .Params.the | jsonify }}{{ end }}]}
`,
};
