import { fingerprint } from '../base/fingerprint.ts';
import type { Disk } from './disk.ts';
import { readJournal } from './journal.ts';
import { readManifest } from './manifest.ts';
import { OWN_FOLDER } from './output-path.ts';
import { type Ownership, ownership } from './ownership.ts';

/** Where our own records are, absolute. */
export interface RecordPaths {
  readonly folder: string;
  readonly lock: string;
  readonly manifest: string;
  readonly journal: string;
  readonly stage: string;
}

export function recordPaths(root: string): RecordPaths {
  const folder = `${root}/${OWN_FOLDER}`;
  return {
    folder,
    lock: `${folder}/lock`,
    manifest: `${folder}/manifest.json`,
    journal: `${folder}/journal.json`,
    stage: `${folder}/stage`,
  };
}

/** What an earlier build left. */
export interface FormerRecords {
  readonly owned: Ownership;
  readonly manifest: Uint8Array | undefined;
  readonly journal: Uint8Array | undefined;
}

/** What was published last. */
export interface PublishedSite {
  readonly paths: Iterable<string>;
  /** The fingerprint of its manifest, as `Written` has it. */
  readonly version: string;
}

/** What the output folder `root` has; undefined if that is not known. */
export function publishedSite(disk: Disk, root: string): PublishedSite | undefined {
  const bytes = disk.read(recordPaths(root).manifest);
  const manifest = bytes && readManifest(bytes);
  return manifest && bytes && { paths: manifest.keys(), version: fingerprint(bytes) };
}

export function readRecords(
  disk: Disk,
  paths: RecordPaths,
  identify: (path: string) => string,
): FormerRecords {
  const manifest = disk.read(paths.manifest);
  const journal = disk.read(paths.journal);
  const owned = ownership(
    manifest && readManifest(manifest),
    journal && (readJournal(journal) ?? 'spoilt'),
    identify,
  );
  return { owned, manifest, journal };
}
