import { fileURLToPath } from 'node:url';
import { workerData } from 'node:worker_threads';
import { loadProgram } from './program.ts';

const file = fileURLToPath(new URL('./bantin-attend.cjs', import.meta.url));
const { exports } = loadProgram<typeof import('../crew/attend.ts')>(file);
exports.attend(workerData);
