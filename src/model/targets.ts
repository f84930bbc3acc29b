import { folderOf, nameKey, nameOf, resolvePath, SITE_ADDRESSES } from '../base/address.ts';
import { joined } from '../base/joined.ts';
import { readLinkTarget } from '../base/link-target.ts';
import type { Language } from '../base/messages/describe.ts';
import type { Recall } from '../base/recall.ts';
import type { Document } from './document.ts';
import type { SectionName, Settings } from './site.ts';

/** Something that a link may lead to. */
export interface Target {
  readonly address: string;
  /** Ids that a fragment may name. */
  readonly ids: readonly string[];
}

/** A document as others may name it: by its file, its address, its old addresses and the ids in it. */
export interface NamedDocument {
  readonly path: string;
  readonly address: string;
  readonly language: Language;
  readonly ids: readonly string[];
  readonly aliases: readonly string[];
}

/** The one of last time if nobody who links to it can tell a difference, whatever else has changed in the file. */
export function nameDocument(document: Document, section: SectionName, recall: Recall): NamedDocument {
  const { path, slug, outline } = document;
  const address = document.kind === 'section' ? section.address : `${section.address}${slug}/`;
  const ids = recall.keep(section, `ids ${path}`, outline.ids);
  // Decoded, as links are looked for. One with a query stands for no more than that: not for what lies at its path.
  const written = document.aliases.map(({ value }) => (value.includes('?') ? value : decodedPath(value)));
  const aliases = recall.keep(section, `aliases ${path}`, written);
  const language = document.language ?? section.language;
  return recall.keep(section, `name ${path}`, { path, address, language, ids, aliases });
}

/** All that can be linked to, but for `FurtherAddresses`. */
export interface Targets {
  /** Decoded, as what is looked for. */
  readonly basePath: string;
  readonly byFile: Lookup;
  readonly byAddress: Lookup;
}

interface Lookup {
  get(name: string): Target | NamedDocument | undefined;
}

/** Where nothing is looked for. */
export const NO_TARGETS: Targets = { basePath: '', byFile: lookup([]), byAddress: lookup([]) };

/** Whether a document may lead to others. */
export function mayLead({ outline }: Document): boolean {
  return outline.references.some(({ kind }) => kind === 'link');
}

/**
 * `parts` are documents in lists of lists: in one that is the same object as last time nothing is looked for anew, and of two
 * parts with the same name in them the later one counts. Put together when somebody looks: a build in which no links have
 * changed has none to follow.
 */
export function createTargets(
  parts: readonly NamedDocuments[],
  sections: readonly SectionName[],
  basePath: string,
  recall: Recall,
): Targets {
  let index: Pick<Targets, 'byFile' | 'byAddress'> | undefined;
  const indexed = () => {
    if (index === undefined) {
      const documents = parts.map((part) => recall.for(indexDocuments)(part)).reverse();
      const others = recall.for(indexSections)(sections);
      index = {
        byFile: lookup([...documents.map(({ byFile }) => byFile), others.byFile]),
        byAddress: lookup([
          ...documents.map(({ byAddress }) => byAddress),
          ...documents.map(({ byAlias }) => byAlias),
          others.byAddress,
        ]),
      };
    }
    return index;
  };
  return {
    basePath: decodedPath(basePath),
    get byFile() {
      return indexed().byFile;
    },
    get byAddress() {
      return indexed().byAddress;
    },
  };
}

/** In groups, and which group one is in makes no difference. */
type NamedDocuments = readonly (readonly NamedDocument[])[];

function lookup(maps: readonly ReadonlyMap<string, Target | NamedDocument>[]): Lookup {
  const inTurn = maps.filter(({ size }) => size > 0);
  return {
    get(name) {
      for (const map of inTurn) {
        const found = map.get(name);
        if (found !== undefined) return found;
      }
      return undefined;
    },
  };
}

function indexDocuments(groups: NamedDocuments) {
  const byFile = new Map<string, NamedDocument>();
  const byAddress = new Map<string, NamedDocument>();
  const byAlias = new Map<string, Target>();
  for (const document of joined(groups)) {
    const { path, address, aliases } = document;
    byAddress.set(address, document);
    byFile.set(nameKey(path), document);
    if (/^_?index\.md$/i.test(nameOf(path))) byFile.set(nameKey(folderOf(path)), document);
    for (const alias of aliases) byAlias.set(alias, { address, ids: [] });
  }
  return { byFile, byAddress, byAlias };
}

function indexSections(sections: readonly SectionName[]) {
  const byFile = new Map<string, Target>();
  const byAddress = new Map<string, Target>();
  for (const address of Object.values(SITE_ADDRESSES)) byAddress.set(address, { address, ids: [] });
  for (const { address, folder } of sections) {
    const target = { address, ids: [] };
    byAddress.set(address, target);
    byFile.set(nameKey(folder), target);
  }
  return { byFile, byAddress };
}

/** What `path`, as written in a document of `folder`, leads to: it may name a file, a folder or an address. */
export function findTarget(targets: Targets, folder: string, path: string): Target | undefined {
  const { byFile } = targets;
  const file = resolvePath(path.startsWith('/') ? '' : folder, path);
  const found =
    file === undefined ? undefined : (byFile.get(nameKey(file)) ?? byFile.get(nameKey(`${file}.md`)));
  return found ?? (path.startsWith('/') ? findAddress(targets, path) : undefined);
}

function findAddress({ byAddress, basePath }: Targets, path: string): Target | undefined {
  for (const address of spellingsOf(withinSite(path, basePath))) {
    const found = byAddress.get(address);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** The addresses that a writer may mean by one: without its last slash, with the file that answers for it. */
export function spellingsOf(address: string): readonly string[] {
  const folder = address.replace(/\/index\.html$/, '/');
  return [
    address,
    ...(address.endsWith('/') ? [] : [`${address}/`]),
    ...(folder === address ? [] : [folder]),
  ];
}

/** Of what is known by its address alone. */
export function pageWithoutIds(address: string | undefined): Target | undefined {
  return address === undefined ? undefined : { address, ids: [] };
}

/** The path of the base URL as links in texts are read. */
export function decodedPath(basePath: string): string {
  const target = readLinkTarget(basePath);
  return target.kind === 'internal' ? target.path : basePath;
}

/** An address without the path of the base URL, which is decoded. */
export function withinSite(path: string, basePath: string): string {
  return path.startsWith(`${basePath}/`) ? path.slice(basePath.length) : path;
}

/** The document whose page is where `written` leads to, if it is one. */
export function findDocument(
  targets: Targets,
  folder: string,
  written: string,
  settings: Settings,
): NamedDocument | undefined {
  const target = readOwnTarget(written, settings);
  if (target.kind !== 'internal' || target.path === '') return undefined;
  const found = findTarget(targets, folder, target.path);
  return asDocument(found && targets.byAddress.get(found.address));
}

/** The document of a file of `content/`. */
export function documentOfFile({ byFile }: Targets, path: string): NamedDocument | undefined {
  return asDocument(byFile.get(nameKey(path)));
}

function asDocument(target: Target | NamedDocument | undefined): NamedDocument | undefined {
  return target !== undefined && 'path' in target ? target : undefined;
}

/** A full URL of the site itself is a link within it. */
export function readOwnTarget(written: string, settings: Settings): ReturnType<typeof readLinkTarget> {
  const target = readLinkTarget(written);
  if (target.kind !== 'external') return target;
  const own = settings.origin + settings.basePath;
  return target.url === own || target.url.startsWith(`${own}/`)
    ? readLinkTarget(target.url.slice(settings.origin.length) || '/')
    : target;
}
