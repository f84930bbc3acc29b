import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { bantin, printsIn } from './command.ts';
import { editions, settle } from './editions.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'bantin-full-'));
const disk = path.join(folder, 'disk');
mkdirSync(disk);
const mount = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', disk], { encoding: 'utf8' });
const refusal = mount.status === 0 ? undefined : (mount.stderr || String(mount.error)).trim();
if (refusal !== undefined) {
  console.warn(
    `NOT TESTED: a disk that is really full. No file system of 1 MiB can be mounted here: ${refusal}`,
  );
}

afterAll(() => {
  if (refusal === undefined) spawnSync('umount', [disk]);
  rmSync(folder, { recursive: true, force: true });
});

const [BEFORE, AFTER] = editions(2, 5);
const out = path.join(disk, 'dist');
const ballast = path.join(disk, 'ballast');

function build(files = BEFORE, target = out) {
  const root = path.join(folder, 'site');
  settle(root, files ?? new Map());
  return bantin(['build', '--root', root, '--out', target]);
}

describe.skipIf(refusal !== undefined)('on a real disk of 1 MiB', () => {
  it('what does not fit is not published, the site stays as it was, and the message says why', () => {
    expect(build(BEFORE, path.join(folder, 'before')).status).toBe(0);
    expect(build(AFTER, path.join(folder, 'after')).status).toBe(0);
    const before = printsIn(path.join(folder, 'before'));
    const after = printsIn(path.join(folder, 'after'));
    expect(build(BEFORE).status).toBe(0);
    expect(printsIn(out)).toEqual(before);
    let full = 0;
    let room = 0;
    for (let kibibytes = 8; kibibytes <= 1024 && room === 0; kibibytes += 24) {
      fillUpTo(kibibytes);
      const { status, stderr } = build(AFTER);
      rmSync(ballast);
      const message = `with ${kibibytes} KiB of room: ${stderr}`;
      if (status === 0) {
        room += 1;
        expect(printsIn(out), message).toEqual(after);
        continue;
      }
      full += 1;
      expect(status, message).toBe(2);
      expect(stderr).toContain('ổ đĩa đã đầy');
      expect(stderr).toContain(out);
      expect(printsIn(out), message).toEqual(before);
    }
    expect([full > 5, room]).toEqual([true, 1]);
  });
});

/** Leaves only so much room on the disk. */
function fillUpTo(kibibytes: number): void {
  const { stdout } = spawnSync('df', ['-k', '--output=avail', disk], { encoding: 'utf8' });
  const available = Number(stdout.trim().split('\n').at(-1));
  writeFileSync(ballast, Buffer.alloc(Math.max(0, available - kibibytes) * 1024));
}

it('an output that cannot be made is told in words, and exits 2', () => {
  writeFileSync(path.join(folder, 'file'), '');
  const { status, stderr } = build(BEFORE, path.join(folder, 'file/dist'));
  expect(status).toBe(2);
  expect(stderr).toContain('ENOTDIR');
  expect(stderr).not.toContain('    at ');
});
