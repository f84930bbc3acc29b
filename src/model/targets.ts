import { folderOf, nameKey, nameOf, resolvePath, SITE_ADDRESSES } from '../base/address.ts';
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
  const written = document.aliases.map(({ value }) => (/[?#]/.test(value) ? value : decodedPath(value)));
  const aliases = recall.keep(section, `aliases ${path}`, written);
  const language = document.language ?? section.language;
  return recall.keep(section, `name ${path}`, { path, address, language, ids, aliases });
}

/** All that can be linked to, but for `FurtherAddresses`. */
export interface Targets {
  /** Decoded, as what is looked for. */
  readonly basePath: string;
  readonly byFile: ReadonlyMap<string, Target | NamedDocument>;
  readonly byAddress: ReadonlyMap<string, Target | NamedDocument>;
}

/** Where nothing is looked for. */
export const NO_TARGETS: Targets = { basePath: '', byFile: new Map(), byAddress: new Map() };

/** Whether a document may lead to others. */
export function mayLead({ outline }: Document): boolean {
  return outline.references.some(({ kind }) => kind === 'link');
}

/** Put together when somebody looks: a build in which no links have changed has none to follow. */
export function createTargets(
  groups: readonly (readonly NamedDocument[])[],
  sections: readonly SectionName[],
  basePath: string,
): Targets {
  let index: Pick<Targets, 'byFile' | 'byAddress'> | undefined;
  const indexed = () => {
    index ??= indexTargets(groups.flat(), sections);
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

function indexTargets(
  documents: readonly NamedDocument[],
  sections: readonly SectionName[],
): Pick<Targets, 'byFile' | 'byAddress'> {
  const byFile = new Map<string, Target | NamedDocument>();
  const byAddress = new Map<string, Target | NamedDocument>();
  for (const address of Object.values(SITE_ADDRESSES)) byAddress.set(address, { address, ids: [] });
  for (const section of sections) {
    const target = { address: section.address, ids: [] };
    byAddress.set(section.address, target);
    byFile.set(nameKey(section.folder), target);
  }
  for (const { aliases, address } of documents) {
    for (const alias of aliases) byAddress.set(alias, { address, ids: [] });
  }
  for (const document of documents) {
    const { path, address } = document;
    byAddress.set(address, document);
    byFile.set(nameKey(path), document);
    if (/^_?index\.md$/i.test(nameOf(path))) byFile.set(nameKey(folderOf(path)), document);
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
  const address = spellingsOf(withinSite(path, basePath)).find((each) => byAddress.has(each));
  return address === undefined ? undefined : byAddress.get(address);
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
