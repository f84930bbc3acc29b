import { Parser } from 'htmlparser2';
import RssParser from 'rss-parser';
import { beforeAll, describe, expect, it } from 'vitest';
import { type SampleSite, sampleSite } from './sample-site.ts';

let site: SampleSite;
beforeAll(() => {
  site = sampleSite();
});

const HOST = 'https://longbien.example';

/** The text of every element of one name in an XML document; throws if a tag is not closed by its own name. */
function elements(xml: string, wanted: string): string[] {
  const open: string[] = [];
  const found: string[] = [];
  let text = '';
  const parser = new Parser(
    {
      onopentag: (name) => {
        open.push(name);
        text = '';
      },
      ontext: (part) => {
        text += part;
      },
      onclosetag: (name, implied) => {
        if (open.pop() !== name || (implied && !xml.includes('/>'))) throw new Error(`unbalanced: ${name}`);
        if (name === wanted) found.push(text);
      },
    },
    { xmlMode: true, decodeEntities: true },
  );
  parser.end(xml);
  return found;
}

describe('feeds', () => {
  it('RSS and Atom parse in an independent reader, with full text and full addresses', async () => {
    const feeds = site.files.filter((file) => /(?:rss|atom)\.xml$/.test(file));
    expect(feeds.length).toBe(2 + 2 + 7 + 2);
    for (const file of feeds) {
      const feed = await new RssParser().parseString(site.read(file));
      expect(feed.title, file).toBeTruthy();
      const isEnglish = file.startsWith('english/');
      if (isEnglish) expect(feed.items.length, file).toBe(3);
      else expect(feed.items.length, file).toBeGreaterThan(5);
      for (const item of feed.items) {
        expect(item.link).toMatch(/^https:\/\/longbien\.example\/(?:dang-doan-the|english)\//);
        if (isEnglish) expect(item.link).toContain('/english/');
        expect(Number.isNaN(Date.parse(item.isoDate ?? ''))).toBe(false);
        const html: string = item['content:encoded'] ?? item.content ?? '';
        expect(html).not.toMatch(/(?:src|href)="\//);
        expect(html.length).toBeGreaterThan(100);
      }
    }
  });

  it('JSON Feed has version 1.1 and the same articles', () => {
    const feed = JSON.parse(site.read('feed.json')) as {
      version: string;
      items: { url: string; content_html: string; date_published: string }[];
    };
    expect(feed.version).toBe('https://jsonfeed.org/version/1.1');
    expect(feed.items).toHaveLength(20);
    expect(feed.items[0]?.date_published).toMatch(/\+07:00$/);
  });

  it('tell the newest first, and no time of building', async () => {
    const feed = await new RssParser().parseString(site.read('rss.xml'));
    const dates = feed.items.map((item) => item.isoDate ?? '');
    expect([...dates].sort().reverse()).toEqual(dates);
    const [newest] = feed.items;
    expect(Date.parse(feed['lastBuildDate'])).toBe(Date.parse(newest?.isoDate ?? ''));
  });
});

describe('lists for machines', () => {
  it('the sitemap names every page once, by month, and robots.txt names the sitemap', () => {
    const parts = elements(site.read('sitemap.xml'), 'loc').map((url) => url.slice(HOST.length + 1));
    const named = parts.flatMap((part) => elements(site.read(part), 'loc'));
    expect(new Set(named).size).toBe(named.length);
    const articles = named.filter((url) =>
      /\/dang-doan-the\/[^/]+\/[^/]+\/$|\/english\/(?!about\/)[^/]+\/$/.test(url),
    );
    expect(articles.length).toBe(site.articles);
    for (const url of named) expect(site.files).toContain(`${url.slice(HOST.length + 1)}index.html`);
    expect(site.read('robots.txt')).toContain(`Sitemap: ${HOST}/sitemap.xml`);
  });

  it('the news sitemap has the articles of the two days before the newest, whenever that was', () => {
    const news = site.read('sitemap/tin-moi.xml');
    const dates = elements(news, 'news:publication_date').map((date) => Date.parse(date));
    expect(dates.length).toBe(elements(news, 'loc').length);
    expect(Math.max(...dates) - Math.min(...dates)).toBeLessThanOrEqual(48 * 3600 * 1000);
    expect(elements(news, 'news:title')[0]).toBe('Thông báo mở lớp nghề cắt tỉa cây cảnh miễn phí');
    expect(elements(news, 'news:language')[0]).toBe('vi');
    expect(site.read('robots.txt')).toContain(`Sitemap: ${HOST}/sitemap/tin-moi.xml`);
  });

  it('the API has all articles by month', () => {
    const index = JSON.parse(site.read('api/index.json')) as { months: { month: string; url: string }[] };
    const all = index.months.flatMap(({ url }) => {
      const month = JSON.parse(site.read(url.slice(HOST.length + 1))) as { articles: { title: string }[] };
      return month.articles;
    });
    expect(all).toHaveLength(site.articles);
  });

  it('old addresses are a redirect page, or a line for the web server', () => {
    const old = site.files.find((file) => /^web\/dang-doan-the\/tin-\d+\.html$/.test(file)) ?? '';
    expect(site.read(old)).toContain('http-equiv="refresh"');
    const lines = site.read('redirects.txt').trimEnd().split('\n');
    expect(lines.filter((line) => /^\/Default\.aspx\?\S+\t\/dang-doan-the\/\S+\/$/.test(line))).not.toEqual(
      [],
    );
    expect(lines.filter((line) => !/^\/\S+\t\/\S+\/$/.test(line))).toEqual([]);
  });
});
