import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  interface ProvidedContext {
    /** A folder of this run, in which each process may build the sample site; a process of tests is ended without notice. */
    siteFolder: string;
  }
}

/** Runs before all tests, and what it returns after them. */
export default function setup(project: TestProject): () => void {
  const folder = mkdtempSync(path.join(tmpdir(), 'bantin-site-'));
  project.provide('siteFolder', folder);
  return () => rmSync(folder, { recursive: true, force: true });
}
