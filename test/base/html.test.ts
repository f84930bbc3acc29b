import { describe, expect, it } from 'vitest';
import { escapeHtml, Html } from '../../src/base/html.ts';

describe('text in HTML', () => {
  it('cannot become a tag, an entity or the end of an attribute', () => {
    expect(escapeHtml('<b title="x">A &amp; B</b>')).toBe(
      '&lt;b title=&quot;x&quot;&gt;A &amp;amp; B&lt;/b&gt;',
    );
  });

  it('is left alone where it means nothing', () => {
    expect(escapeHtml('Hội nghị – năm 2020 (50%)')).toBe('Hội nghị – năm 2020 (50%)');
  });

  it('is told from HTML that is ours by its type', () => {
    expect(`${new Html('', () => '<p>A &amp; B</p>')}`).toBe('<p>A &amp; B</p>');
    expect(new Html('', () => '<p>') instanceof Html).toBe(true);
  });
});
