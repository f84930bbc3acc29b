import { nameKey } from '../base/address.ts';
import { type Diagnostic, error, wholeFile } from '../base/diagnostic.ts';
import type { Page } from './page.ts';

/**
 * Finds output paths that two pages want, and paths that another page needs as a folder; names are compared as
 * disks without case do. Each is reported once with all its sources.
 */
export function checkPaths(pages: readonly Page[]): Diagnostic[] {
  const diagnostics: Diagnostic[] = [];
  const byPath = new Map<string, Page[]>();
  for (const page of pages) {
    const key = nameKey(page.path);
    const known = byPath.get(key);
    if (known) known.push(page);
    else byPath.set(key, [page]);
  }
  for (const [first, ...others] of byPath.values()) {
    if (first !== undefined && others.length > 0) {
      const address = `/${first.path.replace(/index\.html$/, '')}`;
      const sources = others.map((page) => page.source);
      diagnostics.push(error('address-collision', wholeFile(first.source), { address, others: sources }));
    }
  }
  const reported = new Set<string>();
  for (const page of pages) {
    for (let slash = page.path.indexOf('/'); slash >= 0; slash = page.path.indexOf('/', slash + 1)) {
      const folder = byPath.get(nameKey(page.path.slice(0, slash)))?.[0];
      if (folder === undefined || reported.has(folder.path)) continue;
      reported.add(folder.path);
      diagnostics.push(
        error('address-nested', wholeFile(folder.source), { address: `/${folder.path}`, other: page.source }),
      );
    }
  }
  return diagnostics;
}
