import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Half of the time is theirs, the longest first: one that begins last leaves nothing to do for the other core. */
const LONG = [
  'test/memo/incremental.test.ts',
  'test/crash/kill.test.ts',
  'test/site/tools.test.ts',
  'test/crash/writing-faults.test.ts',
  'test/crash/reading-faults.test.ts',
  'test/site/reader.test.ts',
  'test/memo/mutants.test.ts',
  'test/site/publishing.test.ts',
  'test/memo/disk-stories.test.ts',
];

class LongFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({ moduleId }: TestSpecification): number => {
      const index = LONG.findIndex((name) => moduleId.endsWith(name));
      return index === -1 ? LONG.length : index;
    };
    const sorted = await super.sort(files);
    return sorted.sort((a, b) => rank(a) - rank(b));
  }
}

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    // Two cores, and the browser wants one of them.
    maxWorkers: 2,
    sequence: { sequencer: LongFirst },
    // A busy machine is slow, not wrong.
    testTimeout: 180_000,
    hookTimeout: 300_000,
    reporters: ['default', './test/closing-line.ts'],
  },
});
