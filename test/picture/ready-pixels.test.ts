import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { iconName, iconPixels } from '../../src/picture/icon.ts';
import { BACKDROP, backdropPixels } from '../../src/picture/sharing-picture.ts';
import { ICONS } from '../../src/plan/drawn-pictures.ts';
import { article, buildInMemory, REPOSITORY, SITE_YAML, section } from '../support.ts';

const COMMAND = path.join(REPOSITORY, 'build/bantin.js');
const root = mkdtempSync(path.join(tmpdir(), 'bantin-pixels-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

const SITE = {
  'content/site.yaml': `${SITE_YAML}theme:\n  colour: "#0b5d3b"\n  accent: "#d0a040"\n`,
  'content/tin/_index.md': section('Hội Cựu chiến binh'),
  'content/tin/bai.md': article('title: Bài\ndate: 17/02/2020'),
};

it('what the bundled program draws from ready pixels is what is drawn from nothing', () => {
  for (const [name, text] of Object.entries(SITE)) {
    mkdirSync(path.dirname(path.join(root, name)), { recursive: true });
    writeFileSync(path.join(root, name), text);
  }
  const { status, stderr } = spawnSync(process.execPath, [COMMAND, 'build'], { cwd: root, encoding: 'utf8' });
  expect([status, stderr]).toEqual([0, expect.any(String)]);
  const { files } = buildInMemory(SITE);
  const drawn = [...files].filter(([name]) => name.endsWith('.png'));
  expect(drawn.map(([name]) => name).sort()).toEqual([
    'chia_se.png',
    'icon_180.png',
    'icon_192.png',
    'icon_512.png',
    'icon_maskable.png',
    'tin/chia_se.png',
  ]);
  for (const [name, text] of drawn) {
    const bundled = new TextDecoder().decode(readFileSync(path.join(root, 'dist', name)));
    expect([name, bundled === text]).toEqual([name, true]);
  }
});

it('the bundled program has the pixels of every icon and of the ground of all pictures', () => {
  const whole = readFileSync(path.join(REPOSITORY, 'build/bantin-command.cjs'), 'utf8');
  const icons = ICONS.map(([, size, shape]) => ({ size, shape }));
  const pixels = [
    [BACKDROP, backdropPixels()] as const,
    ...icons.map((icon) => [iconName(icon), iconPixels(icon)] as const),
  ];
  const has = (text: string): boolean => whole.includes(text);
  for (const [name, bytes] of pixels) {
    expect([name, has(name), has(Buffer.from(bytes).toString('base64'))]).toEqual([name, true, true]);
  }
});
