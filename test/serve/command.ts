import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, onTestFinished } from 'vitest';
import { listFiles } from '../site/sample-site.ts';
import { article, REPOSITORY, SITE_YAML, section } from '../support.ts';

export const COMMAND = path.join(REPOSITORY, 'build/bantin.js');
export const NOW = '1795500000';

/** A site in a folder of its own, which goes with the test. */
export interface Workplace {
  readonly root: string;
  at(name: string): string;
  write(name: string, text: string): void;
}

export function workplace(files: Readonly<Record<string, string>> = {}): Workplace {
  const root = mkdtempSync(path.join(tmpdir(), 'bantin-dev-'));
  onTestFinished(() => rmSync(root, { recursive: true, force: true, maxRetries: 5 }));
  const at = (name: string): string => path.join(root, ...name.split('/'));
  const write = (name: string, text: string): void => {
    mkdirSync(path.dirname(at(name)), { recursive: true });
    writeFileSync(at(name), text);
  };
  const sound = {
    'content/site.yaml': SITE_YAML,
    'content/tin/_index.md': section('Tin tức'),
    'content/tin/bai.md': article('title: Bài\ndate: 17/02/2020 15:47'),
  };
  for (const [name, text] of Object.entries({ ...sound, ...files })) write(name, text);
  return { root, at, write };
}

export interface RunningCommand {
  /** `http://localhost:4001/`, as the terminal shows it. */
  readonly address: string;
  /** All that it has said. */
  said(): string;
  /** Waits until it has said that, since `from` characters. */
  says(words: string | RegExp, from?: number): Promise<void>;
  /** Presses Ctrl-C; gives the exit status. */
  stop(signal?: NodeJS.Signals): Promise<number | null>;
  /** What the server answers. */
  get(target: string, headers?: Readonly<Record<string, string>>): Promise<Response>;
}

/** Runs `bantin` in a site until the test ends, and waits for its address. */
export async function run(
  root: string,
  args: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): Promise<RunningCommand> {
  const child = spawn(process.execPath, [COMMAND, ...args], {
    cwd: root,
    env: { PATH: process.env['PATH'] ?? '', SOURCE_DATE_EPOCH: NOW, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let text = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8');
    stream.on('data', (more: string) => {
      text += more;
    });
  }
  const ended = new Promise<number | null>((resolve) => child.on('close', resolve));
  onTestFinished(() => {
    child.kill('SIGKILL');
  });
  const addressOf = (): string => /http:\/\/\S+/.exec(text)?.[0] ?? '';
  const isUp = (): boolean => addressOf() !== '' || child.exitCode !== null;
  await expect.poll(isUp, { timeout: 30_000, interval: 20 }).toBe(true);
  const address = addressOf();
  if (address === '') throw new Error(text);
  return {
    address,
    said: () => text,
    async says(words, from = 0) {
      const isSaid = (): boolean => {
        const said = text.slice(from);
        return typeof words === 'string' ? said.includes(words) : words.test(said);
      };
      await expect
        .poll(() => (isSaid() ? 'so' : text.slice(from)), { timeout: 20_000, interval: 10 })
        .toBe('so');
    },
    async stop(signal = 'SIGINT') {
      child.kill(signal);
      return ended;
    },
    get: (target, headers = {}) => fetch(new URL(target, address), { headers, redirect: 'manual' }),
  };
}

/** Every file below a folder with its text. */
export function textsIn(folder: string): Record<string, string> {
  return Object.fromEntries(
    listFiles(folder).map((name) => [name, readFileSync(path.join(folder, name), 'latin1')]),
  );
}
