import { folderOf, nameKey } from '../base/address.ts';
import { type Diagnostic, error, wholeFile } from '../base/diagnostic.ts';
import { isOwnRecord } from '../base/own-folder.ts';
import { compareTrees, leavesOf } from '../base/tree.ts';
import type { Page, PageTree } from './page.ts';

/** A plan in which no two pages collide. */
export interface CheckedPlan {
  readonly pages: PageTree;
  /** The paths of its pages, and maybe of others. */
  paths(): Iterable<string>;
}

/**
 * Finds output paths that two pages want, paths that another page needs as a folder, and those of our own records; names are compared as
 * disks without case do. Each is reported once with all its sources, but for old addresses. What has been checked is not checked again.
 */
export function checkPaths(pages: PageTree, checked: CheckedPlan | undefined): Diagnostic[] {
  return checked !== undefined && isSoundAfter(checked, pages) ? [] : findAll(pages);
}

/** More new paths than this, and all are looked at. */
const FEW = 100;

/** False if in doubt: the look at all pages will tell. */
function isSoundAfter(checked: CheckedPlan, pages: PageTree): boolean {
  const { come, gone } = compareTrees(checked.pages, pages);
  // What is left of these when the others have been taken out has gone for good.
  const former = new Set(gone.map(({ path }) => path));
  const fresh = come.filter(({ path }) => !former.delete(path)).map(({ path }) => path);
  if (fresh.length === 0) return true;
  if (fresh.length > FEW || fresh.some(isOwnRecord)) return false;
  const { shared, nested } = findCollisions(fresh);
  if (shared.length > 0 || nested.length > 0) return false;
  const keys = fresh.map(nameKey);
  const taken = new Set(keys.flatMap((key) => [key, ...foldersOf(key)]));
  const names = new Set(keys);
  const lengths = [...new Set(keys.map(({ length }) => length))];
  // Of each of a large site's paths as little as can be: its letters are looked at for a name only where a name may end.
  const liesWithin = (key: string): boolean => {
    for (const length of lengths) {
      if (key.charCodeAt(length) === SLASH && names.has(key.slice(0, length))) return true;
    }
    return false;
  };
  for (const path of checked.paths()) {
    const key = nameKey(path);
    if ((taken.has(key) || liesWithin(key)) && !former.has(path)) return false;
  }
  return true;
}

const SLASH = 47;

/** All folders that hold a path. */
function foldersOf(path: string): string[] {
  const folder = folderOf(path);
  return folder === '' ? [] : [folder, ...foldersOf(folder)];
}

function findAll(tree: PageTree): Diagnostic[] {
  const pages = leavesOf(tree);
  const { shared, nested } = findCollisions(pages.map((page) => page.path));
  const pageAt = (index: number): Page => {
    const page = pages[index];
    if (page === undefined) throw new Error(`No page ${index}.`);
    return page;
  };
  return [
    ...pages
      .filter(({ path }) => isOwnRecord(path))
      .map(({ path, source, alias }) =>
        error('address-reserved', alias?.place ?? wholeFile(source), { address: alias?.value ?? `/${path}` }),
      ),
    ...shared.flatMap((indices) => {
      const wanting = indices.map(pageAt);
      const [first, ...others] = wanting.filter(({ alias }) => alias === undefined);
      const clashes = aliasClashes(wanting);
      if (first === undefined || others.length === 0) return clashes;
      const address = `/${first.path.replace(/index\.html$/, '')}`;
      const sources = others.map(({ source }) => source);
      return [...clashes, error('address-collision', wholeFile(first.source), { address, others: sources })];
    }),
    ...nested.flatMap(([outer, inner]): Diagnostic[] => {
      const [{ path, source }, within] = [pageAt(outer), pageAt(inner)];
      const clashes = aliasClashes([pageAt(outer), within]);
      if (clashes.length > 0) return clashes;
      return [error('address-nested', wholeFile(source), { address: `/${path}`, other: within.source })];
    }),
  ];
}

/** Whatever an old address meets, it is the one that gives way: each is told at its own place, with all others. */
function aliasClashes(pages: readonly Page[]): Diagnostic[] {
  return pages.flatMap((page) => {
    if (page.alias === undefined) return [];
    const { value: alias, place } = page.alias;
    const others = new Set(pages.filter((other) => other !== page).map(({ source }) => source));
    return error('alias-clash', place, { alias, others: [...others] });
  });
}

/** The pages that want one path, and each that is a file where another needs a folder, with the other. */
export function clashingPages(tree: PageTree): readonly Page[] {
  const pages = leavesOf(tree);
  const { shared, nested } = findCollisions(pages.map((page) => page.path));
  const clashing = new Set([...shared.flat(), ...nested.flat()]);
  return pages.filter((_, index) => clashing.has(index));
}

/** Indices into the paths. */
interface Collisions {
  /** The same path, in the order of the paths. */
  readonly shared: readonly (readonly number[])[];
  /** A path, and the first that needs it as a folder. */
  readonly nested: readonly (readonly [outer: number, inner: number])[];
}

function findCollisions(paths: readonly string[]): Collisions {
  const keys = paths.map(nameKey);
  const byKey = new Map<string, number>();
  const shared = new Map<number, number[]>();
  keys.forEach((key, index) => {
    const first = byKey.get(key);
    if (first === undefined) byKey.set(key, index);
    else shared.set(first, [...(shared.get(first) ?? [first]), index]);
  });
  const nested = new Map<number, number>();
  const seen = new Set<string>();
  keys.forEach((key, index) => {
    // What holds a folder that was looked at has been looked at with it.
    for (let folder = folderOf(key); folder !== '' && !seen.has(folder); folder = folderOf(folder)) {
      seen.add(folder);
      const outer = byKey.get(folder);
      if (outer !== undefined && !nested.has(outer)) nested.set(outer, index);
    }
  });
  return { shared: [...shared.values()], nested: [...nested] };
}
