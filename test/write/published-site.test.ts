import { expect, test } from 'vitest';
import { publishedSite } from '../../src/write/records.ts';
import { faulty } from './intercepted-disk.ts';
import { common, complaints, publish } from './little-site.ts';
import { memoryDisk } from './memory-disk.ts';
import { a, b, buildBroken, callsOfB, clean, RECORDS, ROOT } from './three-sites.ts';

const numbers = [...callsOfB.keys()];
const versions = [a, b].map((files) => publishedSite(clean(files), ROOT)?.version);

test.each(['refused', 'killed'] as const)('of a site that is out in part (%s), no link is dead', (fault) => {
  let inPart = 0;
  for (const at of numbers) {
    const { disk } = buildBroken(at, fault);
    const site = publishedSite(disk, ROOT);
    const paths = new Set(site?.paths);
    const read = (path: string): string | undefined => {
      const bytes = paths.has(path) ? disk.read(`${ROOT}/${path}`) : undefined;
      return bytes && Buffer.from(bytes).toString();
    };
    const message = `call ${at}: ${callsOfB[at]?.path}`;
    expect(complaints(read, common([a, b]), [a, b]), message).toEqual([]);
    expect(
      [...paths].filter((path) => disk.stat(`${ROOT}/${path}`) === undefined),
      message,
    ).toEqual([]);
    expect([...paths].filter((path) => path.includes('theirs') || path === 'google.html')).toEqual([]);
    if (disk.read(`${RECORDS}/journal.json`) === undefined)
      expect(versions, message).toContain(site?.version);
    else {
      inPart++;
      expect(versions, message).not.toContain(site?.version);
    }
  }
  expect(inPart).toBeGreaterThan(5);
});

test('of a first site that is out in part, what stands there is known', () => {
  const disk = memoryDisk();
  const isOut = (): boolean => disk.stat(`${ROOT}/style-a.css`) !== undefined;
  for (let at = 0; !isOut(); at++) {
    try {
      publish(faulty(disk, at, 'refused'), ROOT, a);
    } catch {}
  }
  expect(disk.stat(`${RECORDS}/manifest.json`)).toBeUndefined();
  const paths = [...(publishedSite(disk, ROOT)?.paths ?? [])];
  expect(paths).toContain('style-a.css');
  expect(paths.every((path) => disk.stat(`${ROOT}/${path}`)?.kind === 'file')).toBe(true);
});
