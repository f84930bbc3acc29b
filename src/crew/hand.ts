import { workerData } from 'node:worker_threads';
import { attend } from './attend.ts';
import type { Welcome } from './orders.ts';

attend(workerData as Welcome);
