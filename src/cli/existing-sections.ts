import { isTidying, nameKey } from '../base/address.ts';
import { type Diagnostic, wholeFile } from '../base/diagnostic.ts';
import { nearest } from '../base/edit-distance.ts';
import { VIETNAM } from '../base/time.ts';
import { foldName, slug } from '../base/vietnamese.ts';
import { findNameFault } from '../model/section-names.ts';
import { parseDocument } from '../parse/document.ts';
import type { FileSystem } from '../read/file-system.ts';

/** A section that is there: its folder relative to `content/`, and what its `_index.md` calls it. */
export interface ExistingSection {
  readonly folder: string;
  readonly title: string;
}

/** What somebody's words for a section come to. */
export type FoundSection =
  | { readonly kind: 'found'; readonly folder: string }
  /** None is called so, and these may be meant. */
  | { readonly kind: 'unclear'; readonly near: readonly ExistingSection[] }
  | { readonly kind: 'new'; readonly folder: string };

/**
 * The folder for an article in the section that `folder` names: by its folder, whole or the last of it, or by its title; with
 * or without accents.
 */
export function findExisting(site: FileSystem, folder: string): FoundSection {
  if (folder === '' || site.list(`content/${folder}`) !== undefined) return { kind: 'found', folder };
  const section = sectionPart(folder);
  if (section !== folder) {
    const found = findExisting(site, section);
    const tidying = folder.slice(section.length);
    return found.kind === 'unclear' ? found : { ...found, folder: `${found.folder}${tidying}` };
  }
  const sections = sectionsBelow(site, '');
  const byFolder = sections.filter((section) => nameKey(section.folder) === nameKey(folder));
  const wanted = foldName(folder);
  const named = sections.filter((section) => namesOf(section).some((name) => foldName(name) === wanted));
  for (const found of [byFolder, named]) {
    const [only] = found;
    if (found.length === 1 && only !== undefined) return { kind: 'found', folder: only.folder };
    if (found.length > 1) return { kind: 'unclear', near: found };
  }
  // “Tổ 3” beside “Tổ 2” is no slip of the hand.
  const candidates = sections
    .flatMap(namesOf)
    .map(slugOf)
    .filter((name) => digitsIn(name) === digitsIn(slugOf(folder)));
  const meant = nearest(slugOf(folder), candidates);
  const near = sections.filter((section) =>
    namesOf(section)
      .map(slugOf)
      .includes(meant ?? ''),
  );
  return near.length > 0 ? { kind: 'unclear', near } : { kind: 'new', folder };
}

/** The section that a folder is or lies in: `tin/2024` only tidies `tin`. */
export function sectionPart(folder: string): string {
  return folder.replace(/(?:(?:^|\/)\d+)+$/, '');
}

/** What the build would say of a folder's name and of those above it. */
export function nameFaults(folder: string): Diagnostic[] {
  const parts = folder.split('/').filter((part) => part !== '' && !isTidying(part));
  const place = wholeFile(`content/${folder}`);
  return parts.flatMap((part, index) => findNameFault(part, index === 0, place) ?? []);
}

function digitsIn(name: string): string {
  return name.replace(/\D+/g, ' ').trim();
}

function slugOf(name: string): string {
  return slug(name.replaceAll('/', ' '));
}

function namesOf({ folder, title }: ExistingSection): string[] {
  return [folder, folder.split('/').at(-1) ?? '', title].filter((name) => name !== '');
}

/** Folders of digits only tidy, and one with an `index.md` is an article. */
function sectionsBelow(site: FileSystem, above: string): ExistingSection[] {
  const inContent = (name: string): string => ['content', above, name].filter(Boolean).join('/');
  return (site.list(inContent('')) ?? []).flatMap(({ name, kind }): ExistingSection[] => {
    if (kind !== 'folder' || /^[._]/.test(name) || isTidying(name)) return [];
    const files = site.list(inContent(name)) ?? [];
    if (files.some((file) => file.name.toLowerCase() === 'index.md')) return [];
    const folder = above === '' ? name : `${above}/${name}`;
    const index = files.find((file) => file.name.toLowerCase() === '_index.md' && file.kind === 'file');
    const title = index === undefined ? '' : titleOf(site, `${folder}/${index.name}`);
    return [{ folder, title }, ...sectionsBelow(site, folder)];
  });
}

function titleOf(site: FileSystem, path: string): string {
  const { document } = parseDocument({ path, bytes: site.read(`content/${path}`) }, { zone: VIETNAM });
  return document?.title ?? '';
}
