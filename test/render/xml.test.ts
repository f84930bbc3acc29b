import { describe, expect, it } from 'vitest';
import { renderXml } from '../../src/render/xml.ts';

describe('XML', () => {
  it('escapes text and attributes', () => {
    const root = { name: 'a', attributes: { href: '?x=1&y="2"' }, children: ['1 < 2 & "3"'] };
    expect(renderXml(root)).toBe(
      '<?xml version="1.0" encoding="UTF-8"?>\n<a href="?x=1&amp;y=&quot;2&quot;">1 &lt; 2 &amp; &quot;3&quot;</a>\n',
    );
  });

  it('puts one element on a line, and closes empty ones at once', () => {
    const root = { name: 'a', children: [{ name: 'b' }, { name: 'c', children: ['x'] }] };
    expect(renderXml(root)).toContain('<a>\n<b/>\n<c>x</c>\n</a>');
  });

  it('leaves out what XML cannot hold, and keeps what it can', () => {
    const root = { name: 'a', children: ['x\u0000\u000b\ufffe\ud800y\n\t😀ế'] };
    expect(renderXml(root)).toContain('<a>xy\n\t😀ế</a>');
  });
});
