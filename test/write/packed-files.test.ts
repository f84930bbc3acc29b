import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createPacker, type TextToStage, unpack } from '../../src/write/packed-files.ts';

const file = (path: string, content: string): TextToStage => ({ path, content, standing: undefined });

test('texts arrive as they were sent, whatever signs they hold', () => {
  // Code units of all kinds, halves of pairs among them.
  const text = fc.array(fc.integer({ min: 0, max: 0xffff })).map((units) => String.fromCharCode(...units));
  const files = fc.array(
    fc.record({ path: fc.string(), content: text, standing: fc.option(fc.string(), { nil: undefined }) }),
  );
  const packer = createPacker();
  fc.assert(
    fc.property(files, (sent) => {
      const packed = packer.pack(sent);
      expect(unpack(packed)).toEqual(sent);
      packer.free(packed);
    }),
  );
});

test('memory is used again when nobody reads it any more, and not before', () => {
  const packer = createPacker();
  const first = packer.pack([file('a', 'một')]);
  const second = packer.pack([file('b', 'hai')]);
  expect(second.memory).not.toBe(first.memory);
  packer.free(first);
  const third = packer.pack([file('c', 'ba')]);
  expect(third.memory).toBe(first.memory);
  expect([second, third].map((packed) => unpack(packed)[0]?.content)).toEqual(['hai', 'ba']);
});

test('memory that is too small for the next texts is left', () => {
  const packer = createPacker();
  packer.free(packer.pack([file('a', 'ngắn')]));
  const long = 'dài '.repeat(1000);
  expect(unpack(packer.pack([file('b', long)]))[0]?.content).toBe(long);
});
