import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { OutputError, type WriteSummary } from '../../src/write/output.ts';
import { publish } from './little-site.ts';
import { hastyDisk } from './temporary-folder.ts';

export const disk = hastyDisk();

export type Files = Record<string, string>;

/** Publishes the files in a folder of the machine. */
export function build(root: string, files: Files): WriteSummary {
  return publish(disk, root, new Map(Object.entries(files)));
}

/** The codes and paths of what a build was refused for. */
export function refusal(operation: () => unknown): string[] {
  try {
    operation();
  } catch (cause) {
    if (!(cause instanceof OutputError)) throw cause;
    return cause.diagnostics.map(({ code, params }) => ('path' in params ? `${code} ${params.path}` : code));
  }
  return ['nothing was thrown'];
}

export function put(root: string, path: string, text: string): void {
  mkdirSync(dirname(`${root}/${path}`), { recursive: true });
  writeFileSync(`${root}/${path}`, text);
}

export function folders(...paths: string[]): Record<string, null> {
  return Object.fromEntries(paths.map((path) => [path, null]));
}

export const SITE: Files = {
  'index.html': 'front',
  'tin/bai-1/index.html': 'one',
  'tin/bai-1/anh.jpg': 'photo asset',
  'assets/style.css': 'style asset',
};
export const SITE_FOLDERS = folders('tin', 'tin/bai-1', 'assets');
