import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import type { Doubtful } from '../../src/serve/gathering.ts';
import type { Folders } from '../../src/serve/watch.ts';

/** Every file below a folder with its text. */
export function readFolder(folder: string): Map<string, string> {
  const files = new Map<string, string>();
  const visit = (at: string): void => {
    for (const entry of readdirSync(at, { withFileTypes: true })) {
      const file = path.join(at, entry.name);
      if (entry.isDirectory()) visit(file);
      else files.set(file, readFileSync(file, 'utf8'));
    }
  };
  visit(folder);
  return files;
}

/** Of a folder in which there is `dist`, which is nobody's business. */
export function foldersOf(root: string): Folders {
  const list = (folder: string): string[] => [
    folder,
    ...readdirSync(folder, { withFileTypes: true })
      .filter((entry) => entry.isDirectory() && entry.name !== 'dist')
      .flatMap(({ name }) => list(path.join(folder, name))),
  ];
  return { has: (file) => kindOf(file)?.isDirectory() === true, list: () => list(root) };
}

function kindOf(file: string) {
  try {
    return statSync(file, { throwIfNoEntry: false });
  } catch {
    // Below a file there is nothing.
    return undefined;
  }
}

/** A copy of a folder that looks again at what is in doubt, and at nothing else. */
export function mirrorOf(folder: string) {
  let files = readFolder(folder);
  return {
    get files() {
      return files;
    },
    look(doubtful: Doubtful): void {
      if (doubtful === 'everything') {
        files = readFolder(folder);
        return;
      }
      for (const file of doubtful) {
        for (const known of [...files.keys()]) {
          if (known === file || known.startsWith(`${file}${path.sep}`)) files.delete(known);
        }
        const kind = kindOf(file);
        if (kind?.isFile()) files.set(file, readFileSync(file, 'utf8'));
        else if (kind?.isDirectory()) for (const [name, text] of readFolder(file)) files.set(name, text);
      }
    },
  };
}
