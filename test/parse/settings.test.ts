import { describe, expect, it } from 'vitest';
import { parseSettings } from '../../src/parse/settings.ts';

function read(text: string) {
  const { settings, diagnostics } = parseSettings(new TextEncoder().encode(text));
  const findings = diagnostics.map(({ code, place }) => `${code}:${place.line}:${place.column}`);
  return { settings, findings };
}

describe('site.yaml', () => {
  it.each([
    ['title Hội CCB', 'settings-not-fields:1:1'],
    ['# Trang\n\n- title: Hội CCB\n', 'settings-not-fields:3:1'],
    ['title: A\ntitel: B\n', 'settings-unknown:2:1'],
    ['title: A\nfooter:\n  adress: Số 5\n', 'settings-unknown:3:3'],
    ['title: A\nfooter: {adress: Số 5}\n', 'settings-unknown:2:10'],
    ['navigation:\n  - titel: A\n    title: B\n    address: /\n', 'settings-unknown:2:5'],
    ['title: A\ntime_zone: constructor\n', 'settings-value:2:12'],
    ['title: A\ntime_zone: >\n  Giờ\n  Hà Nội\n', 'settings-value:3:3'],
    ['title: A\ntime_zone: __proto__\n', 'settings-value:2:12'],
    [
      'navigation:\n  - title: A\n    address: /\n    language: >\n      Tiếng\n      Anh\n',
      'settings-value:5:7',
    ],
    ['links:\n  - title: A\n    url: vidu.gov.vn\n', 'settings-link:3:10'],
    ['links:\n  - title: A\n    url: javascript:alert(1)\n', 'settings-value:3:10'],
    ['title: A\nurl:B\nlinks: []\n', 'settings-yaml:2:5'],
    ['---\ntitle: A\nlinks:\n  - title: [B\n    url: /\n---\n', 'settings-yaml:4:12'],
  ])('%j is told of at its place', (text, finding) => {
    expect(read(text).findings).toEqual([finding]);
  });

  it('has all told that is wrong with its lines', () => {
    expect(read('title: [A]B\nbase_url：https://a.vn\nnavigation: [\nfooter:\n  note: C\n').findings).toEqual(
      ['settings-yaml:1:11', 'settings-yaml:2:9', 'settings-yaml:3:13'],
    );
  });

  it('may be empty, and may stand within two ---', () => {
    expect(read('# trống\n').findings).toEqual([]);
    const { settings, findings } = read('---\ntitle: Hội\n---\n');
    expect([settings.title, findings]).toEqual(['Hội', []]);
  });

  it('holds no signs that no page may hold', () => {
    const { settings, findings } = read('title: B\u0002ản\u000btin\norganisation: "H\\x02ội"\n');
    expect([settings.title, settings.organisation, findings]).toEqual(['Bản tin', 'Hội', []]);
  });

  it('has text with a # in it, and comments', () => {
    const { settings, findings } = read(
      '# Trang\ntitle: Bản tin #1 # tên\norganisation: "Hội" #hội\ndescription: Tin\n  số #2\nbase_url: https://vidu.vn #địa chỉ\nfooter: # cuối trang\n  address: Số 5 #2 phố Ngô\n  note: Tin # chú thích\ntheme:\n  font: system #phông\n',
    );
    expect(findings).toEqual([]);
    const { title, organisation, description, origin, footer } = settings;
    expect([title, organisation, description, origin, footer.address, footer.note]).toEqual([
      'Bản tin #1',
      'Hội',
      'Tin số #2',
      'https://vidu.vn',
      'Số 5 #2 phố Ngô',
      'Tin',
    ]);
  });

  it('has titles with a # in its menu and links', () => {
    const { settings, findings } = read(
      'navigation:\n- title: Bản tin #1 # cũ\n  address: /tin/ #tin\n-\n  title: Số\n    #2\n  address: /\nlinks:\n  - url: https://a.vn\n    title: Chi hội #3\n',
    );
    expect(findings).toEqual([]);
    expect(settings.navigation.map(({ title, address }) => [title, address])).toEqual([
      ['Bản tin #1', '/tin/'],
      ['Số', '/'],
    ]);
    expect(settings.links.map(({ title }) => title)).toEqual(['Chi hội #3']);
  });

  it('has full addresses of other sites', () => {
    const urls = ['vidu.gov.vn/tin?a=1', 'http://vidu.gov.vn', 'mailto:a@vidu.vn'];
    const { settings } = read(`links:\n${urls.map((url) => `  - {title: A, url: "${url}"}\n`).join('')}`);
    expect(settings.links.map(({ url }) => url)).toEqual([`https://${urls[0]}`, urls[1], urls[2]]);
  });

  it('has its navigation at the lines that it is typed on', () => {
    const { settings } = read(
      'title: /\nnavigation:\n  - title: A/B\n    address: /\n  - title: C\n    address: >\n      /c/\n  - title: D\n    address: "/d/" # D\n  - title: E\n    address: /d\n',
    );
    expect(settings.navigation.map(({ place }) => `${place.line}:${place.column}`)).toEqual([
      '4:14',
      '7:7',
      '9:15',
      '11:14',
    ]);
  });
});
