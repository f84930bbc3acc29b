import { expect, it } from 'vitest';
import { Memo } from '../../src/memo/memo.ts';
import { createReader, SourceChanged } from '../../src/read/known-files.ts';
import { memoryFileSystem } from '../../src/read/memory-file-system.ts';

/** A reader of three files of four bytes, with room for one of them, and how often each file was read. */
function readerWithRoom() {
  const texts: Record<string, string> = { a: 'aaaa', b: 'bbbb', c: 'cccc' };
  const reads: string[] = [];
  const files = {
    ...memoryFileSystem(texts),
    read(path: string) {
      reads.push(path);
      return Buffer.from(texts[path] ?? '');
    },
  };
  const reader = createReader(files, new Memo(), 5);
  return { texts, reads, source: (path: string) => reader.source(path).value };
}

it('files are read once as far as there is room for them, and the others when they are asked for', () => {
  const { reads, source } = readerWithRoom();
  const sources = ['a', 'b', 'c'].map(source);
  expect(reads.join('')).toBe('abc');
  expect(sources.map((each) => Buffer.from(each.bytes()).toString())).toEqual(['aaaa', 'bbbb', 'cccc']);
  expect(reads.join('')).toBe('abcbc');
});

it('a file that was not held, and is another when it is asked for, is not taken for the one that was seen', () => {
  const { texts, source } = readerWithRoom();
  const [a, b] = [source('a'), source('b')];
  texts['a'] = 'other';
  texts['b'] = 'other';
  expect(Buffer.from(a.bytes()).toString()).toBe('aaaa');
  expect(() => b.bytes()).toThrow(SourceChanged);
});

it('what was asked for makes room for the next', () => {
  const { reads, source } = readerWithRoom();
  for (const path of ['a', 'b', 'c']) source(path).bytes();
  expect(reads.join('')).toBe('abc');
});
