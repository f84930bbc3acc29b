import { readFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { article, buildInMemory, SITE_YAML, section } from '../support.ts';
import { openBrowser } from './browser.ts';
import { type SampleSite, sampleSite } from './sample-site.ts';

let site: SampleSite;
beforeAll(() => {
  site = sampleSite();
});

/** What a page says under a name of OpenGraph. */
function said(html: string, name: string): string | undefined {
  return new RegExp(`<meta property="og:${name}" content="([^"]*)">`).exec(html)?.[1];
}

describe('the sample site', () => {
  it('has on every page a picture of its own with its size, to be shown large', () => {
    const pages = site.files.filter((file) => file.endsWith('.html') && said(site.read(file), 'type'));
    expect(pages.length).toBeGreaterThan(150);
    for (const file of pages) {
      const html = site.read(file);
      const { origin, pathname } = new URL(said(html, 'image') ?? '');
      expect([file, origin, site.files.includes(pathname.slice(1))]).toEqual([
        file,
        'https://longbien.example',
        true,
      ]);
      expect([file, Number(said(html, 'image:width')) > 100]).toEqual([file, true]);
      expect([file, html.split('summary_large_image').length]).toEqual([file, 2]);
    }
  });

  it('has pictures and icons that a browser shows, each of the size that is said of it', async () => {
    const manifest: unknown = JSON.parse(site.read('site.webmanifest'));
    const { icons } = manifest as { icons: { src: string; sizes: string }[] };
    const sizes = new Map(
      icons.filter(({ sizes: one }) => one !== 'any').map((each) => [each.src, each.sizes]),
    );
    expect([...sizes.values()]).toEqual(['192x192', '512x512', '512x512']);
    sizes.set('/icon_180.png', '180x180');
    for (const file of site.files.filter((name) => name.endsWith('chia_se.png'))) {
      sizes.set(`/${file}`, '1200x630');
    }
    expect(sizes.size).toBeGreaterThan(10);
    const browser = await openBrowser();
    try {
      const page = await browser.newPage();
      for (const [address, size] of sizes) {
        const bytes = readFileSync(path.join(site.folder, address)).toString('base64');
        await page.setContent(`<img src="data:image/png;base64,${bytes}">`);
        const shown = await page.evaluate<string>(
          "(async () => { const i = document.images[0]; await i.decode(); return i.naturalWidth + 'x' + i.naturalHeight; })()",
        );
        expect([address, shown]).toEqual([address, size]);
      }
    } finally {
      await browser.close();
    }
  });
});

describe('a page', () => {
  const FILES = {
    'content/site.yaml': SITE_YAML,
    'content/hoi/_index.md': `---\ntitle: Hội & bạn\nimage: huy-hieu.png\nimage_alt: Huy hiệu\n---\n`,
    'content/hoi/huy-hieu.png': 'ảnh',
    'content/hoi/chu.md': article('title: Chữ\ndate: 17/02/2020\ntags: [Đại hội]'),
    'content/hoi/anh/index.md': article('title: Ảnh\ndate: 18/02/2020\nimage: a.png\nimage_alt: Cây'),
    'content/hoi/anh/a.png': readFileSync(new URL('../pixel.png', import.meta.url)),
    'content/doan/_index.md': section('Đoàn'),
    'content/doan/muc.md': article('title: Mục\ndate: 19/02/2020'),
  };
  const { files } = buildInMemory(FILES);
  const of = (file: string, name: string) => said(files.get(file) ?? '', name);

  it('shows an article’s photo, else the picture of its section, and never the section’s crest', () => {
    const images = ['hoi/anh/', 'hoi/chu/', 'hoi/', 'hoi/luu-tru/2020/', 'the/dai-hoi/', 'doan/muc/', ''];
    expect(images.map((folder) => of(`${folder}index.html`, 'image'))).toEqual(
      ['hoi/anh/a', 'hoi/chia_se', 'hoi/chia_se', 'hoi/chia_se', 'chia_se', 'doan/chia_se', 'chia_se'].map(
        (name) => `https://vidu.example/${name}.png`,
      ),
    );
    expect(of('hoi/anh/index.html', 'image:alt')).toBe('Cây');
    expect(of('hoi/chu/index.html', 'image:alt')).toBe('Hội &amp; bạn - Bản tin');
    expect(files.get('hoi/chu/index.html')).toContain('"image":["https://vidu.example/hoi/chia_se.png"]');
    expect(files.get('hoi/anh/index.html')).toContain('"image":["https://vidu.example/hoi/anh/a.png"]');
  });

  it('has the site’s own icon in browsers if it has one, else the drawn one, and one for home screens', () => {
    const links = (more: Readonly<Record<string, string>>) =>
      buildInMemory({ ...FILES, ...more })
        .files.get('index.html')
        ?.match(/<link rel="(?:apple-touch-)?icon".*>/g);
    const touch = '<link rel="apple-touch-icon" href="/icon_180.png">';
    expect(links({})).toEqual(['<link rel="icon" href="/icon_192.png" type="image/png">', touch]);
    expect(links({ 'content/_public/favicon.svg': '<svg/>' })).toEqual([
      '<link rel="icon" href="/favicon.svg" type="image/svg+xml">',
      touch,
    ]);
  });

  it('is where files of the site’s own stand in for those that would be drawn', () => {
    const { files: own, result } = buildInMemory({
      ...FILES,
      'content/_public/hoi/chia_se.png': 'của Hội',
      'content/_public/icon_512.png': 'của trang',
    });
    expect([result.ok, own.get('hoi/chia_se.png'), own.get('icon_512.png')]).toEqual([
      true,
      'của Hội',
      'của trang',
    ]);
    expect(own.get('doan/chia_se.png')).toBe(files.get('doan/chia_se.png'));
  });

  it('cannot lose its picture to a file of its writer’s', () => {
    const { files: beside, result } = buildInMemory({
      ...FILES,
      'content/hoi/_index.md': '---\ntitle: Hội & bạn\n---\n\n![Ảnh](chia_se.png)\n',
      'content/hoi/chia_se.png': 'ảnh của người viết',
    });
    expect(result.ok).toBe(true);
    expect(beside.get('hoi/chia-se.png')).toBe('ảnh của người viết');
    expect(beside.get('hoi/chia_se.png')).toBe(files.get('hoi/chia_se.png'));
  });
});
