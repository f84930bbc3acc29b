import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { onTestFinished } from 'vitest';
import type { Disk } from '../../src/write/disk.ts';
import { nodeDisk } from '../../src/write/node-disk.ts';

/** A new folder that goes when the test is over. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'bantin-write-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** The disk of the machine, but nobody waits for the medium: in a test the power is not cut. */
export function hastyDisk(): Disk {
  const disk = nodeDisk();
  return { ...disk, writeDurably: disk.write };
}

/** Every path below a folder with its text; `null` for folders. Records are left out unless asked for. */
export function filesIn(folder: string, withRecords = false): Record<string, string | null> {
  const found: Record<string, string | null> = {};
  const visit = (relative: string): void => {
    for (const entry of readdirSync(path.join(folder, relative), { withFileTypes: true })) {
      const name = relative === '' ? entry.name : `${relative}/${entry.name}`;
      if (name === '.bantin' && !withRecords) continue;
      found[name] = entry.isFile() ? readFileSync(path.join(folder, name), 'utf8') : null;
      if (entry.isDirectory()) visit(name);
    }
  };
  visit('');
  return Object.fromEntries(Object.entries(found).sort(([a], [b]) => (a < b ? -1 : 1)));
}
