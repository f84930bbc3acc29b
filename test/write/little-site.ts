import type { Disk } from '../../src/write/disk.ts';
import type { WriteSummary } from '../../src/write/output.ts';
import { openPublication, type Publication } from '../../src/write/publish.ts';

/** A site of a few pages that link to each other. A file without links is an asset. */
export type LittleSite = Readonly<Record<string, readonly string[] | 'asset'>>;

/** The text of each file; `edition` tells two sites apart. */
export function render(site: LittleSite, edition: string): Map<string, string> {
  const files = new Map<string, string>();
  for (const [path, links] of Object.entries(site)) {
    files.set(path, links === 'asset' ? `${edition} asset` : `${edition}\n${links.join('\n')}\nend`);
  }
  return files;
}

let process = 100;

/** A publication of a process of its own; those before it are dead. */
export function open(disk: Disk, root: string): Publication {
  return openPublication(disk, root, { pid: ++process, startedAt: '17/02/2020 15:47' }, () => false);
}

export function publish(disk: Disk, root: string, files: ReadonlyMap<string, string>): WriteSummary {
  const publication = open(disk, root);
  for (const [path, text] of files) {
    publication.put(path, Buffer.from(text), text.endsWith('asset') ? 'asset' : 'page');
  }
  return publication.commit().summary;
}

/**
 * What a reader who follows links from `entrances` would complain of: pages that are not there or are none of the
 * whole ones in `editions`.
 */
export function complaints(
  read: (path: string) => string | undefined,
  entrances: Iterable<string>,
  editions: readonly ReadonlyMap<string, string>[],
): string[] {
  const found: string[] = [];
  const queue = [...entrances];
  const seen = new Set(queue);
  for (let path = queue.pop(); path !== undefined; path = queue.pop()) {
    const text = read(path);
    if (text === undefined) found.push(`${path} is missing`);
    else if (!editions.some((edition) => edition.get(path) === text)) found.push(`${path} is not whole`);
    for (const link of text?.endsWith('\nend') ? text.split('\n').slice(1, -1) : []) {
      if (link === '' || seen.has(link)) continue;
      seen.add(link);
      queue.push(link);
    }
  }
  return found;
}

/** The paths that all of the sites have. */
export function common(sites: readonly ReadonlyMap<string, string>[]): string[] {
  return [...(sites[0]?.keys() ?? [])].filter((path) => sites.every((site) => site.has(path)));
}
