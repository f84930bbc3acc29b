import { describe, expect, it } from 'vitest';
import { VIETNAM } from '../../src/base/time.ts';
import { parseDocument } from '../../src/parse/document.ts';
import { article, sourceOf } from '../support.ts';

const FIELDS = 'title: Bài\ndate: 17/02/2020\nimage: Ảnh 1.jpg';
const WORDS = 'image_alt: Lễ trao quà\nimage_caption: Trao < 5 phần';

function parse(body: string, words = WORDS) {
  return parseDocument(sourceOf('hoi/bai.md', article(`${FIELDS}\n${words}`, body)), { zone: VIETNAM });
}

/** Alt and caption of each picture in a text, and the findings. */
function said(body: string, words = WORDS): (readonly string[])[] {
  const { document, diagnostics } = parse(body, words);
  const references = document?.outline.references ?? [];
  const pictures = references.map((each) => (each.kind === 'image' ? [each.alt, each.caption] : []));
  return [...pictures, diagnostics.map(({ code }) => code)];
}

describe("the article's picture in its text", () => {
  const both = ['Lễ trao quà', 'Trao &lt; 5 phần'];
  it.each<[string, string, readonly string[], readonly string[]]>([
    ['has the words of the fields where it has none', '![](<Ảnh 1.jpg>)', both, []],
    ['however its name is written', '![](./%E1%BA%A2nh%201.jpg)', both, []],
    ['keeps its own description', '![Cổng chào](<Ảnh 1.jpg>)', ['Cổng chào', both[1] ?? ''], []],
    ['keeps its own caption', '![](<Ảnh 1.jpg> "Khác")', ['Lễ trao quà', 'Khác'], []],
    ['in a line has no caption', 'Xem ![](<Ảnh 1.jpg>) này', ['Lễ trao quà', ''], []],
    ['is not another one', '![](b.jpg)', ['', ''], ['image-alt-missing']],
  ])('%s', (_, body, expected, codes) => {
    expect(said(body)).toEqual([expected, codes]);
  });

  it('has the caption for its description where the fields have no other', () => {
    expect(said('![](<Ảnh 1.jpg>)', 'image_caption: Trao quà')).toEqual([['Trao quà', 'Trao quà'], []]);
  });

  it.each<[string, string, string, string]>([
    ['lends its description where the fields have none', '![Cổng chào](<Ảnh 1.jpg>)', '', 'Cổng chào'],
    ['lends it before the caption', '![Cổng chào](<Ảnh 1.jpg>)', 'image_caption: Trao quà', 'Cổng chào'],
    ['lends that of the first', '![](<Ảnh 1.jpg>)\n\n![A](<Ảnh 1.jpg>)\n\n![B](<Ảnh 1.jpg>)', '', 'A'],
    ['leaves what the fields say', '![Cổng chào](<Ảnh 1.jpg>)', 'image_alt: Trao quà', 'Trao quà'],
    ['has no words of another one', '![Cổng chào](b.jpg)', '', ''],
  ])('%s', (_, body, words, alt) => {
    expect(parse(body, words).document?.imageAlt).toBe(alt);
  });

  it('makes other fields of other words where the fields have none', () => {
    const printOf = (alt: string, words = '') => parse(`![${alt}](<Ảnh 1.jpg>)`, words).document?.fieldsPrint;
    expect(printOf('Một')).not.toBe(printOf('Hai'));
  });

  it('makes another text of other words, so that feeds and pages show them', () => {
    const printOf = (words: string, body = '![](<Ảnh 1.jpg>)') => parse(body, words).bodyPrint;
    expect(printOf('image_alt: Một')).not.toBe(printOf('image_alt: Hai'));
    expect(printOf('image_caption: Một')).not.toBe(printOf('image_caption: Hai'));
    expect(printOf('image_alt: Một', 'Chữ.')).toBe(printOf('image_alt: Hai', 'Chữ.'));
  });
});
