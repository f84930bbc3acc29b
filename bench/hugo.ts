import { spawnSync } from 'node:child_process';
import { type Run, run } from './processes.ts';

/** `0.111.3`; undefined if there is no `hugo`. */
export function hugoVersion(): string | undefined {
  const { error, stdout } = spawnSync('hugo', ['version'], { encoding: 'utf8' });
  return error === undefined ? (/\d+(?:\.\d+)+/.exec(stdout)?.[0] ?? 'unknown') : undefined;
}

/** Builds the site in `root` into `out`, whatever the day is. */
export function buildWithHugo(root: string, out: string): Promise<Run> {
  return run('hugo', ['--quiet', '--buildFuture', '-d', out], root);
}
