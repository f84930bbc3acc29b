import { OWN_FOLDER } from '../base/own-folder.ts';
import type { Disk } from './disk.ts';
import { readJournal } from './journal.ts';
import { createManifestWriter, type ManifestWriter, readManifest } from './manifest.ts';
import { type Ownership, ownership } from './ownership.ts';
import { claimedChecksum, type SealedTable } from './table.ts';

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
  /** The checksum of the manifest; undefined if there is none that can be believed. */
  readonly version: string | undefined;
  readonly journal: Uint8Array | undefined;
  /** This process published the site that is there, so every file of it is known to stand. */
  readonly isRemembered: boolean;
  /** Of the manifests of this site. */
  readonly writer: ManifestWriter;
}

/** By what a file is taken for the one that was published: its size, or its bytes, which takes as long as to read them. */
export type Trust = 'sizes' | 'bytes';

/**
 * What this process published last. It is believed only while the manifest on the disk is the same to the byte; then
 * the files are believed to stand too. Whoever learns that one does not sets `last` to undefined.
 */
export interface OutputMemory {
  last:
    | ({ readonly root: string; readonly manifest: SealedTable } & Pick<FormerRecords, 'owned' | 'writer'>)
    | undefined;
}

/** What was published last. */
export interface PublishedSite {
  readonly paths: Iterable<string>;
  /** The checksum of its manifest, as `Written` has it; of a site that is out in part, one that no whole site has. */
  readonly version: string;
}

/**
 * What the output folder `root` has; undefined if that is not known. Of a site that is out in part, these are the files
 * that stand there: pages link to what is new already, and no longer to what is to go.
 */
export function publishedSite(disk: Disk, root: string): PublishedSite | undefined {
  const records = recordPaths(root);
  // First, for it goes after the manifest has come: what it claims is looked at, and needs no manifest.
  const journalBytes = disk.read(records.journal);
  const bytes = disk.read(records.manifest);
  const manifest = bytes && readManifest(bytes);
  const version = bytes && claimedChecksum(bytes);
  const journal = journalBytes && readJournal(journalBytes);
  if (journal === undefined) {
    return manifest === undefined || version === undefined ? undefined : { paths: manifest.keys(), version };
  }
  if (bytes !== undefined && manifest === undefined) return undefined;
  const { claims } = journal;
  const untouched = [...(manifest?.keys() ?? [])].filter((path) => !claims.has(path));
  const standing = [...claims.keys()].filter((path) => disk.stat(`${root}/${path}`)?.kind === 'file');
  const halfWay = claimedChecksum(journalBytes ?? new Uint8Array());
  return { paths: [...untouched, ...standing], version: `${version ?? ''}+${halfWay}` };
}

export function readRecords(
  disk: Disk,
  paths: RecordPaths,
  identify: (path: string) => string,
  { last }: OutputMemory,
): FormerRecords {
  const journal = disk.read(paths.journal);
  const isRemembered =
    last !== undefined &&
    journal === undefined &&
    recordPaths(last.root).manifest === paths.manifest &&
    disk.holds(paths.manifest, last.manifest.pieces);
  if (isRemembered) {
    const { owned, writer, manifest } = last;
    return { owned, version: manifest.checksum, journal, isRemembered, writer };
  }
  const bytes = disk.read(paths.manifest);
  const manifest = bytes && readManifest(bytes);
  const owned = ownership(manifest, journal && (readJournal(journal) ?? 'spoilt'), identify);
  const version = manifest && claimedChecksum(bytes);
  const writer = createManifestWriter(manifest && { manifest, bytes });
  return { owned, version, journal, isRemembered, writer };
}
