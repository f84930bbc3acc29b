import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readLinkTarget } from '../../src/base/link-target.ts';

describe('what a link points at', () => {
  it.each([
    ['https://vidu.vn/tin?a=1#b', 'https://vidu.vn/tin?a=1#b'],
    ['HTTP://VIDU.vn', 'http://vidu.vn/'],
    ['mailto:hoi@vidu.vn', 'mailto:hoi@vidu.vn'],
    ['tel:+842400000001', 'tel:+842400000001'],
    ['tel:024 3827 1234', 'tel:02438271234'],
    ['//vidu.vn/tin', 'https://vidu.vn/tin'],
    ['\\\\vidu.vn/tin', 'https://vidu.vn/tin'],
    ['/\\vidu.vn/tin', 'https://vidu.vn/tin'],
    [' \u0001https://vidu.vn/', 'https://vidu.vn/'],
  ])('%j is outside: %s', (written, url) => {
    expect(readLinkTarget(written)).toEqual({ kind: 'external', url });
  });

  it.each([
    'javascript:alert(1)',
    'JavaScript:alert(1)',
    'java\tscript:alert(1)',
    'java\nscript:alert(1)',
    '\u0000javascript:alert(1)',
    '  javascript:alert(1)',
    'data:text/html,x',
    'vbscript:x',
    'file:///etc/passwd',
    'blob:https://vidu.vn/x',
    'ftp://vidu.vn/',
    'C:\\anh.jpg',
    'https://',
    'http://[',
  ])('%j is not safe', (written) => {
    expect(readLinkTarget(written)).toEqual({ kind: 'unsafe' });
  });

  it.each([
    ['../tin/bai.md', '../tin/bai.md', '', ''],
    ['/tin/bai/?a=1#muc-2', '/tin/bai/', '?a=1', 'muc-2'],
    ['#muc%20hai', '', '', 'muc hai'],
    ['%E1%BA%A2nh%20%281%29.jpg', 'Ảnh (1).jpg', '', ''],
    ['Ảnh.jpg'.normalize('NFD'), 'Ảnh.jpg', '', ''],
    ['50%.md', '50%.md', '', ''],
    ['10:30.md', '10:30.md', '', ''],
    ['', '', '', ''],
  ])('%j is within the site', (written, path, query, fragment) => {
    expect(readLinkTarget(written)).toEqual({ kind: 'internal', path, query, fragment });
  });

  it('is never anything that a browser would run', () => {
    const sign = fc.constantFrom(...'javscriptd:/\\?#%&;. \t\n\u0000\u001f', '\u00a0', '\u2028', '\ufeff');
    fc.assert(
      fc.property(
        fc.string({ unit: sign, maxLength: 16 }),
        fc.constantFrom('', 'javascript:', 'data:'),
        (a, b) => {
          const target = readLinkTarget(a + b);
          if (target.kind !== 'internal') return;
          // What is printed is at most this, as seen from a page of the site.
          const { protocol, host } = new URL(`${target.path}${target.query}`, 'https://site.example/tin/');
          expect([protocol, host]).toEqual(['https:', 'site.example']);
        },
      ),
    );
  });
});
