import { folderOf, nameKey } from '../base/address.ts';
import { type Diagnostic, error, wholeFile } from '../base/diagnostic.ts';
import type { Recall } from '../base/recall.ts';
import { compareTrees, leavesOf } from '../base/tree.ts';
import type { Page, PageTree } from './page.ts';

/**
 * Finds output paths that two pages want, and paths that another page needs as a folder; names are compared as
 * disks without case do. Each is reported once with all its sources.
 */
export function checkPaths(tree: PageTree, recall: Recall): Diagnostic[] {
  const before = recall.exchange<PageTree>(recall, 'checked pages', tree);
  // Where no path has come, none can collide that did not before.
  const isSound = recall.exchange(recall, 'no collisions', false) ?? false;
  const findings = isSound && before !== undefined && hasSamePaths(before, tree) ? [] : findAll(tree);
  recall.exchange(recall, 'no collisions', findings.length === 0);
  return findings;
}

function hasSamePaths(before: PageTree, now: PageTree): boolean {
  const { come, gone } = compareTrees(before, now);
  const paths = new Set(gone.map(({ path }) => path));
  return come.length === gone.length && come.every(({ path }) => paths.delete(path));
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
    ...shared.map(([first = 0, ...others]) => {
      const { path, source } = pageAt(first);
      const address = `/${path.replace(/index\.html$/, '')}`;
      const sources = others.map((index) => pageAt(index).source);
      return error('address-collision', wholeFile(source), { address, others: sources });
    }),
    ...nested.map(([outer, inner]) => {
      const { path, source } = pageAt(outer);
      return error('address-nested', wholeFile(source), { address: `/${path}`, other: pageAt(inner).source });
    }),
  ];
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
