import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { anyStory, play } from './play.ts';

vi.mock('../../src/picture/draw.ts', () => import('../picture/drawn-as-text.ts'));

/** Milliseconds for a part. The first one compiles most of the templates, and takes two minutes where others take one. */
const MOST = 600_000;

/** A thousand stories in eight parts: of a long test nobody sees how far it is, and a busy machine is slow. */
describe('any edits, and every build after them, leave what a build from nothing makes', () => {
  it.each([1, 2, 3, 4, 5, 6, 7, 8])(
    'stories of part %i',
    () => {
      let stories = 0;
      fc.assert(
        fc.property(anyStory(10), (story) => {
          stories += 1;
          play(story);
        }),
        { numRuns: 125 },
      );
      expect(stories).toBe(125);
    },
    MOST,
  );
});
