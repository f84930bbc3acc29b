import path from 'node:path';
import { HtmlValidate } from 'html-validate/node';
import { Parser } from 'htmlparser2';
import { beforeAll, describe, expect, it } from 'vitest';
import { type SampleSite, sampleSite } from './sample-site.ts';

let site: SampleSite;
beforeAll(() => {
  site = sampleSite();
});

const SEED = 'dang-doan-the/hoi-cuu-chien-binh/lam-viec-voi-hoi-ccb-phuong-long-bien-va-sai-dong/index.html';

const validator = new HtmlValidate({
  extends: ['html-validate:recommended', 'html-validate:document'],
  rules: {
    // A matter of taste: our lines end where Nunjucks ends them, and titles are as long as the news is.
    'no-trailing-whitespace': 'off',
    'long-title': 'off',
    // Everything comes from the site itself, by a name that holds its content's hash.
    'require-sri': 'off',
    'void-style': 'off',
    'doctype-style': 'off',
    // `tel:` links are written by their digits; a phone number breaks where the screen ends.
    'tel-non-breaking': 'off',
    // `role="region"` on a table's scroller is how it gets a name; there is no element for it.
    'prefer-native-element': ['error', { exclude: ['region'] }],
    // Redirect pages of old addresses have nothing to wait for.
    'meta-refresh': 'off',
  },
});

interface Reference {
  readonly page: string;
  readonly target: string;
}

interface PageFacts {
  readonly references: readonly Reference[];
  readonly ids: ReadonlySet<string>;
  /** Kinds of those that hold data, addresses of those that run. */
  readonly scripts: readonly string[];
  readonly styles: number;
  readonly handlers: readonly string[];
}

function factsOf(page: string, html: string): PageFacts {
  const references: Reference[] = [];
  const ids = new Set<string>();
  const scripts: string[] = [];
  const handlers: string[] = [];
  let styles = 0;
  const parser = new Parser({
    onopentag(name, attributes) {
      for (const [key, value] of Object.entries(attributes)) {
        if (key === 'href' || key === 'src') references.push({ page, target: value });
        if (key === 'id') ids.add(value);
        if (key === 'style') styles += 1;
        if (key.startsWith('on')) handlers.push(key);
      }
      if (name === 'script') scripts.push(attributes['src'] ?? attributes['type'] ?? 'inline');
      if (name === 'style') styles += 1;
    },
  });
  parser.end(html);
  return { references, ids, scripts, styles, handlers };
}

const pagesOf = (): string[] => site.files.filter((file) => file.endsWith('.html'));

describe('every page of the sample site', () => {
  it('is valid HTML', async () => {
    const findings: string[] = [];
    for (const page of pagesOf()) {
      const report = await validator.validateString(site.read(page), page);
      for (const result of report.results) {
        for (const message of result.messages) {
          findings.push(`${page}:${message.line}:${message.column} ${message.ruleId}: ${message.message}`);
        }
      }
    }
    expect(findings.slice(0, 20)).toEqual([]);
  });

  it('leads only to what is there: files, and places on pages', () => {
    const facts = new Map(pagesOf().map((page) => [page, factsOf(page, site.read(page))]));
    const files = new Set(site.files);
    const dead = [...facts.values()]
      .flatMap((fact) => fact.references)
      .filter(({ page, target }) => {
        if (/^(?:mailto|tel):/.test(target)) return false;
        const base = `https://longbien.example/${page.replace(/index\.html$/, '')}`;
        const url = new URL(target, base);
        if (url.origin !== 'https://longbien.example') return false;
        const file = decodeURIComponent(url.pathname)
          .slice(1)
          .replace(/(^|\/)$/, '$1index.html');
        if (!files.has(file)) return true;
        const id = decodeURIComponent(url.hash.slice(1));
        return id !== '' && facts.get(file)?.ids.has(id) !== true;
      });
    expect(dead).toEqual([]);
  });

  it('obeys the policy that it declares: no script or style but the theme’s files, nothing from elsewhere', () => {
    for (const page of pagesOf()) {
      const html = site.read(page);
      const facts = factsOf(page, html);
      expect(html).toContain(`content="default-src 'none';`);
      const running = facts.scripts.filter((script) => script !== 'application/ld+json');
      expect(running.filter((script) => !/^\/assets\/[\w-]+\.[0-9a-f]{10}\.js$/.test(script))).toEqual([]);
      expect([facts.styles, facts.handlers]).toEqual([0, []]);
      const loaded = [
        ...html.matchAll(/<(?:img|link rel="(?:stylesheet|icon)")[^>]+(?:src|href)="([^"]+)"/g),
      ];
      expect(loaded.filter(([, address]) => !address?.startsWith('/'))).toEqual([]);
    }
  });

  it('has structured data that parses and cannot end its script early', () => {
    const kindsSeen = new Set<string>();
    for (const page of pagesOf()) {
      const script = /<script type="application\/ld\+json">([\s\S]*?)<\/script>/.exec(site.read(page))?.[1];
      if (script === undefined) continue;
      expect(script).not.toMatch(/[<>&]/);
      const data = JSON.parse(script) as { '@context': string; '@graph': Record<string, unknown>[] };
      expect(data['@context']).toBe('https://schema.org');
      const kinds = data['@graph'].map((node) => node['@type']);
      kindsSeen.add(kinds.join());
      const article = data['@graph'].find((node) => node['@type'] === 'NewsArticle');
      if (article === undefined) continue;
      // What schema.org's own examples and the search engines recommend for news.
      expect(Object.keys(article)).toEqual(
        expect.arrayContaining([
          'headline',
          'datePublished',
          'dateModified',
          'author',
          'publisher',
          'mainEntityOfPage',
        ]),
      );
      for (const name of ['datePublished', 'dateModified']) {
        expect(article[name]).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+07:00$/);
      }
      // Whoever has an address of his own here is the publisher; the site's is not an author's.
      const { author, publisher } = article as Record<
        string,
        { readonly name: string; readonly url?: string }
      >;
      expect(publisher).toMatchObject({
        '@type': 'Organization',
        name: expect.any(String),
        url: expect.any(String),
      });
      expect(author).toMatchObject({
        '@type': expect.stringMatching(/^(?:Person|Organization)$/),
        name: expect.any(String),
      });
      if (author?.name !== publisher?.name) expect(author).not.toHaveProperty('url');
    }
    expect([...kindsSeen].sort()).toEqual([
      'BreadcrumbList',
      'NewsArticle,BreadcrumbList',
      'WebSite,Organization',
    ]);
  });

  it('weighs little: an article and its styles are under 14 kB compressed', async () => {
    const { gzipSync } = await import('node:zlib');
    const style = site.files.find((file) => /^assets\/style\..*\.css$/.test(file)) ?? '';
    const weight = gzipSync(site.read(SEED)).length + gzipSync(site.read(style)).length;
    expect(weight).toBeLessThan(14 * 1024);
    const scripts = site.files.filter((file) => file.endsWith('.js'));
    const weights = scripts.map((file) => [file.split('.')[0], gzipSync(site.read(file)).length] as const);
    expect(Object.fromEntries(weights)).toEqual({
      'assets/not-found': expect.any(Number),
      'assets/reader': expect.any(Number),
      'assets/text-size': expect.any(Number),
    });
    for (const [, each] of weights) expect(each).toBeLessThan(4 * 1024);
    // It runs before anything is painted.
    const head = scripts.find((file) => file.includes('text-size')) ?? '';
    expect(site.read(head).length).toBeLessThanOrEqual(300);
  });
});

describe('the seed article', () => {
  it('shows the line that the portal showed', () => {
    const text = site
      .read(SEED)
      .replace(/<[^>]+>/g, '')
      .replace(/\s+/g, ' ');
    expect(text).toContain('Ngày đăng 17/02/2020 | 15:47 | Lượt xem: 405');
    expect(site.read(SEED)).toContain('<time datetime="2020-02-17T15:47+07:00">');
  });

  it('stands in the archive of the site, of its section and of each association above it', () => {
    for (const list of ['', 'dang-doan-the/', 'dang-doan-the/hoi-cuu-chien-binh/']) {
      expect(site.read(`${list}luu-tru/2020/index.html`)).toContain(path.posix.dirname(SEED));
    }
  });
});
