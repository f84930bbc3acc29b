import type { MemoryFiles } from '../../src/read/memory-file-system.ts';

/**
 * A theme that shows all that views hold, in a few lines, so that many sites can be built in a second. It includes,
 * extends, imports, renders fragments, and asks for a template that is not there.
 */
export const MINI_THEME: MemoryFiles = {
  'base.njk':
    '<title>{{ page.title }}</title>{{ page.description }} {{ page.canonical }} {{ page.image.src }} {{ page.image.alt }} {{ page.image.width }} {{ fragment("partials/header.njk", navigation) }}{% for each in page.feeds %}{{ each.title }}{{ each.href }}{% endfor %}{% for each in page.breadcrumb %}{{ each.title }}{{ each.href }}{% if each.lang %}@{{ each.lang }}{% endif %}>{% endfor %}{% block main %}{% endblock %}{% include "partials/extra.njk" ignore missing %}{% for each in page.translations %}{{ each.title }}{{ each.url }}{% endfor %}{{ site.footer.note }}{{ site.language }}{{ words.home }}',
  'partials/header.njk':
    '{{ site.title }}{% for item in items %}{{ item.title }}{{ item.href }}{% if item.lang %}@{{ item.lang }}{% endif %}{{ item.current }}{% endfor %}',
  'partials/card.njk':
    '{{ title }} {{ href }} {{ summary }} {{ time.date }} {{ section.title }} {% if picture %}{{ picture.src }}{% endif %} {{ pinned }}{% if lang %}@{{ lang }}{% endif %}{% if section.lang %}@{{ section.lang }}{% endif %}\n',
  'partials/years.njk':
    '{% macro years(list) %}{{ list.title }}{% for year in list.years %}{{ year.href }}{% endfor %}{% endmacro %}',
  'front.njk':
    '{% extends "base.njk" %}{% from "partials/years.njk" import years %}{% block main %}{% if intro %}{{ intro | html }}{% endif %}{% if lead %}{{ lead.title }}{% endif %}{{ fragments("partials/card.njk", pinned) }}{{ fragments("partials/card.njk", newest) }}{% for item in mostRead %}{{ item.card.title }}{{ item.views }}{% endfor %}{% for block in sections %}{{ block.section.title }}{{ block.description }}{{ fragments("partials/card.njk", block.articles) }}{% endfor %}{{ years(list) }}{{ structuredData | jsonld }}{% endblock %}',
  'section.njk':
    '{% extends "base.njk" %}{% block main %}{{ section.title }}{{ section.description }}{% if section.body %}{{ section.body | html }}{% endif %}{% for each in section.children %}{{ each.title }}{% endfor %}{% for each in section.pages %}{{ each.title }}{% endfor %}{{ fragments("partials/card.njk", pinned) }}{% for stretch in stretches %}{{ stretch.title }}{{ fragments("partials/card.njk", stretch.articles) }}{% endfor %}{{ structuredData | jsonld }}{% endblock %}',
  'archive.njk':
    '{% extends "base.njk" %}{% block main %}{{ list.title }}{{ heading }}{{ period }}{% for each in periods %}{{ each.href }}{% endfor %}{% for each in calendars %}{{ each.title }}{{ each.weeks | html }}{% endfor %}{% for month in months %}{{ month.title }}{% for day in month.days %}{{ day.id }}{% endfor %}{% endfor %}{{ fragments("partials/card.njk", articles) }}{% if newer %}{{ newer.href }}{% endif %}{% if older %}{{ older.href }}{% endif %}{% endblock %}',
  'article.njk':
    '{% extends "base.njk" %}{% block main %}{{ article.title }} {{ article.section.title }} {{ article.time.date }} {{ article.views }} {{ article.author }} {{ article.credit }} {{ article.summary }} {{ article.share.email }} {% if article.updated %}{{ article.updated.date }}{% endif %}{% if article.picture %}{{ article.picture.src }}{{ article.picture.width }}{% endif %}{{ article.body | html }}{% for tag in article.tags %}{{ tag.title }}{% if tag.lang %}@{{ tag.lang }}{% endif %}{% endfor %}{% for file in article.attachments %}{{ file.href }}{{ file.size }}{% endfor %}{% for each in newer %}{{ each.title }}{{ each.href }}{% endfor %}|{% for each in older %}{{ each.title }}{% if each.lang %}@{{ each.lang }}{% endif %}{% endfor %}|{% for each in related %}{{ each.title }}{{ each.href }}{% endfor %}{{ structuredData | jsonld }}{% endblock %}',
  'page.njk': '{% extends "base.njk" %}{% block main %}{{ content.body | html }}{% endblock %}',
  'tag.njk':
    '{% extends "base.njk" %}{% block main %}{{ tag.title }}{{ fragments("partials/card.njk", articles) }}{% endblock %}',
  'tags.njk':
    '{% extends "base.njk" %}{% block main %}{% for tag in tags %}{{ tag.title }}{% if tag.lang %}@{{ tag.lang }}{% endif %}{% endfor %}{% endblock %}',
  'most-read.njk':
    '{% extends "base.njk" %}{% block main %}{% for item in articles %}{{ item.card.title }}{{ item.views }}{% endfor %}{% endblock %}',
  'site-map.njk': '{% extends "base.njk" %}{% block main %}{{ root.children | length }}{% endblock %}',
  'not-found.njk': '{% extends "base.njk" %}{% block main %}404{% endblock %}',
  'redirect.njk': '{{ language }}{{ title }}{{ href }}{{ canonical }}',
  'assets/style.css': 'p{}',
};
