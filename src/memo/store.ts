import { fingerprint, fingerprinter } from '../base/fingerprint.ts';
import type { KnownFile } from '../read/known-files.ts';
import type { Disk } from '../write/disk.ts';
import { Memo } from './memo.ts';
import { emptyMemos, type Memos, type PageMemo } from './memos.ts';
import { openRows } from './rows.ts';
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
 * The file has five parts, and in its last line two checksums for them: the first two tell whether anything has changed
 * at all, and the other three are looked into only if something has.
 */
const PARTS = 5;

/** Options and lists of templates are few, and many rows name the same. */
interface Lists {
  readonly options: readonly string[];
  readonly templates: readonly (readonly string[])[];
}

type SealedPage = readonly [
  path: string,
  key: string,
  templates: string,
  used: number,
  fingerprint: string,
  ...texts: string[],
];

/**
 * `file` is absolute, in a folder that is ours alone; `program` changes with every change of the program, for what an
 * older one made may differ.
 */
export function memoStore(disk: Disk, folder: string, name: string, program: string): MemoStore {
  const file = `${folder}/${name}`;
  let loaded: WholeMemo | undefined;
  let lists: () => Lists = () => NO_LISTS;
  return {
    load() {
      lists = () => NO_LISTS;
      loaded = undefined;
      try {
        const bytes = disk.read(file);
        const opened = bytes && open(bytes, program);
        if (opened === undefined) return emptyMemos();
        loaded = opened.memos.whole.last();
        lists = opened.lists;
        return opened.memos;
      } catch {
        return emptyMemos();
      }
    },
    save(memos) {
      const { files, documents, pages, whole } = memos;
      const last = whole.last();
      const isChanged = files.isChanged || documents.isChanged || pages.isChanged || last !== loaded;
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
        disk.write(draft, seal(memos, last, lists, program));
        disk.rename(draft, file);
      } catch {}
    },
  };
}

const LINE_END = 10;
const NO_LISTS: Lists = { options: [], templates: [] };

/** The bytes of the file, in pieces of which none is made before it is asked for. */
function* seal(
  { files, documents, pages }: Memos,
  last: WholeMemo | undefined,
  lists: () => Lists,
  program: string,
): Iterable<Uint8Array> {
  let options = createList<string>((text) => text);
  let templates = createList<readonly string[]>(templatesKey);
  const bytesOfDocuments = documents.write((former) => {
    if (former !== undefined) options = createList((text) => text, lists().options);
    return (path, memo) => sealDocument(path, memo, options.indexOf(memo.options));
  });
  const bytesOfPages = pages.write((former) => {
    if (former !== undefined) templates = createList(templatesKey, lists().templates);
    return (path, page) => sealPage(path, page, templates.indexOf(page.used));
  });
  const lengths: number[] = [];
  const [first, second] = [fingerprinter(), fingerprinter()];
  function* part(print: typeof first, pieces: Iterable<Uint8Array>): Iterable<Uint8Array> {
    let length = 0;
    for (const piece of pieces) {
      print.add(piece);
      length += piece.length;
      yield piece;
    }
    lengths.push(length);
  }
  yield* part(first, [Buffer.from(JSON.stringify(last ?? null))]);
  yield* part(
    first,
    files.write(() => (path, file) => [path, file]),
  );
  yield* part(second, bytesOfDocuments);
  yield* part(second, bytesOfPages);
  // Known when the rows that name them have been written.
  yield* part(second, [Buffer.from(JSON.stringify({ options: options.items, templates: templates.items }))]);
  yield Buffer.from(`\n${[program, first.end(), second.end(), ...lengths].join(' ')}`);
}

function templatesKey(used: readonly string[]): string {
  return used.join('\n');
}

function open(bytes: Uint8Array, program: string): { memos: Memos; lists: () => Lists } | undefined {
  const end = bytes.lastIndexOf(LINE_END);
  const last = Buffer.from(bytes.subarray(end + 1)).toString();
  const [writer, firstPrint, secondPrint, ...lengths] = last.split(' ');
  if (writer !== program || lengths.length !== PARTS) return undefined;
  let at = 0;
  const parts = lengths.map((length) => {
    at += Number(length);
    return bytes.subarray(at - Number(length), at);
  });
  const [whole, files, documents, pages, lists] = parts;
  if (!whole || !files || !documents || !pages || !lists || at !== end) return undefined;
  const middle = whole.length + files.length;
  if (fingerprint(bytes.subarray(0, middle)) !== firstPrint) return undefined;
  const isSecondSound = once(() => fingerprint(bytes.subarray(middle, end)) === secondPrint);
  const rowsOf = (piece: Uint8Array) => once(() => (isSecondSound() ? openRows(piece) : undefined));
  // Nobody but this very program can have written what has these checksums, so the types are known.
  const openedLists = once(() => parsePiece<Lists>(lists));
  const fileRows = openRows(files);
  const lastBuild = parsePiece<WholeMemo | null>(whole) ?? undefined;
  const memos: Memos = {
    ...emptyMemos(),
    whole: { last: () => lastBuild, media: new Map() },
    files: new Memo({ rows: () => fileRows, open: ([, file]) => file as KnownFile }),
    documents: new Memo({
      rows: rowsOf(documents),
      open: (row) => openDocument(row as unknown as SealedDocument, openedLists().options)[1],
    }),
    pages: new Memo({
      rows: rowsOf(pages),
      open: (row) => openPage(row as unknown as SealedPage, openedLists().templates),
    }),
  };
  // Every build asks for all of them.
  memos.files.open();
  return { memos, lists: openedLists };
}

function sealPage(
  path: string,
  { key, templates, fingerprint: print, texts }: PageMemo,
  used: number,
): SealedPage {
  return [path, key, templates, used, print, ...texts];
}

function openPage(sealed: SealedPage, lists: Lists['templates']): PageMemo {
  const [, key, templates, used, print, ...texts] = sealed;
  return { key, templates, used: lists[used] ?? [], fingerprint: print, texts };
}

function parsePiece<T>(bytes: Uint8Array): T {
  return JSON.parse(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString()) as T;
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

/** Items by their place in a list, each once; `former` are the first ones. */
function createList<T>(keyOf: (item: T) => string, former: readonly T[] = []) {
  const items = [...former];
  const places = new Map(items.map((item, place) => [keyOf(item), place]));
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
