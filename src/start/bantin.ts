#!/usr/bin/env node
import { fileURLToPath } from 'node:url';
import { loadProgram } from './program.ts';

const file = fileURLToPath(new URL('./bantin-command.cjs', import.meta.url));
const { exports } = loadProgram<typeof import('../cli/main.ts')>(file);
process.exitCode = await exports.main(process.argv.slice(2));
