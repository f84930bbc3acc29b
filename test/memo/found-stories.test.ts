import { describe, it, vi } from 'vitest';
import type { Edit } from './edits.ts';
import { play, type Story } from './play.ts';

vi.mock('../../src/picture/draw.ts', () => import('../picture/drawn-as-text.ts'));

const MOT = 'content/dang/a/mot.md';
const BA = 'content/dang/b/2020/ba.md';
const KHAC = 'content/dang/a/khac.md';
const ADDED: Edit = { does: 'append', path: MOT, text: '\nThêm một.\n' };

function article(path: string, ...more: readonly string[]): Edit {
  const fields = ['title: Đại hội', 'date: 17/02/2020 15:47', ...more].join('\n');
  return { does: 'write', path, text: `---\n${fields}\n---\n\nHội nghị sơ kết.\n` };
}

/** Each was wrong once, and is short; random ones may take a thousand others to come upon it again. */
const FOUND: readonly (readonly [what: string, steps: Story['steps']])[] = [
  [
    'a page that a process before made shows a text which has changed',
    [[{ does: 'kill', after: 0 }], [{ does: 'delete', path: 'content/doan/nam.md' }], [ADDED]],
  ],
  [
    'a feed is of one article, then of another, then of the first again',
    [
      [article(BA, 'also: doan')],
      [ADDED],
      [article(BA), { does: 'delete', path: MOT }],
      [article(MOT)],
      [article(BA, 'also: doan')],
      [ADDED],
    ],
  ],
  [
    'a file becomes a folder of the same address, and is written on',
    [
      [ADDED],
      [{ does: 'rename', from: MOT, to: 'content/dang/a/mot/index.md' }],
      [{ does: 'append', path: 'content/dang/a/mot/index.md', text: '\nThêm hai.\n' }],
    ],
  ],
  [
    'a file gets another name and keeps its address by its slug, and is written on',
    [
      [article(MOT, 'slug: mot'), ADDED],
      [{ does: 'rename', from: MOT, to: KHAC }],
      [{ does: 'append', path: KHAC, text: '\nThêm hai.\n' }],
    ],
  ],
  [
    'a file beside an article comes and goes, and others lead to its address',
    [
      [
        { does: 'write', path: 'content/dang/a/kh.pdf', text: '%PDF-1.4' },
        { ...ADDED, text: '\nXem [kế hoạch](/dang/a/khac/kh.pdf).\n' },
        article(KHAC),
      ],
      [article(KHAC, 'attachments: kh.pdf')],
      [{ ...ADDED, path: KHAC }],
      [ADDED],
      [{ does: 'rename', from: KHAC, to: 'content/dang/a/khac/index.md' }],
      [{ does: 'rename', from: 'content/dang/a/kh.pdf', to: 'content/dang/a/khac/kh.pdf' }],
      [ADDED],
      [{ does: 'delete', path: 'content/dang/a/khac/index.md' }],
      [article(BA)],
    ],
  ],
];

describe.each([
  ['in one process', false],
  ['in a process for each step', true],
])('stories that went wrong once, %s', (_, restarts) => {
  it.each(FOUND)('%s', (_, steps) => {
    play({ steps, restarts });
  });
});
