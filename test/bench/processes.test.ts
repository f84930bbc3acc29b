import { tmpdir } from 'node:os';
import { describe, expect, it } from 'vitest';
import { run } from '../../bench/processes.ts';

/** A program that holds so many megabytes for a while. */
const hold = (megabytes: number): string =>
  `const held = Buffer.alloc(${megabytes} * 1024 * 1024, 1); setTimeout(() => held.length, 400);`;
const node = (program: string) => ({ command: process.execPath, args: ['-e', program] });

describe.runIf(process.platform === 'linux')('the memory of a process', () => {
  it('is its own, and that of all processes that it has started', async () => {
    const alone = await run(node(hold(60)), tmpdir());
    const child = `require('node:child_process').spawn(process.execPath, ['-e', ${JSON.stringify(hold(150))}]);`;
    const withChild = await run(node(`${child}${hold(60)}`), tmpdir());
    expect(alone?.peakMegabytes).toBeGreaterThan(90);
    expect(alone?.peakMegabytes).toBeLessThan(200);
    expect(withChild?.peakMegabytes).toBeGreaterThan(250);
  });
});

describe('a process', () => {
  it('has given up when its time is over', async () => {
    expect(await run(node('setInterval(() => {}, 1000)'), tmpdir(), 0.3)).toBeUndefined();
  });

  it('that ends badly is no figure', async () => {
    await expect(run(node('console.error("kaputt"); process.exit(3)'), tmpdir())).rejects.toThrow(
      /: 3\nkaputt/,
    );
  });
});
