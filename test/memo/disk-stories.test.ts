import fc from 'fast-check';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { diskWorld } from './disk-world.ts';
import { anyStory, play } from './play.ts';

vi.mock('../../src/picture/draw.ts', () => import('../picture/drawn-as-text.ts'));

/** Of each kind: fifty in all. A thousand are played in memory. */
const STORIES = 25;

// What a disk says of a file that was written just now is not believed, and no test can set the time of its inode.
beforeEach(() => {
  const ahead = Date.now() + 3_600_000;
  vi.spyOn(Date, 'now').mockReturnValue(ahead);
});
afterEach(() => vi.restoreAllMocks());

it.each([
  ['asked anew for each build', false],
  ['remembered but for the paths that were edited', true],
])('stories on a real disk, %s, leave what a build from nothing makes', (_, told) => {
  let stories = 0;
  fc.assert(
    fc.property(anyStory(8), (story) => {
      const world = diskWorld(told);
      try {
        play(story, world);
        stories += 1;
      } finally {
        world.remove();
      }
    }),
    { numRuns: STORIES },
  );
  expect(stories).toBe(STORIES);
});
