import { beforeAll, describe, expect, it } from 'vitest';
import { type SampleSite, sampleSite } from './sample-site.ts';
import { complaintsOf, type SchemaNode } from './schema-org.ts';

const ORIGIN = 'https://longbien.example';

interface Page {
  readonly path: string;
  readonly html: string;
  readonly nodes: readonly SchemaNode[];
}

let site: SampleSite;
let pages: readonly Page[];

beforeAll(() => {
  site = sampleSite();
  pages = site.files
    .filter((path) => path.endsWith('.html'))
    .map((path) => {
      const html = site.read(path);
      const script = /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(html)?.[1];
      const data = script === undefined ? {} : (JSON.parse(script) as { '@graph'?: SchemaNode[] });
      return { path, html, nodes: data['@graph'] ?? [] };
    });
});

const nodesOf = (type: string): { readonly page: Page; readonly node: SchemaNode }[] =>
  pages.flatMap((page) =>
    page.nodes.filter((node) => node['@type'] === type).map((node) => ({ page, node })),
  );

describe('by the vocabulary of schema.org', () => {
  it('every node of every page has types, properties and values that are in it', () => {
    const nodes = pages.flatMap((page) => page.nodes);
    expect(new Set(nodes.map((node) => node['@type']))).toEqual(
      new Set(['NewsArticle', 'BreadcrumbList', 'WebSite', 'Organization']),
    );
    // What is the same on every page is compared once.
    const distinct = new Map(nodes.map((node) => [JSON.stringify(node), node]));
    expect(complaintsOf([...distinct.values()])).toEqual([]);
  }, 180_000);

  const publisher = { '@type': 'Organization', name: 'Hội', url: 'https://longbien.example/' };
  const faulty: readonly (readonly [string, SchemaNode])[] = [
    ['a type that it does not know', { '@type': 'NewsArtikel' }],
    ['a property that is misspelt', { '@type': 'NewsArticle', datePublish: '2020-02-17' }],
    ['a property of another type', { '@type': 'NewsArticle', telephone: '(024) 0000 0000' }],
    ['a value that the property does not take', { '@type': 'NewsArticle', headline: 5 }],
    ['a value of a type that the property does not take', { '@type': 'NewsArticle', image: publisher }],
    [
      'a misspelt property within',
      { '@type': 'NewsArticle', publisher: { '@type': 'Organization', nmae: 'Hội' } },
    ],
  ];
  let complaints: readonly string[];
  // To read the vocabulary takes the time: once for all of them.
  beforeAll(() => {
    const sound = { '@type': 'NewsArticle', headline: 'Đúng', publisher };
    complaints = complaintsOf([sound, ...faulty.map(([, node]) => node)]);
  }, 180_000);

  it.each(faulty)('%s is noticed', (_, node) => {
    expect(complaints.filter((complaint) => complaint.includes(JSON.stringify(node)))).toHaveLength(1);
  });

  it('nothing else is', () => expect(complaints).toHaveLength(faulty.length));
});

/** `2020-02-17T15:47:00+07:00` */
const DATE_TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[+-]\d\d:\d\d$/;
/** A full address of this site. */
const ADDRESS = expect.stringMatching(/^https:\/\/longbien\.example\//);
const WORDS = expect.stringMatching(/\S/);

describe('by what search engines ask for', () => {
  it('every article has what they require or recommend of all news', () => {
    const articles = nodesOf('NewsArticle');
    expect(articles).toHaveLength(site.articles);
    for (const { page, node } of articles) {
      expect(node, page.path).toMatchObject({
        headline: WORDS,
        image: [ADDRESS],
        datePublished: expect.stringMatching(DATE_TIME),
        dateModified: expect.stringMatching(DATE_TIME),
        author: { name: WORDS },
        publisher: { '@type': 'Organization', name: WORDS, url: ADDRESS, logo: ADDRESS },
        mainEntityOfPage: ADDRESS,
        inLanguage: expect.stringMatching(/^[a-z]{2,3}(-\w+)*$/),
        articleSection: WORDS,
        isAccessibleForFree: true,
      });
    }
  });

  it('an author that the page names is that one and not the site, which is the author of all others', () => {
    const seen = { named: 0, unnamed: 0 };
    for (const { page, node } of nodesOf('NewsArticle')) {
      const name = textOf(/<p class="author">(.*?)<\/p>/s.exec(page.html)?.[1] ?? '');
      seen[name === '' ? 'unnamed' : 'named'] += 1;
      expect(node['author'], page.path).toEqual(
        name === '' ? node['publisher'] : { '@type': 'Organization', name },
      );
    }
    expect(Object.values(seen).every((count) => count > 0)).toBe(true);
  });

  it('says of an article what its page says', () => {
    const seen = { keywords: 0, description: 0, updated: 0 };
    for (const { page, node } of nodesOf('NewsArticle')) {
      const told = (pattern: RegExp): string => textOf(pattern.exec(page.html)?.[1] ?? '');
      const summary = told(/<p class="summary">(.*?)<\/p>/s);
      const tags = /<nav class="tags"(.*?)<\/nav>/s.exec(page.html)?.[1] ?? '';
      const titles = [...tags.matchAll(/<a [^>]*>(.*?)<\/a>/gs)].map(([, title]) => textOf(title ?? ''));
      const published = told(/<meta property="article:published_time" content="(.*?)">/);
      const updated = told(/<meta property="article:modified_time" content="(.*?)">/);
      expect(node, page.path).toMatchObject({
        headline: told(/<h1[^>]*>(.*?)<\/h1>/s),
        image: [told(/<meta property="og:image" content="(.*?)">/)],
        mainEntityOfPage: told(/<link rel="canonical" href="(.*?)">/),
      });
      expect(node['description'] ?? '', page.path).toBe(summary);
      expect(node['keywords'] ?? [], page.path).toEqual(titles);
      expect(momentOf(node['datePublished']), page.path).toBe(momentOf(published));
      expect(momentOf(node['dateModified']), page.path).toBe(momentOf(updated || published));
      seen.keywords += node['keywords'] === undefined ? 0 : 1;
      seen.description += summary === '' ? 0 : 1;
      seen.updated += updated === '' ? 0 : 1;
    }
    expect(Object.values(seen).every((count) => count > 0)).toBe(true);
  });

  it('a breadcrumb is the one of the page, from the front page to the page itself', () => {
    const lists = nodesOf('BreadcrumbList');
    expect(lists.length).toBeGreaterThan(site.articles);
    for (const { page, node } of lists) {
      const items = node['itemListElement'] as readonly SchemaNode[];
      const nav = /<nav class="breadcrumb"(.*?)<\/nav>/s.exec(page.html)?.[1] ?? '';
      const shown = [...nav.matchAll(/<a href="(.*?)">(.*?)<\/a>/gs)].map(([, href, title]) => [
        ORIGIN + href,
        textOf(title ?? ''),
      ]);
      const own = [
        /<link rel="canonical" href="(.*?)">/.exec(page.html)?.[1],
        textOf(/<h1[^>]*>(.*?)<\/h1>/s.exec(page.html)?.[1] ?? ''),
      ];
      expect(
        items.map(({ item, name }) => [item, name]),
        page.path,
      ).toEqual([...shown, own]);
      expect(items.map(({ position }) => position)).toEqual(items.map((_, at) => at + 1));
      expect(items.length).toBeGreaterThan(1);
    }
  });

  it('the front page tells the name of the site and who publishes it', () => {
    const name = expect.stringMatching(/\S/);
    expect(nodesOf('WebSite').map(({ node }) => node)).toMatchObject([{ name, url: `${ORIGIN}/` }]);
    expect(nodesOf('Organization').map(({ node }) => node)).toMatchObject([
      { name, url: `${ORIGIN}/`, logo: ADDRESS, telephone: name, email: name, address: name },
    ]);
  });
});

/** A page tells no time of day where none was given; it is midnight then, which data have to tell. */
function momentOf(time: unknown): number {
  return Date.parse(/T/.test(String(time)) ? String(time) : `${time}T00:00+07:00`);
}

function textOf(html: string): string {
  const plain = html
    .replace(/<[^>]+>/g, '')
    .replace(/&quot;/g, '"')
    .replace(/&#39;/g, "'");
  return plain.replace(/&lt;/g, '<').replace(/&gt;/g, '>').replace(/&amp;/g, '&').trim();
}
