import { fingerprint } from '../base/fingerprint.ts';
import type { KnownFile } from '../read/known-files.ts';
import type { Disk } from '../write/disk.ts';
import { emptyMemos, Memo, type Memos, type PageMemo } from './memos.ts';
import { openDocument, type SealedDocument, sealDocument } from './sealed-documents.ts';
import type { WholeMemo } from './whole.ts';

/** Memos in one file, between runs of the program. */
export interface MemoStore {
  /** Empty if there is no file, or if it is not, to the byte, what this program wrote. */
  load(): Memos;
  /** Does nothing if nothing changed. What the disk refuses is forgotten: the next build is slower, that is all. */
  save(memos: Memos): void;
}

/**
 * The file has two parts, each with its checksum: the first tells whether anything has changed at all, and the second
 * is opened only if something has.
 */
interface FirstPart {
  readonly files: readonly (readonly [string, KnownFile])[];
  readonly whole: WholeMemo | null;
}

/** Options and lists of templates are few, and many have the same. */
interface SecondPart {
  readonly options: readonly string[];
  readonly documents: readonly SealedDocument[];
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
  let loaded: WholeMemo | undefined;
  return {
    load() {
      try {
        const bytes = disk.read(file);
        const memos = (bytes && open(bytes, program)) ?? emptyMemos();
        loaded = memos.whole.last;
        return memos;
      } catch {
        return emptyMemos();
      }
    },
    save(memos) {
      const { files, documents, pages, whole } = memos;
      const isChanged = files.isChanged || documents.isChanged || pages.isChanged || whole.last !== loaded;
      if (!isChanged) return;
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
  const templates = createList<readonly string[]>((used) => used.join('\n'));
  const options = createList<string>((text) => text);
  const first: FirstPart = { files: [...memos.files.entries()], whole: memos.whole.last ?? null };
  const second: SecondPart = {
    documents: [...memos.documents.entries()].map(([path, memo]) =>
      sealDocument(path, memo, options.indexOf(memo.options)),
    ),
    pages: [...memos.pages.entries()].map(
      ([path, page]): SealedPage => [
        path,
        page.key,
        page.templates,
        templates.indexOf(page.used),
        page.fingerprint,
      ],
    ),
    options: options.items,
    templates: templates.items,
  };
  const parts = [first, second].map((part) => Buffer.from(JSON.stringify(part)));
  const [length = 0] = parts.map((part) => part.length);
  const head = `${program} ${length} ${parts.map(fingerprint).join(' ')}\n`;
  return Buffer.concat([Buffer.from(head), ...parts]);
}

function open(bytes: Uint8Array, program: string): Memos | undefined {
  const end = bytes.indexOf(10);
  const head = Buffer.from(bytes.subarray(0, Math.max(end, 0))).toString();
  const [writer, length, firstPrint = '', secondPrint = ''] = head.split(' ');
  if (writer !== program) return undefined;
  const middle = end + 1 + Number(length);
  const first = openPart<FirstPart>(bytes.subarray(end + 1, middle), firstPrint);
  if (first === undefined) return undefined;
  let opened: SecondPart | undefined | 'not yet' = 'not yet';
  const second = (): SecondPart | undefined => {
    if (opened === 'not yet') opened = openPart<SecondPart>(bytes.subarray(middle), secondPrint);
    return opened;
  };
  return {
    ...emptyMemos(),
    files: new Memo(() => first.files),
    whole: { last: first.whole ?? undefined, media: new Map() },
    documents: new Memo(
      () => second()?.documents.map((each) => openDocument(each, second()?.options ?? [])) ?? [],
    ),
    pages: new Memo(() => second()?.pages.map((page) => openPage(page, second()?.templates ?? [])) ?? []),
  };
}

function openPage(sealed: SealedPage, lists: readonly (readonly string[])[]): readonly [string, PageMemo] {
  const [path, key, templates, used, print] = sealed;
  return [path, { key, templates, used: lists[used] ?? [], fingerprint: print }];
}

function openPart<T>(bytes: Uint8Array, print: string): T | undefined {
  if (fingerprint(bytes) !== print) return undefined;
  // Nobody but this very program can have written what has this checksum, so its types are known.
  return JSON.parse(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString()) as T;
}

/** Items by their place in a list, each once. */
function createList<T>(keyOf: (item: T) => string) {
  const places = new Map<string, number>();
  const items: T[] = [];
  return {
    items,
    indexOf(item: T): number {
      const key = keyOf(item);
      let place = places.get(key);
      if (place === undefined) {
        place = items.push(item) - 1;
        places.set(key, place);
      }
      return place;
    },
  };
}
