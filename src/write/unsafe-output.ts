import { lstatSync, realpathSync } from 'node:fs';
import path from 'node:path';
import { type Diagnostic, error, wholeFile } from '../base/diagnostic.ts';

/** Tells of an output folder that is the site itself, holds it, or lies among its sources or in its cache. Both are absolute. */
export function unsafeOutput(root: string, out: string): Diagnostic | undefined {
  const holds = whatIsHeld(root, out);
  if (holds === undefined) return undefined;
  const isLink = lstatSync(out, { throwIfNoEntry: false })?.isSymbolicLink() === true;
  const target = isLink ? behindLinks(out) : '';
  return error('output-unsafe', wholeFile(out), { folder: out, holds, target });
}

function whatIsHeld(root: string, out: string): 'sources' | 'cache' | undefined {
  const target = behindLinks(out);
  const isWithin = (inner: string, outer: string): boolean => {
    const relative = path.relative(outer, inner);
    return relative === '' || (!relative.startsWith('..') && !path.isAbsolute(relative));
  };
  const among = (folder: string): boolean => isWithin(target, behindLinks(path.join(root, folder)));
  if (isWithin(behindLinks(root), target) || ['content', 'templates', 'src'].some(among)) return 'sources';
  return among('.bantin') ? 'cache' : undefined;
}

/** Where a folder really lies; of one that is not there yet, the folder that it will be in does. */
function behindLinks(folder: string): string {
  try {
    return realpathSync(folder);
  } catch {
    const above = path.dirname(folder);
    return above === folder ? folder : path.join(behindLinks(above), path.basename(folder));
  }
}
