import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { generateArticle, writeArticle, writeSite } from '../../bench/corpus.ts';
import { buildGenerated } from '../../bench/publish.ts';
import { REPOSITORY } from '../support.ts';
import { listFiles } from './sample-site.ts';

const NOW = Date.UTC(2026, 10, 20, 2) / 1000;
const SCRIPT = path.join(REPOSITORY, 'scripts/upload.sh');

/**
 * As much of rclone as the script needs, with a folder for a remote: it takes files by their names and never looks for
 * any. Says in a log what it did.
 */
const RCLONE = `#!${process.execPath}
const fs = require('node:fs');
const path = require('node:path');
const [verb, ...rest] = process.argv.slice(2);
const at = rest.indexOf('--files-from-raw');
const names = at < 0 ? [] : fs.readFileSync(rest.splice(at, 2)[1], 'utf8').split('\\n').filter(Boolean);
const [from, to] = rest.filter((word) => !word.startsWith('--'));
if (process.env.BROKEN) {
  console.error('broken');
  process.exit(7);
}
const log = (what) => fs.appendFileSync(process.env.LOG, verb + ' ' + what + '\\n');
const copy = (source, target) => {
  fs.mkdirSync(path.dirname(target), { recursive: true });
  fs.copyFileSync(source, target);
};
if (verb === 'cat' && !fs.existsSync(from)) process.exit(3);
if (verb === 'cat') process.stdout.write(fs.readFileSync(from));
for (const name of names) {
  if (verb === 'copy') copy(path.join(from, name), path.join(to, name));
  if (verb === 'delete') fs.unlinkSync(path.join(from, name));
  log(name);
}
if (verb === 'copyto') {
  copy(from, to);
  log('manifest');
}
`;

const folder = mkdtempSync(path.join(tmpdir(), 'bantin-upload-'));
const root = path.join(folder, 'site');
const remote = path.join(folder, 'remote');
const log = path.join(folder, 'log');
afterAll(() => rmSync(folder, { recursive: true, force: true }));

beforeEach(() => {
  mkdirSync(path.join(folder, 'bin'), { recursive: true });
  const rclone = path.join(folder, 'bin/rclone');
  writeFileSync(rclone, RCLONE);
  chmodSync(rclone, 0o755);
  rmSync(remote, { recursive: true, force: true });
  writeSite(root, { articles: 150, end: NOW });
  buildGenerated(root, NOW);
});

function upload(more: Record<string, string> = {}) {
  writeFileSync(log, '');
  const env = {
    ...process.env,
    PATH: `${path.join(folder, 'bin')}:${process.env['PATH']}`,
    LOG: log,
    ...more,
  };
  const { status, stdout, stderr } = spawnSync('sh', [SCRIPT, path.join(root, 'dist'), remote], {
    env,
    encoding: 'utf8',
  });
  const lines = (text: string): string[] => text.split('\n').filter(Boolean);
  return { status, stderr, forgotten: lines(stdout), did: lines(readFileSync(log, 'utf8')) };
}

/** Every file of the site, but for what only a build needs. */
function same(): boolean {
  return listFiles(remote).every((file) =>
    readFileSync(path.join(remote, file)).equals(readFileSync(path.join(root, 'dist', file))),
  );
}

describe.skipIf(process.platform === 'win32')('an upload', () => {
  it('brings all at first, then only what one publication changed, the manifest last', () => {
    const first = upload();
    expect(first).toMatchObject({ status: 0, forgotten: [] });
    expect(first.did.length).toBe(listFiles(path.join(root, 'dist')).length);

    const article = generateArticle(150, NOW + 60, 4);
    writeArticle(root, article);
    buildGenerated(root, NOW + 60);
    const { status, forgotten, did } = upload();
    expect(status).toBe(0);
    expect(did.length).toBeLessThanOrEqual(50);
    expect(did[0]).toMatch(/bai-so-151\/index\.html$/);
    expect(did.at(-1)).toBe('copyto manifest');
    expect(forgotten).toContain('index.html');
    expect(forgotten).not.toContain(`dang-doan-the/${article.section}/${article.slug}/index.html`);
    expect(same()).toBe(true);
    expect(upload()).toMatchObject({ status: 0, forgotten: [], did: ['copyto manifest'] });
  });

  it('takes away what went, after everything else', () => {
    upload();
    const article = generateArticle(149, NOW);
    rmSync(path.join(root, article.path));
    buildGenerated(root, NOW);
    const { did, forgotten } = upload();
    const gone = did.filter((line) => line.startsWith('delete'));
    expect(gone).toContain(`delete dang-doan-the/${article.section}/${article.slug}/index.html`);
    expect(did.slice(-1 - gone.length)).toEqual([...gone, 'copyto manifest']);
    expect(forgotten).toContain(`dang-doan-the/${article.section}/${article.slug}/index.html`);
    expect(same()).toBe(true);
  });

  it('stops where the remote cannot be asked, instead of bringing all', () => {
    upload();
    const { status, stderr, did } = upload({ BROKEN: '1' });
    expect({ status, did }).toEqual({ status: 1, did: [] });
    expect(stderr).toContain('broken');
  });

  it.runIf(hasRclone())('is what rclone itself does', () => {
    const bring = (): string =>
      execFileSync('sh', [SCRIPT, path.join(root, 'dist'), remote], { encoding: 'utf8', stdio: 'pipe' });
    bring();
    writeArticle(root, generateArticle(150, NOW + 60, 4));
    buildGenerated(root, NOW + 60);
    expect(bring().split('\n').filter(Boolean).length).toBeLessThanOrEqual(50);
    expect(same()).toBe(true);
    expect(existsSync(path.join(remote, '.bantin/manifest.json'))).toBe(true);
  });
});

function hasRclone(): boolean {
  return spawnSync('rclone', ['version']).status === 0;
}
