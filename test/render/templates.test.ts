import { describe, expect, it } from 'vitest';
import { Html } from '../../src/base/html.ts';
import { createTemplates, TemplateError } from '../../src/render/templates.ts';

function templates(files: Readonly<Record<string, string>>) {
  return createTemplates(
    new Map(Object.entries(files).map(([name, text]) => [name, { name, path: `templates/${name}`, text }])),
  );
}

/** What goes wrong when `page.njk` is rendered: code, place and parameters. */
function failure(files: Readonly<Record<string, string>>, view: object = {}) {
  try {
    templates(files).render('page.njk', view);
  } catch (cause) {
    if (!(cause instanceof TemplateError)) throw cause;
    const { code, place, params } = cause.diagnostic;
    return { code, place: `${place.path}:${place.line}`, text: place.text, params };
  }
  throw new Error('nothing went wrong');
}

describe('templates', () => {
  it('escape everything but HTML of our own', () => {
    const { render } = templates({ 'page.njk': '{{ words }} {{ body | html }}' });
    const view = { words: `<b title="x">&'`, body: new Html('', () => '<p>chữ</p>') };
    expect(render('page.njk', view).html).toBe('&lt;b title=&quot;x&quot;&gt;&amp;&#39; <p>chữ</p>');
  });

  it.each([
    ['html of a text', '{{ words | html }}'],
    ['safe', '{{ words | safe }}'],
  ])('refuse %s', (_, text) => {
    expect(failure({ 'page.njk': text }, { words: '<b>' }).code).toBe('template-failed');
  });

  it('print data that cannot end its script', () => {
    const { render } = templates({ 'page.njk': '{{ data | jsonld }}' });
    const data = { title: '</script><script>alert(1)</script> & \u2028' };
    const { html } = render('page.njk', { data });
    expect(html).not.toMatch(/[<>&\u2028]/);
    expect(JSON.parse(html)).toEqual(data);
  });

  it.each([
    ['the page', { 'page.njk': '<p>\n<b>{{ article.titel }}</b>' }, 'templates/page.njk:2'],
    [
      'an included template',
      { 'page.njk': '\n{% include "a.njk" %}', 'a.njk': 'x\n\n{{ article.titel }}' },
      'templates/a.njk:3',
    ],
    [
      'a layout',
      { 'page.njk': '{% extends "base.njk" %}', 'base.njk': '<html>\n{{ article.titel }}' },
      'templates/base.njk:2',
    ],
    [
      'a block of a page in a layout',
      {
        'page.njk': '{% extends "base.njk" %}\n{% block main %}\n{{ article.titel }}\n{% endblock %}',
        'base.njk': '<html>\n{% block main %}{% endblock %}',
      },
      'templates/page.njk:3',
    ],
    [
      'a fragment',
      { 'page.njk': '\n{{ fragment("a.njk", article) }}', 'a.njk': '{{ article.titel }}' },
      'templates/a.njk:1',
    ],
    [
      'a macro',
      { 'page.njk': '{% macro m(x) %}\n{{ x.titel }}\n{% endmacro %}\n{{ m(article) }}' },
      'templates/page.njk:2',
    ],
  ])('name what is undefined, and its line, in %s', (_, files, place) => {
    const found = failure(files, { article: { title: 'Tin' } });
    expect([found.code, found.place]).toEqual(['template-undefined', place]);
    expect(JSON.stringify(found.params)).toContain('titel');
  });

  it.each(['../bi-mat.njk', '/etc/passwd', 'a/../../x.njk'])(
    'are never led out of their folder: %s',
    (name) => {
      const found = failure({ 'page.njk': `{% include "${name}" %}` });
      expect([found.code, found.params]).toEqual(['template-missing', { name }]);
    },
  );

  it('know no globals that hold the site or the clock', () => {
    for (const name of ['process', 'require', 'site', 'now', 'Date']) {
      expect(failure({ 'page.njk': `{{ ${name} }}` }).code).toBe('template-undefined');
    }
  });

  it.each([
    ['straight', { 'page.njk': '{% include "page.njk" %}' }],
    ['by a ring', { 'page.njk': '{% include "a.njk" %}', 'a.njk': '{{ fragment("page.njk", x) }}' }],
    ['by extending', { 'page.njk': '{% extends "page.njk" %}' }],
  ])('that call themselves %s are found before anything is rendered', (_, files) => {
    expect(
      templates(files)
        .check()
        .map((finding) => finding.code),
    ).toContain('template-loop');
  });

  it('may repeat one another, and themselves in a macro', () => {
    const files = {
      'page.njk':
        '{% macro tree(n) %}{{ n.t }}{% for c in n.c %}{{ tree(c) }}{% endfor %}{% endmacro %}{{ tree(root) }}{% include "a.njk" %}{% include "a.njk" %}',
      'a.njk': '!',
    };
    expect(templates(files).check()).toEqual([]);
    const root = { t: 1, c: [{ t: 2, c: [{ t: 3, c: [] }] }] };
    expect(templates(files).render('page.njk', { root }).html).toBe('123!!');
  });
});

describe('fragments', () => {
  it('see their part and nothing else', () => {
    const files = { 'page.njk': '{{ fragment("a.njk", part) }}', 'a.njk': '{{ title }}{{ secret }}' };
    const found = failure(files, { part: { title: 'x' }, secret: 'y' });
    expect(found.params).toEqual({ name: 'secret' });
  });

  it('are rendered once for a part, and once more for another template', () => {
    let reads = 0;
    const part = {
      get title() {
        reads += 1;
        return 'x';
      },
    };
    const files = {
      'page.njk': '{{ fragments("a.njk", parts) }}{{ fragment("b.njk", parts[0]) }}',
      'a.njk': '<{{ title }}>',
      'b.njk': '[{{ title }}]',
    };
    const all = templates(files);
    expect(all.render('page.njk', { parts: [part, part] }).html).toBe('<x><x>[x]');
    all.render('page.njk', { parts: [part] });
    expect(reads).toBe(2);
  });
});

describe('the trace', () => {
  it('names every template asked for: layouts, includes, fragments on a hit too, and those that are not there', () => {
    const files = {
      'page.njk':
        '{% extends "base.njk" %}{% block main %}{{ fragment("card.njk", part) }}{% include name %}{% endblock %}',
      'base.njk': '{% block main %}{% endblock %}{% include "extra.njk" ignore missing %}',
      'card.njk': '{% include "time.njk" %}',
      'time.njk': 't',
      'dynamic.njk': 'd',
    };
    const all = templates(files);
    const view = { part: {}, name: 'dynamic.njk' };
    const expected = ['base.njk', 'card.njk', 'dynamic.njk', 'extra.njk', 'page.njk', 'time.njk'];
    expect([...all.render('page.njk', view).used].sort()).toEqual(expected);
    expect([...all.render('page.njk', view).used].sort()).toEqual(expected);
  });
});
