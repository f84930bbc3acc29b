import { describe, expect, it } from 'vitest';
import { withoutConsequences } from '../../src/base/consequences.ts';
import { type Diagnostic, error, warning, wholeFile } from '../../src/base/diagnostic.ts';

const BROKEN = error('date-missing', wholeFile('content/tin/bai/index.md'), {});
const dead = (path: string, target: string): Diagnostic => warning('link-dead', wholeFile(path), { target });
const unused = (path: string): Diagnostic => warning('file-unused', wholeFile(path), {});

/** Whether the finding is told beside the causes. */
const isTold = (finding: Diagnostic, ...causes: Diagnostic[]): boolean =>
  withoutConsequences([finding], causes).length === 1;

describe('beside a document that cannot be read', () => {
  it.each([
    ['its picture', unused('content/tin/bai/anh.jpg')],
    ['a picture in a folder below', unused('content/tin/bai/anh/1.jpg')],
    ['a link to its file', dead('content/tin/khac.md', 'bai/index.md')],
    ['a link to its folder', dead('content/tin/khac.md', './bai/')],
    ['a link from the top, whatever the case', dead('content/a/khac.md', '/Tin/BAI/#muc-1')],
    ['a link to a file that it would publish', dead('content/a/khac.md', '/tin/bai/kh.pdf')],
    [
      'a translation that is it',
      warning('translation-dead', wholeFile('content/en/b.md'), { target: '../tin/bai' }),
    ],
  ])('%s is not told of', (_, finding) => {
    expect(isTold(finding, BROKEN)).toBe(false);
    expect(isTold(finding)).toBe(true);
    expect(isTold(finding, warning('front-matter-missing', BROKEN.place, {}))).toBe(true);
  });

  it.each([
    ['content/tin/_index.md', 'content/tin'],
    ['content/tin/2020/_index.md', 'content/tin'],
    ['content/2020/Tin/_index.md', 'content/tin'],
  ])('%s: its section is not told to have none', (path, folder) => {
    const untitled = warning('section-untitled', wholeFile(folder), { title: 'tin', index: 'missing' });
    const broken = error('front-matter-yaml', wholeFile(path), { fault: 'other' });
    expect(isTold(untitled, broken)).toBe(false);
    expect(isTold(untitled, BROKEN)).toBe(true);
  });

  it.each([
    ['a picture elsewhere', unused('content/tin/anh.jpg')],
    ['a link to another', dead('content/tin/khac.md', 'bay/index.md')],
    ['a link to a file of its folder by name', dead('content/tin/khac.md', 'bai/kh.pdf')],
    ['a link above the top', dead('content/tin/khac.md', '../../../bai/')],
    ['an address outside', dead('content/tin/khac.md', 'https://tin.example/bai/')],
    ['a link of its own that is dead', dead('content/tin/bai/index.md', 'khong-co.md')],
    [
      'a translation in the same language',
      warning('translation-same', wholeFile('content/b.md'), { target: 'c.md' }),
    ],
  ])('%s is', (_, finding) => {
    expect(isTold(finding, BROKEN)).toBe(true);
  });
});

it('two texts of one language are not told of while a language is not known', () => {
  const same = warning('translation-same', wholeFile('content/b.md'), { target: 'c.md' });
  expect(isTold(same, error('language-unknown', wholeFile('content/c.md'), { value: 'vn' }))).toBe(false);
});

it('a page at the top explains the files beside it, not those of the whole site', () => {
  const page = error('date-form', wholeFile('content/lien-he.md'), { value: 'hôm qua', field: 'date' });
  expect(isTold(unused('content/anh.jpg'), page)).toBe(false);
  expect(isTold(unused('content/tin/bai/anh.jpg'), page)).toBe(true);
});
