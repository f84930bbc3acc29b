import { readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { Memo } from '../../src/memo/memo.ts';
import { sourcesOf } from '../../src/memo/templates.ts';
import { memoryFileSystem } from '../../src/read/memory-file-system.ts';
import { takeSnapshot } from '../../src/read/snapshot.ts';
import type { CompiledCode, TemplateCode } from '../../src/render/compiled-code.ts';
import { compileToCode, createTemplates, type TemplateSource } from '../../src/render/templates.ts';
import { REPOSITORY, THEME } from '../support.ts';

const source = (name: string, text: string): [string, TemplateSource] => [
  name,
  { name, path: `templates/${name}`, text },
];
const sources = new Map([
  source(
    'page.njk',
    '{% extends "base.njk" %}\n{% block main %}<b>{{ title }}</b>{{ fragment("part.njk", part) }}{% endblock %}',
  ),
  source('base.njk', '<main>{% block main %}{% endblock %}</main>{% include "end.njk" ignore missing %}'),
  source(
    'part.njk',
    '{% macro tree(list) %}{% for each in list %}<i>{{ each }}</i>{% endfor %}{% endmacro %}\n{{ tree(list) }}',
  ),
]);
const VIEW = { title: 'Tin <tức>', part: { list: ['một', 'hai & ba'] } };

/** As the bundle has it. */
function codeOf(texts: ReadonlyMap<string, string>): CompiledCode {
  return new Map([...texts].map(([print, text]) => [print, new Function(text) as () => TemplateCode]));
}

it('templates that were compiled before make what they make when they are compiled now', () => {
  const code = compileToCode(sources);
  expect(code.size).toBe(3);
  expect(createTemplates(sources, codeOf(code)).render('page.njk', VIEW)).toEqual(
    createTemplates(sources, new Map()).render('page.njk', VIEW),
  );
});

it('loops of theirs set what loops set', () => {
  const text = `{% set last = "" %}{% for word, counts in words %}{{ loop.index }}/{{ loop.length }} {{ word }}:
    {% for count in counts %}{{ loop.index0 }} {{ loop.revindex }} {{ loop.revindex0 }} {{ loop.first }} {{ loop.last }} {{ count }}{% set last = count %}{% endfor %}
    {% for a, b in pairs %}{{ a }}{{ b }}{{ loop.index }}{% endfor %}
    {{ loop.index }}{% endfor %}{% macro say(a, b=2) %}{{ a }}{{ b }}{% endmacro %}{{ say(1) }}{{ say(last, b=3) }}`;
  const loops = new Map([source('loops.njk', text)]);
  const view = {
    words: { một: [1, 2, 3], hai: [] },
    pairs: [
      ['a', 'b'],
      ['c', 'd'],
    ],
  };
  const code = compileToCode(loops);
  expect([...code.values()].join()).not.toMatch(/frame\.set\("(?:loop\.|count|word|a")/);
  const { html } = createTemplates(loops, new Map()).render('loops.njk', view);
  expect(html).toContain('2 1 0 false true 3');
  expect(createTemplates(loops, codeOf(code)).render('loops.njk', view).html).toBe(html);
});

it('what they ask for is asked for once, and they make the same of it', () => {
  const texts = new Map([
    source(
      'page.njk',
      `{% extends "base.njk" %}{% set shown = part.list %}
{% block main %}{{ title }} {{ title.length }} {{ part.list.slice(1) }} {{ part["list"][0] }} {{ shown | length }}
{% for item in part.list %}{{ item }}{{ item.nothing.at.all is defined }}{% include "item.njk" %}{% set shown = item %}{{ shown }}{% endfor %}
{% if nothing.at.all %}never{% endif %}{% if part.list.length > 1 and title.length %}{{ part.list.length }}{% endif %}{{ caller }}{% endblock %}`,
    ),
    source(
      'base.njk',
      '{% for title in ["a"] %}{{ title }}{% endfor %}{% block main %}{% endblock %}{{ title }}',
    ),
    source('item.njk', '<{{ item }}, {{ title }}, {{ loop.index }}/{{ loop.length }}>'),
  ]);
  const view = { ...VIEW, caller: 'c', item: 'outer' };
  const code = compileToCode(texts);
  const [page = ''] = code.values();
  expect(page.match(/contextOrFrameLookup\(context, frame, "part"\)/g)).toHaveLength(2);
  expect(page).toContain('v_part?.list?.length');
  const { html } = createTemplates(texts, new Map()).render('page.njk', view);
  expect(html).toContain('&lt;tức&gt; 9 hai &amp; ba một 2');
  expect(html).toContain('<hai &amp; ba, Tin &lt;tức&gt;, 2/2>');
  expect(createTemplates(texts, codeOf(code)).render('page.njk', view).html).toBe(html);
});

it('they escape what Nunjucks escapes, and nothing else', () => {
  const texts = new Map([source('page.njk', '{{ value }}{{ [value] }}')]);
  const [now, then] = [codeOf(compileToCode(texts)), new Map()].map((code) => createTemplates(texts, code));
  fc.assert(
    fc.property(
      fc.oneof(fc.string({ unit: fc.constantFrom(...'&"\'<>`\\/=ắ a') }), fc.double(), fc.boolean()),
      (value) => {
        expect(now?.render('page.njk', { value }).html).toBe(then?.render('page.njk', { value }).html);
      },
    ),
  );
  expect(now?.render('page.njk', { value: `<a href='x'>&"\\` }).html).toContain(
    '&lt;a href=&#39;x&#39;&gt;&amp;&quot;&#92;',
  );
});

it('they are used, and only for the very text that they were made from', () => {
  const shouted = new Map(
    [...compileToCode(sources)].map(([print, text]) => [print, text.replace('<b>', '<B>')]),
  );
  const render = (given: typeof sources) =>
    createTemplates(given, codeOf(shouted)).render('page.njk', VIEW).html;
  expect(render(sources)).toContain('<B>Tin');
  const other = new Map([...sources, source('page.njk', `${sources.get('page.njk')?.text} `)]);
  expect(render(other)).toContain('<b>Tin');
  // One line more before it: its own lines would be told wrongly.
  expect(render(new Map([source('first.njk', 'a\nb'), ...sources]))).toContain('<b>Tin');
});

it('an error in one has its place', () => {
  const compiled = codeOf(compileToCode(sources));
  const broken = () => createTemplates(sources, compiled).render('page.njk', { part: { list: [] } });
  const fromText = () => createTemplates(sources, new Map()).render('page.njk', { part: { list: [] } });
  const diagnosticOf = (operation: () => unknown): unknown => {
    try {
      return operation();
    } catch (cause) {
      return cause instanceof Error && 'diagnostic' in cause ? cause.diagnostic : cause;
    }
  };
  expect(diagnosticOf(broken)).toMatchObject({ code: 'template-undefined', place: { line: 2 } });
  expect(diagnosticOf(broken)).toEqual(diagnosticOf(fromText));
});

it('the bundled program has every built-in template', () => {
  const { templates } = takeSnapshot(memoryFileSystem({}), THEME, new Memo());
  const prints = [...compileToCode(sourcesOf(templates)).keys()];
  const program = readFileSync(path.join(REPOSITORY, 'build/bantin-command.cjs'), 'utf8');
  expect(prints.length).toBeGreaterThan(15);
  expect(prints.filter((print) => !program.includes(print))).toEqual([]);
});
