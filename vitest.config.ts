import { readdirSync, readFileSync } from 'node:fs';
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

/**
 * Files that put something in a module's place have a process of their own. All others share two: each would start Node,
 * read the modules and warm up anew, which takes 70 of 250 seconds of CPU for those that take less than a minute.
 */
const ALONE = readdirSync('test', { recursive: true, encoding: 'utf8' })
  .map((name) => `test/${name.replaceAll('\\', '/')}`)
  .filter((name) => name.endsWith('.test.ts') && /\bvi\.mock\(/.test(readFileSync(name, 'utf8')));

class LongFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({ moduleId }: TestSpecification): number => {
      const index = LONG.findIndex((name) => moduleId.endsWith(name));
      return index === -1 ? LONG.length : index;
    };
    const isAlone = ({ project }: TestSpecification): number => Number(project.name !== 'alone');
    const sorted = await super.sort(files);
    return sorted.sort((a, b) => rank(a) - rank(b) || isAlone(a) - isAlone(b));
  }
}

export default defineConfig({
  test: {
    globalSetup: './test/site/site-folder.ts',
    projects: [
      { extends: true, test: { name: 'alone', include: ALONE, isolate: true } },
      {
        extends: true,
        test: { name: 'together', include: ['test/**/*.test.ts'], exclude: ALONE, isolate: false },
      },
    ],
    // Two cores, and the browser wants one of them.
    maxWorkers: 2,
    sequence: { sequencer: LongFirst },
    // V8 optimises a function when it has run nine times as much: most run seldom here, and two processes that are at it all
    // the time leave nothing for its threads. A seventh less CPU for the stories.
    execArgv: ['--interrupt-budget=600000'],
    // A busy machine is slow, not wrong.
    testTimeout: 180_000,
    hookTimeout: 300_000,
    reporters: ['default', './test/closing-line.ts'],
  },
});
