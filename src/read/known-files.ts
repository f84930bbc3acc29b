import { fingerprint } from '../base/fingerprint.ts';
import { Interruption } from '../base/interruption.ts';
import type { FileStat, FileSystem } from './file-system.ts';
import { HEAD_LENGTH, isPicture, readImageSize } from './image-size.ts';

/** What is remembered of a file as long as its stamp stays the same. */
export interface KnownFile {
  readonly stamp: string;
  readonly fingerprint?: string;
  /** Pixels. */
  readonly width?: number;
  readonly height?: number;
}

/** By path as the disk spells it. A stamp may spare reading a file; nothing else is ever kept under it. */
export interface KnownFiles {
  readonly size: number;
  get(path: string): KnownFile | undefined;
  set(path: string, file: KnownFile): void;
  delete(path: string): void;
  keepOnly(paths: { has(path: string): boolean }): void;
}

/** A file was written between two readings of one build: what was made of it no longer fits together. */
export class SourceChanged extends Interruption {
  override readonly name = 'SourceChanged';
}

/** A file cannot be read any more that was there when the build looked for it. */
export class SourceUnreadable extends Error {
  override readonly name = 'SourceUnreadable';
  /** As the site knows it, from the site's folder. */
  readonly path: string;
  constructor(path: string, cause: unknown) {
    super(path, { cause });
    this.path = path;
  }
}

/** A file as a build saw it first. Its bytes can be had again, and are the same or not to be had. */
export interface SourceBytes {
  readonly fingerprint: string;
  /** Throws `SourceChanged`, also if the file cannot be read: what is wrong is found when the build begins again. */
  bytes(): Uint8Array;
}

export interface Measures {
  /** Bytes. */
  readonly size: number;
  /** Pixels; 0 for what is no picture. */
  readonly width: number;
  readonly height: number;
}

/** What was read, and whether it can be known from the file's stat that it is still so. */
export interface Reading<T> {
  readonly value: T;
  readonly isSettled: boolean;
}

/** Of a file whose `stat` is still the same object, what is read is the same object too. */
export interface Reader {
  source(path: string): Reading<SourceBytes>;
  measure(path: string): Reading<Measures>;
}

/** Bytes that are held for whoever asks next: those of some 16,000 articles. */
const MOST_HELD = 64e6;

/**
 * Reads files once, or not at all where `known` tells what is in them; `known` learns what was read. Of a large site not
 * all files are held: the others are read twice.
 */
export function createReader(files: FileSystem, known: KnownFiles, most: number = MOST_HELD): Reader {
  let holding = 0;
  const sources = new WeakMap<FileStat, SourceBytes>();
  const measures = new WeakMap<FileStat, Measures>();

  const readAgain = (path: string, expected: string): Uint8Array => {
    let cause: unknown;
    try {
      const bytes = files.read(path);
      if (fingerprint(bytes) === expected) return bytes;
    } catch (refusal) {
      cause = refusal;
    }
    known.delete(path);
    throw new SourceChanged(path, { cause });
  };
  const recollect = (path: string, stamp: string | undefined): KnownFile | undefined => {
    const remembered = known.get(path);
    if (remembered !== undefined && remembered.stamp === stamp) return remembered;
    known.delete(path);
    return undefined;
  };
  const learn = (path: string, stamp: string | undefined, what: Omit<KnownFile, 'stamp'>): void => {
    if (stamp !== undefined) known.set(path, { ...known.get(path), ...what, stamp });
  };

  const readSource = (path: string, { stamp }: FileStat): SourceBytes => {
    const remembered = recollect(path, stamp)?.fingerprint;
    if (remembered !== undefined) {
      return { fingerprint: remembered, bytes: () => readAgain(path, remembered) };
    }
    const read = files.read(path);
    const print = fingerprint(read);
    learn(path, stamp, { fingerprint: print });
    // Held until it is asked for: parsing follows soon, and asks once.
    let held = holding + read.length > most ? undefined : read;
    holding += held?.length ?? 0;
    return {
      fingerprint: print,
      bytes() {
        const bytes = held ?? readAgain(path, print);
        holding -= held?.length ?? 0;
        held = undefined;
        return bytes;
      },
    };
  };

  const readPixels = (path: string, size: number): { width: number; height: number } => {
    const pixels = readImageSize(files.read(path, HEAD_LENGTH));
    // A photo with more than that before its picture is rare, and is one all the same.
    return pixels.width > 0 || size <= HEAD_LENGTH ? pixels : readImageSize(files.read(path));
  };

  const readMeasures = (path: string, { size, stamp }: FileStat): Measures => {
    const { width, height } = recollect(path, stamp) ?? {};
    if (width !== undefined && height !== undefined) return { size, width, height };
    const pixels = isPicture(path) ? readPixels(path, size) : { width: 0, height: 0 };
    learn(path, stamp, pixels);
    return { size, ...pixels };
  };

  /** The stat is asked for before the bytes: what is written in between is seen next time. */
  const once = <T>(memory: WeakMap<FileStat, T>, read: (path: string, stat: FileStat) => T) => {
    return (path: string): Reading<T> => {
      const stat = files.stat(path);
      let value = memory.get(stat);
      if (value === undefined) {
        value = read(path, stat);
        memory.set(stat, value);
      }
      return { value, isSettled: stat.stamp !== undefined };
    };
  };

  return { source: once(sources, readSource), measure: once(measures, readMeasures) };
}
