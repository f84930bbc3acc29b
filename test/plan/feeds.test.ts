import { readFileSync } from 'node:fs';
import RssParser from 'rss-parser';
import { describe, expect, it } from 'vitest';
import { article, buildInMemory, SITE_YAML } from '../support.ts';

const PICTURE = readFileSync(new URL('../pixel.png', import.meta.url));

/** What each of the three feeds has of the newest article's text. */
async function textsOf(files: ReadonlyMap<string, string>): Promise<readonly string[]> {
  const parser = new RssParser();
  const rss = await parser.parseString(files.get('rss.xml') ?? '');
  const atom = await parser.parseString(files.get('atom.xml') ?? '');
  const json = JSON.parse(files.get('feed.json') ?? '') as { items: readonly { content_html: string }[] };
  return [rss.items[0]?.['content:encoded'], atom.items[0]?.content ?? '', json.items[0]?.content_html ?? ''];
}

/** A site with one article that has photos, below a base path. */
function feedsOf(fields: string, body: string) {
  const { files, result } = buildInMemory({
    'content/site.yaml': SITE_YAML.replace('vidu.example', 'vidu.example/tin'),
    'content/hoi/_index.md': '---\ntitle: Hội\n---\n',
    'content/hoi/bai.md': article(`title: Bài\ndate: 17/02/2020\n${fields}`, body),
    'content/hoi/a.png': PICTURE,
    'content/hoi/b.png': PICTURE,
  });
  expect(result.ok).toBe(true);
  return textsOf(files);
}

describe("an article's text in feeds", () => {
  const fields = 'image: a.png\nimage_alt: Lễ "trao" quà\nimage_caption: Trao quà < 2 phút';

  it('begins with the photo that stands above it on its page', async () => {
    for (const text of await feedsOf(fields, 'Chữ.')) {
      expect(text).toBe(
        '<figure><img src="https://vidu.example/tin/hoi/bai/a.png" alt="Lễ &quot;trao&quot; quà" width="1" height="1">' +
          '<figcaption>Trao quà &lt; 2 phút</figcaption></figure>\n<p>Chữ.</p>\n',
      );
    }
  });

  it('has a photo once if the text shows it', async () => {
    for (const text of await feedsOf(fields, 'Chữ.\n\n![Lễ](a.png)')) {
      expect(text.match(/<img/g)).toHaveLength(1);
      expect(text).toMatch(/^<p>Chữ/);
    }
  });

  it('has a photo of the text with what the fields say of it', async () => {
    for (const text of await feedsOf(fields, 'Chữ.\n\n![](a.png)')) {
      expect(text).toMatch(/<img [^>]*alt="Lễ &quot;trao&quot; quà"[^>]*><figcaption>Trao quà &lt; 2 phút</);
    }
  });

  it('has no ids, which others of the feed have too, and its notes lead to its own page', async () => {
    const own = 'https://vidu.example/tin/hoi/bai/';
    const body = '## Mục\n\nChữ[^1], [mục](#muc), và ` id="x" href="#y"`.\n\n[^1]: Chú thích.';
    for (const text of await feedsOf('summary: Tóm tắt', body)) {
      expect(text).toContain('<h2>Mục</h2>');
      expect(text).toContain(`<sup class="footnote-ref"><a href="${own}#fn1">[1]</a></sup>`);
      expect(text).toContain('<li class="footnote-item">');
      expect(text).toContain(`<a href="${own}#fnref1" class="footnote-backref"`);
      expect(text).toContain(`<a href="${own}#muc">mục</a>`);
      expect(text).toContain('id=&quot;x&quot; href=&quot;#y&quot;');
      expect(text).not.toMatch(/ id="| href="#/);
    }
  });

  it('has no photo where the article has none', async () => {
    for (const text of await feedsOf('summary: Tóm tắt', 'Chữ.')) expect(text).toBe('<p>Chữ.</p>\n');
  });
});
