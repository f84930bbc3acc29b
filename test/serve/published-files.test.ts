import { mkdirSync, writeFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { nodeFileSystem } from '../../src/read/node-file-system.ts';
import { publishedFiles } from '../../src/serve/published-files.ts';
import { writeJournal } from '../../src/write/journal.ts';
import { publishedSite } from '../../src/write/records.ts';
import { build, disk, put, SITE } from '../write/real-site.ts';
import { temporaryFolder } from '../write/temporary-folder.ts';

it('a site that is out in part is served as it stands, file by file', () => {
  const root = temporaryFolder();
  build(root, SITE);
  const site = publishedFiles(nodeFileSystem(root), () => publishedSite(disk, root), '');
  expect([site().has('index.html'), site().has('moi/index.html')]).toEqual([true, false]);
  mkdirSync(`${root}/.bantin`, { recursive: true });
  const claims = new Map([['moi/index.html', { intent: 'add', kind: 'page' } as const]]);
  writeFileSync(`${root}/.bantin/journal.json`, writeJournal({ phase: 1, claims }));
  expect(site().has('moi/index.html')).toBe(false);
  put(root, 'moi/index.html', 'new');
  expect([site().has('index.html'), site().has('moi/index.html')]).toEqual([true, true]);
});
