import { type Call, type Fault, faulty, recorded } from './intercepted-disk.ts';
import { type LittleSite, publish, render } from './little-site.ts';
import { type MemoryDisk, memoryDisk } from './memory-disk.ts';

/** Articles come, change and go, with photos; lists link to them, they link to their neighbours. */
const SITE_A: LittleSite = {
  'index.html': ['tin/index.html', 'tin/1/index.html', 'cu/2.html', 'style-a.css'],
  'tin/index.html': ['tin/1/index.html', 'tin/2/index.html', 'style-a.css'],
  'tin/1/index.html': ['tin/1/anh.jpg', 'tin/2/index.html', 'index.html'],
  'tin/1/anh.jpg': 'asset',
  'tin/2/index.html': ['tin/1/index.html', 'tin/2/tep/a.pdf'],
  'tin/2/tep/a.pdf': 'asset',
  'cu/1.html': ['index.html'],
  'cu/2.html': ['cu/1.html'],
  'style-a.css': 'asset',
};
const SITE_B: LittleSite = {
  'index.html': ['tin/index.html', 'tin/3/index.html', 'the/index.html', 'moi/1.html', 'style-b.css'],
  'tin/index.html': ['tin/3/index.html', 'tin/1/index.html', 'style-b.css'],
  'tin/1/index.html': ['tin/1/anh.jpg', 'tin/3/index.html', 'index.html'],
  'tin/1/anh.jpg': 'asset',
  'tin/3/index.html': ['tin/1/index.html', 'tin/3/anh.jpg', 'the/index.html'],
  'tin/3/anh.jpg': 'asset',
  'moi/1.html': ['moi/2.html'],
  'moi/2.html': ['moi/1.html'],
  'the/index.html': ['tin/3/index.html', 'tin/1/index.html'],
  'style-b.css': 'asset',
};
/**
 * Comes after a build of B that was stopped, and meets what that left: `moi/1.html` placed and what it links to not;
 * `the/index.html` linked already, and now to something new; `cu/2.html` still there and what it links to gone.
 */
const SITE_C: LittleSite = {
  'index.html': ['tin/2/index.html', 'the/index.html', 'cu/2.html', 'moi/1.html', 'style-a.css'],
  'tin/index.html': ['tin/2/index.html', 'tin/4/index.html'],
  'tin/2/index.html': ['tin/2/tep/a.pdf', 'tin/4/index.html'],
  'tin/2/tep/a.pdf': 'asset',
  'the/index.html': ['tin/4/index.html'],
  'tin/4/index.html': ['tin/index.html'],
  'cu/2.html': [],
  'moi/1.html': [],
  'style-a.css': 'asset',
};
export const a = render(SITE_A, 'A');
export const b = render(SITE_B, 'B');
export const c = render(SITE_C, 'C');
const THEIRS = {
  'google.html': 'theirs',
  'tin/2/tep/theirs.txt': 'theirs',
  'the/theirs.txt': 'theirs',
};

export const ROOT = '/out';
export const RECORDS = `${ROOT}/.bantin`;

function withTheirs(disk: MemoryDisk): MemoryDisk {
  for (const [path, text] of Object.entries(THEIRS)) {
    const file = `${ROOT}/${path}`;
    disk.makeFolder(file.slice(0, file.lastIndexOf('/')));
    disk.write(file, Buffer.from(text));
  }
  return disk;
}

export function clean(files: ReadonlyMap<string, string>): MemoryDisk {
  const disk = withTheirs(memoryDisk());
  publish(disk, ROOT, files);
  return disk;
}

/** All there is, with the manifest, when a build has ended well. */
export const everything = (disk: MemoryDisk) => disk.snapshot();
export const site = (disk: MemoryDisk) => disk.snapshot(RECORDS);

export const cleanA = clean(a);
export const cleanB = everything(clean(b));
export const cleanC = everything(clean(c));

/** The build of B over A in which call number `at` goes wrong. */
export function buildBroken(at: number, fault: Fault, code?: string) {
  const disk = cleanA.copy();
  const calls: Call[] = [];
  let thrown: unknown;
  try {
    publish(recorded(faulty(disk, at, fault, code), calls), ROOT, b);
  } catch (cause) {
    thrown = cause;
  }
  const touched = calls
    .slice(0, fault === 'refused' || fault === 'killed' ? at : at + 1)
    .some(({ name, path }) => (name === 'rename' || name === 'removeFile') && !path.startsWith(RECORDS));
  return { disk, calls, thrown, touched };
}

export const callsOfB = buildBroken(-1, 'refused').calls;
