import { folderOf, nameKey, nameOf, resolvePath, SITE_ADDRESSES } from '../base/address.ts';
import { archiveOf, archivePages, type Dated } from './periods.ts';
import type { Section } from './site.ts';

/** Something that a link may lead to. */
export interface Target {
  readonly address: string;
  /** Ids that a fragment may name. */
  readonly ids: readonly string[];
}

/** All that can be linked to, by the file it is made from and by its address. */
export interface Targets {
  /** `path` as written in a document of `folder`; it may name a file, a folder or an address. */
  find(folder: string, path: string): Target | undefined;
}

export interface TargetSources {
  readonly entries: readonly {
    readonly path: string;
    readonly address: string;
    readonly ids: readonly string[];
  }[];
  readonly aliases: readonly { readonly alias: string; readonly address: string }[];
  readonly sections: readonly Section[];
  /** Asked for only when a link is found nowhere else. */
  readonly lists: () => readonly ArticleList[];
  readonly basePath: string;
}

export function createTargets(sources: TargetSources): Targets {
  const byFile = new Map<string, Target>();
  const byAddress = new Map<string, Target>();
  for (const address of Object.values(SITE_ADDRESSES)) byAddress.set(address, { address, ids: [] });
  for (const section of sources.sections) {
    const target = { address: section.address, ids: [] };
    byAddress.set(section.address, target);
    byFile.set(nameKey(section.folder), target);
  }
  for (const { alias, address } of sources.aliases) byAddress.set(alias, { address, ids: [] });
  for (const { path, address, ids } of sources.entries) {
    const target = { address, ids };
    byAddress.set(address, target);
    byFile.set(nameKey(path), target);
    if (/^_?index\.md$/i.test(nameOf(path))) byFile.set(nameKey(folderOf(path)), target);
  }
  // Archives and tags are many and linked to by hand almost never: they are looked up only when all else fails.
  let rare: ReadonlySet<string> | undefined;
  const isListAddress = (address: string): boolean => {
    rare ??= new Set(listAddresses(sources.sections, sources.lists()));
    return rare.has(address);
  };

  const findAddress = (path: string): Target | undefined => {
    const own = path.startsWith(`${sources.basePath}/`) ? path.slice(sources.basePath.length) : path;
    const slashed = own.endsWith('/') ? own : `${own}/`;
    const found = byAddress.get(own) ?? byAddress.get(slashed);
    if (found) return found;
    const index = own.replace(/\/index\.html$/, '/');
    if (index !== own) return findAddress(index);
    const address = isListAddress(own) ? own : isListAddress(slashed) ? slashed : undefined;
    return address === undefined ? undefined : { address, ids: [] };
  };

  return {
    find(folder, path) {
      const file = resolvePath(path.startsWith('/') ? '' : folder, path);
      const found =
        file === undefined ? undefined : (byFile.get(nameKey(file)) ?? byFile.get(nameKey(`${file}.md`)));
      return found ?? (path.startsWith('/') ? findAddress(path) : undefined);
    },
  };
}

interface ArticleList {
  readonly address: string;
  readonly articles: readonly Dated[];
}

function* listAddresses(sections: readonly Section[], lists: readonly ArticleList[]): Generator<string> {
  for (const { address, articles } of lists) {
    yield address;
    for (const page of archivePages(archiveOf(address, articles))) yield page.address;
  }
  for (const { address, parent } of sections) {
    yield `${address}rss.xml`;
    if (parent?.parent === null) yield* [`${address}atom.xml`, `${address}feed.json`];
  }
}
