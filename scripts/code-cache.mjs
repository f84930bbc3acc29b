/**
 * Keeps V8's code of the bundled scripts, of all functions that a build calls: without it a tenth of a build of 1,000
 * articles, and a fifth of one that finds nothing changed, is spent on compiling them once more. Each script is run in a
 * process of its own, on a copy of the sample site, whose mistakes are told by whoever builds it. Run by `npm run compile`;
 * the program runs as well without, so that nothing was kept only makes it start later, and one of its tests fail.
 */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import v8 from 'node:v8';
import { MessageChannel } from 'node:worker_threads';
import { allocateYoung, compilePlainly } from '../build/cli/engine.js';
import { SIGNAL } from '../build/crew/orders.js';
import { NO_SETTINGS, parseSettingsFile } from '../build/parse/settings.js';
import { isCodeKept, keepCode, loadProgram } from '../build/start/program.js';
import { createPacker } from '../build/write/packed-files.js';

const ROLES = { command: warmCommand, attend: warmThread };

const [role] = process.argv.slice(2);
if (role === undefined) {
  for (const name of Object.keys(ROLES).filter((each) => !isCodeKept(scriptOf(each)))) {
    const { status, stdout, stderr } = spawnSync(process.execPath, [fileURLToPath(import.meta.url), name], {
      encoding: 'utf8',
    });
    if (status !== 0) console.error(`No code of ${scriptOf(name)} was kept:\n${stdout}${stderr}`);
  }
} else {
  const root = mkdtempSync(path.join(tmpdir(), 'bantin-code-'));
  try {
    cpSync('content', path.join(root, 'content'), { recursive: true });
    const file = scriptOf(role);
    keepCode(file, await ROLES[role](file, root));
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

function scriptOf(name) {
  return path.resolve(`build/bantin-${name}.cjs`);
}

/** Builds from nothing, after edits, and with nothing changed; looks for findings. */
async function warmCommand(file, root) {
  // V8 takes code only under the flags that it was made under, which are those of a program that has just started.
  v8.setFlagsFromString = () => {};
  const program = loadProgram(file);
  const run = (command, ...args) => program.exports.main([command, '--root', root, ...args]);
  const article = path.join(root, articlesOf(root)[0]);
  const write = (edit) => writeFileSync(article, edit(readFileSync(article, 'utf8')));
  await run('build', '--keep-going', '--workers', '0');
  write((text) => `${text}\nThêm một đoạn.\n`);
  await run('build', '--keep-going', '--workers', '1');
  write((text) => text.replace(/^title:.*/m, 'title: Một tên khác'));
  await run('build', '--keep-going', '--workers', '1');
  rmSync(article);
  await run('build', '--keep-going', '--workers', '1');
  await run('build', '--keep-going');
  await run('check');
  return program;
}

/** Does what a thread is asked for, under the flags of a build from nothing: only that one has so much to do. */
async function warmThread(file, root) {
  allocateYoung();
  compilePlainly();
  const program = loadProgram(file);
  const { port1, port2 } = new MessageChannel();
  const signal = new Int32Array(new SharedArrayBuffer(SIGNAL.length * Int32Array.BYTES_PER_ELEMENT));
  program.exports.attend({ port: port2, signal });
  const ask = async (task, setup, job) => {
    const answer = new Promise((resolve) => port1.once('message', resolve));
    port1.postMessage({ is: 'begin', task, setup });
    port1.postMessage({ is: 'job', job });
    const { is, failure } = await answer;
    if (is !== 'done') throw new Error(`${task}: ${failure.message}`);
  };
  const sources = articlesOf(root).map((name) => ({
    path: name,
    bytes: readFileSync(path.join(root, name)),
  }));
  const { zone } = parseSettingsFile(NO_SETTINGS, undefined).settings;
  await ask('parse', { zone }, sources);
  const pages = sources.map(({ path: name }) => ({
    path: `${name}/index.html`,
    content: name,
    standing: undefined,
  }));
  await ask('stage', { folder: path.join(root, 'stage') }, createPacker().pack(pages));
  port1.close();
  return program;
}

/** Paths below `root`. */
function articlesOf(root) {
  return readdirSync(path.join(root, 'content'), { recursive: true })
    .filter((name) => name.endsWith('.md') && !name.endsWith('_index.md'))
    .map((name) => path.join('content', name))
    .sort();
}
