import { readFileSync } from 'node:fs';
import path from 'node:path';
import { writeArticle, writeSite } from './corpus.ts';
import type { System } from './system.ts';

/** The command as it is installed. */
const COMMAND = path.resolve('build/bantin.js');

export function bantin(): System {
  const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
  return {
    name: 'bantin',
    version,
    out: 'dist',
    memory: ['dist', '.bantin'],
    build: { command: process.execPath, args: [COMMAND, 'build'] },
    watch: { command: process.execPath, args: [COMMAND, 'dev', '--port', '0'] },
    watchReady: /\d+ written, .* s$/m,
    writeSite,
    writeArticle,
  };
}
