import { fingerprint } from '../base/fingerprint.ts';
import type { KnownFile } from '../read/known-files.ts';
import type { Disk } from '../write/disk.ts';
import { type DocumentMemo, emptyMemos, Memo, type Memos, type PageMemo } from './memos.ts';

/** Memos in one file, between runs of the program. */
export interface MemoStore {
  /** Empty if there is no file, or if it is not, to the byte, what this program wrote. */
  load(): Memos;
  /** Does nothing if nothing changed. What the disk refuses is forgotten: the next build is slower, that is all. */
  save(memos: Memos): void;
}

/** As in the file. Lists of templates are few, and many pages have the same. */
interface Sealed {
  readonly files: readonly (readonly [string, KnownFile])[];
  readonly documents: readonly (readonly [string, DocumentMemo])[];
  readonly templates: readonly (readonly string[])[];
  readonly pages: readonly SealedPage[];
}

type SealedPage = readonly [path: string, key: string, templates: string, used: number, fingerprint: string];

/**
 * `file` is absolute, in a folder that is ours alone; `program` changes with every change of the program, for what an
 * older one made may differ.
 */
export function memoStore(disk: Disk, folder: string, name: string, program: string): MemoStore {
  const file = `${folder}/${name}`;
  return {
    load() {
      try {
        const bytes = disk.read(file);
        return (bytes && open(bytes, program)) ?? emptyMemos();
      } catch {
        return emptyMemos();
      }
    },
    save(memos) {
      if (!memos.files.isChanged && !memos.documents.isChanged && !memos.pages.isChanged) return;
      try {
        disk.makeFolder(folder);
        if (disk.stat(`${folder}/.gitignore`) === undefined) {
          disk.write(`${folder}/.gitignore`, Buffer.from('*\n'));
        }
        // Of builds that were stopped while they wrote theirs.
        for (const other of disk.list(folder)) {
          if (other.startsWith(`${name}.`)) disk.removeFile(`${folder}/${other}`);
        }
        const draft = `${file}.${process.pid}`;
        disk.write(draft, seal(memos, program));
        disk.rename(draft, file);
      } catch {}
    },
  };
}

function seal(memos: Memos, program: string): Uint8Array {
  const lists = new Map<string, number>();
  const templates: (readonly string[])[] = [];
  const listOf = (used: readonly string[]): number => {
    const key = used.join('\n');
    let index = lists.get(key);
    if (index === undefined) {
      index = templates.push(used) - 1;
      lists.set(key, index);
    }
    return index;
  };
  const sealed: Sealed = {
    files: [...memos.files.entries()],
    documents: [...memos.documents.entries()],
    pages: [...memos.pages.entries()].map(
      ([path, page]): SealedPage => [path, page.key, page.templates, listOf(page.used), page.fingerprint],
    ),
    templates,
  };
  const text = Buffer.from(JSON.stringify(sealed));
  return Buffer.concat([Buffer.from(`${program} ${fingerprint(text)}\n`), text]);
}

function open(bytes: Uint8Array, program: string): Memos | undefined {
  const end = bytes.indexOf(10);
  const text = bytes.subarray(end + 1);
  const head = Buffer.from(bytes.subarray(0, Math.max(end, 0))).toString();
  if (head !== `${program} ${fingerprint(text)}`) return undefined;
  // Nobody but this very program can have written what has this checksum, so its types are known.
  const sealed = JSON.parse(Buffer.from(text.buffer, text.byteOffset, text.length).toString()) as Sealed;
  return {
    ...emptyMemos(),
    files: new Memo(sealed.files),
    documents: new Memo(sealed.documents),
    pages: new Memo(
      sealed.pages.map(([path, key, templates, used, print]): readonly [string, PageMemo] => [
        path,
        { key, templates, used: sealed.templates[used] ?? [], fingerprint: print },
      ]),
    ),
  };
}
