import { fileURLToPath } from 'node:url';
import { loadProgram } from '../../build/start/program.js';

// The bundled command, as build/bantin.js runs it; each message is its arguments.
const { exports } = loadProgram(fileURLToPath(new URL('../../build/bantin-command.cjs', import.meta.url)));
process.on('message', async (args) => process.send(await exports.main(args)));
