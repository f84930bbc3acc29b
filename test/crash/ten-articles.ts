import { fingerprint } from '../../src/base/fingerprint.ts';
import { type BuildInput, type BuildResult, build } from '../../src/build.ts';
import { emptyMemos, type Memos } from '../../src/memo/memos.ts';
import { memoStore } from '../../src/memo/store.ts';
import type { FileSystem } from '../../src/read/file-system.ts';
import { type MemoryFiles, memoryFileSystem } from '../../src/read/memory-file-system.ts';
import type { Disk } from '../../src/write/disk.ts';
import { openPublication } from '../../src/write/publish.ts';
import { article, buildInput, SITE_YAML, section } from '../support.ts';
import { type MemoryDisk, memoryDisk } from '../write/memory-disk.ts';
import { LINKED_THEME } from './linked-theme.ts';

/** The least that is read as a picture: the head of a GIF, and words that tell one from another. */
function picture(words: string): string {
  return `GIF89a\x01\0\x01\0${words}`;
}

const common: MemoryFiles = {
  'content/site.yaml': SITE_YAML,
  'content/tin/_index.md': section('Tin'),
  'content/tin/hoi/_index.md': section('Hội'),
  'content/_public/favicon.svg': '<svg xmlns="http://www.w3.org/2000/svg" width="16" height="16"/>',
  'content/tin/mot/index.md': article('title: Một\ndate: 17/02/2020 15:47', '![Ảnh](anh.png)'),
  'content/tin/mot/anh.png': picture('ảnh một'),
  'content/tin/hai/index.md': article('title: Hai\ndate: 18/02/2020', '![Ảnh](anh.png)\n\n[Tệp](tep.pdf)'),
  'content/tin/hai/tep.pdf': 'tệp hai',
  'content/tin/hai/anh.png': { link: 'content/tin/mot/anh.png' },
  'content/tin/ba.md': article('title: Ba\ndate: 19/02/2020\ntags: [Đại hội]', 'Xem [một](/tin/mot/).'),
  'content/tin/bon.md': article('title: Bốn\ndate: 20/02/2020'),
  'content/tin/hoi/nam.md': article('title: Năm\ndate: 21/03/2021\ntags: [Đại hội]'),
  'content/tin/hoi/sau.md': article('title: Sáu\ndate: 22/03/2021'),
  'content/tin/hoi/bay.md': article('title: Bảy\ndate: 23/03/2021'),
  'content/tin/hoi/tam.md': article('title: Tám\ndate: 24/03/2021'),
};

/** Ten articles with photos, an attachment and a link among them. */
export const BEFORE: MemoryFiles = {
  ...common,
  'content/tin/chin/index.md': article('title: Chín\ndate: 25/03/2021', '![Ảnh](anh.png)'),
  'content/tin/chin/anh.png': picture('ảnh chín'),
  'content/tin/muoi.md': article('title: Mười\ndate: 26/03/2021', 'Xem [chín](/tin/chin/).'),
  'templates/assets/print.css': 'p { color: black; }',
};

/** An article came, one went, one has a new name, others have new words and photos. */
export const AFTER: MemoryFiles = {
  ...common,
  'content/tin/mot/anh.png': picture('ảnh khác'),
  'content/tin/bon.md': article('title: Bốn sửa\ndate: 20/02/2020\ntags: [Đại hội]'),
  'content/tin/muoi-moi.md': article('title: Mười\ndate: 26/03/2021', 'Xem [mười một](/tin/muoi-mot/).'),
  'content/tin/muoi-mot/index.md': article('title: Mười một\ndate: 27/03/2021', '![Ảnh](anh.png)'),
  'content/tin/muoi-mot/anh.png': picture('ảnh mười một'),
  'templates/assets/print.css': 'p { color: red; }',
};

export const ROOT = '/out';

export const theme = memoryFileSystem(LINKED_THEME);

/** A file system in memory whose stamps may be trusted, as those of a disk's older files. */
export function stamped(files: MemoryFiles): FileSystem {
  const memory = memoryFileSystem(files);
  const stamps = new Map<string, string>();
  return {
    ...memory,
    stat(path) {
      const stamp = stamps.get(path) ?? fingerprint(memory.read(path));
      stamps.set(path, stamp);
      // An object of its own each time: the same one would say that nobody need look again.
      return { ...memory.stat(path), stamp };
    },
  };
}

/** Compiled once: that takes longer than all the rest of a build. */
const { templates } = emptyMemos();

export function forgetful(): Memos {
  return { ...emptyMemos(), templates };
}

export function buildOnto(
  disk: Disk,
  site: FileSystem,
  memos: Memos,
  options: Partial<BuildInput> = {},
): BuildResult {
  const input = buildInput({
    site,
    theme,
    publication: () => openPublication(disk, ROOT, { pid: 1, startedAt: '' }, () => false),
    ...options,
  });
  return build(input, memos);
}

export function cleanOf(files: MemoryFiles): MemoryDisk {
  const disk = memoryDisk();
  const { ok, diagnostics } = buildOnto(disk, stamped(files), forgetful());
  if (!ok) throw new Error(JSON.stringify(diagnostics));
  return disk;
}

/** What a build of `BEFORE` left: its output, and what it remembers, in the process or on the disk. */
export function published() {
  const disk = memoryDisk();
  const store = memoStore(memoryDisk(), '/cache', 'memo', 'test');
  const first = forgetful();
  buildOnto(disk, stamped(BEFORE), first);
  store.save(first);
  const load = (): Memos => ({ ...store.load(), templates });
  return {
    output: () => disk.copy(),
    /** As a process has it that has just started. */
    stored: load,
    /** As a process has it that made the last build too. */
    kept(): Memos {
      const memos = load();
      buildOnto(disk.copy(), stamped(BEFORE), memos);
      return memos;
    },
  };
}

/** All that is on a disk: every path with its text, null for folders. */
export type Everything = Readonly<Record<string, string | null>>;

/** The first path at which there is something else on the disk than expected; undefined if there is none. */
export function differenceOn(disk: MemoryDisk, expected: Everything): string | undefined {
  const found: Everything = disk.snapshot();
  const paths = new Set([...Object.keys(expected), ...Object.keys(found)]);
  // Thousands of times the same texts: `expect` would take longer for them than a build.
  for (const path of paths) if (found[path] !== expected[path]) return path;
  return undefined;
}
