import type { MemoryFiles } from '../../src/read/memory-file-system.ts';

/**
 * A theme that leads to all that the built-in one leads to, and shows titles, texts and photos, in a few lines: thousands of
 * builds read it, compile it and make pages of it.
 */
export const LINKED_THEME: MemoryFiles = {
  'base.njk': `<title>{{ page.title }}</title>
{% for href in [site.assets.style, site.assets.icon, site.icons.small, site.icons.touch, site.manifest, page.image.src] %}<link href="{{ href }}">{% endfor %}
{% for feed in page.feeds %}<link href="{{ feed.href }}">{% endfor %}
{{ fragment("partials/navigation.njk", navigation) }}
{{ fragments("partials/link.njk", page.breadcrumb) }}
{% block main %}{% endblock %}
{% for href in [site.addresses.mostRead, site.addresses.tags, site.addresses.siteMap] %}<a href="{{ href }}"></a>{% endfor %}`,
  'partials/navigation.njk': '<a href="{{ site.home }}"></a>{{ fragments("partials/link.njk", items) }}',
  'partials/link.njk': '<a href="{{ href }}">{{ title }}</a>\n',
  'partials/card.njk': `<a href="{{ href }}">{{ title }}</a> {{ summary }} {{ time.date }}
{% if picture %}<img src="{{ picture.src }}">{% endif %}`,
  'front.njk': `{% extends "base.njk" %}
{% block main %}
{% if lead %}{{ fragment("partials/card.njk", lead) }}{% endif %}
{{ fragments("partials/card.njk", newest) }}
{% for block in sections %}{{ fragment("partials/link.njk", block.section) }}{% endfor %}
{{ fragments("partials/link.njk", list.years) }}
{% endblock %}`,
  'section.njk': `{% extends "base.njk" %}
{% block main %}
{{ fragments("partials/link.njk", section.children) }}
{{ fragments("partials/card.njk", articles) }}
{{ fragments("partials/link.njk", list.years) }}
{% endblock %}`,
  'archive.njk': `{% extends "base.njk" %}
{% block main %}
{{ fragments("partials/card.njk", articles) }}
{{ fragments("partials/link.njk", periods) }}
{% if newer %}{{ fragment("partials/link.njk", newer) }}{% endif %}
{% if older %}{{ fragment("partials/link.njk", older) }}{% endif %}
{% endblock %}`,
  'article.njk': `{% extends "base.njk" %}
{% block main %}
{{ article.body | html }}
{{ fragments("partials/link.njk", article.attachments) }}
{{ fragments("partials/link.njk", article.tags) }}
{{ fragments("partials/link.njk", newer) }}
{{ fragments("partials/link.njk", older) }}
{% endblock %}`,
  'page.njk': '{% extends "base.njk" %}{% block main %}{{ content.body | html }}{% endblock %}',
  'tag.njk': `{% extends "base.njk" %}
{% block main %}
{{ fragments("partials/card.njk", articles) }}
{{ fragments("partials/link.njk", list.years) }}
{% endblock %}`,
  'tags.njk':
    '{% extends "base.njk" %}{% block main %}{{ fragments("partials/link.njk", tags) }}{% endblock %}',
  'most-read.njk':
    '{% extends "base.njk" %}{% block main %}{% for item in articles %}{{ item.views }}{% endfor %}{% endblock %}',
  'site-map.njk':
    '{% extends "base.njk" %}{% block main %}{{ fragments("partials/link.njk", root.children) }}{% endblock %}',
  'not-found.njk':
    '{% extends "base.njk" %}{% block main %}{{ fragments("partials/link.njk", sections) }}{% endblock %}',
  'redirect.njk': '<a href="{{ href }}">{{ title }}</a>',
  'assets/style.css': 'p { margin: 0; }',
};
