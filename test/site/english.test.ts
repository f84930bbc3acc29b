import { describe, expect, it } from 'vitest';
import { article, buildInMemory, section } from '../support.ts';

const SITE = {
  'content/site.yaml':
    'title: News\nbase_url: https://news.example\nlanguage: en\nfooter:\n  phone: 024 0000\n',
  'content/union/_index.md': section('Union'),
  'content/union/clubs/_index.md': section('Clubs'),
  'content/union/clubs/old.md': article(
    'title: An older one\ndate: 03/02/2020 08:00\ntags: [Sports]\nviews: 12345',
    'Text.',
  ),
  'content/union/clubs/new.md': article(
    'title: A newer one\ndate: 17/02/2020 15:47\nupdated: 18/02/2020 09:10\nsource: The union\nviews: 405\naliases: [/old.html]',
    '| A | B |\n|--|--|\n| 1 | 2 |\n\nText[^1].\n\n[^1]: Note.',
  ),
  'content/about.md': '---\ntitle: About\nkind: page\n---\n\nText.\n',
};

/** A letter that English does not have. */
const VIETNAMESE = /[À-ÃÈ-ÊÌÍÒ-ÕÙÚÝà-ãè-êìíò-õùúýĂăĐđĨĩŨũƠơƯưẠ-ỹ]/;

describe('a site in English', () => {
  const { files, result } = buildInMemory(SITE);
  const pages = [...files].filter(([name]) => name.endsWith('.html'));

  it('says nothing in Vietnamese on any page', () => {
    expect(result.ok).toBe(true);
    expect(pages.length).toBeGreaterThan(12);
    const said = pages.flatMap(([name, html]) =>
      html
        .split('\n')
        .filter((line) => VIETNAMESE.test(line))
        .map((line) => `${name}: ${line}`),
    );
    expect(said).toEqual([]);
    for (const [name, html] of pages) expect(html, name).toContain('<html lang="en">');
  });

  it('writes dates and numbers as English does', () => {
    const page = files.get('union/clubs/new/index.html')?.replace(/<[^>]+>/g, '') ?? '';
    expect(page).toContain('Published 17 February 2020 | 15:47 | Views: 405');
    expect(page).toContain('This article was updated on 18 February 2020 | 09:10');
    expect(page).toContain('Source: The union');
    expect(files.get('doc-nhieu/index.html')).toContain('12,345 views');
    expect(files.get('luu-tru/2020/index.html')).toContain('Archive: 2020');
    expect(files.get('union/clubs/new/index.html')).toContain('content="en_GB"');
  });

  it('would be seen to say something in Vietnamese', () => {
    const { files: vietnamese } = buildInMemory({
      ...SITE,
      'content/site.yaml': SITE['content/site.yaml'].replace('language: en', 'language: vi'),
    });
    const said = [...vietnamese].filter(([name, html]) => name.endsWith('.html') && VIETNAMESE.test(html));
    expect(said.length).toBe(pages.length);
  });
});
