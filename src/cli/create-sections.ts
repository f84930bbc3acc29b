import { isTidying } from '../base/address.ts';
import { capitalised, slug } from '../base/vietnamese.ts';
import { fieldLine } from '../import/article-file.ts';
import type { FileSystem } from '../read/file-system.ts';
import { nodeDisk } from '../write/node-disk.ts';
import { writeSourceFile } from '../write/source-file.ts';

export interface CreatedSection {
  readonly file: string;
  readonly title: string;
}

/**
 * Names the sections that `folder` is and lies in, as far as they have no `_index.md` yet: the one that is called so by the
 * title that a text gives, the others by their folders.
 */
export function createSections(
  site: FileSystem,
  root: string,
  folder: string,
  namedTitle: string,
): CreatedSection[] {
  const parts = folder.split('/').filter((part) => part !== '');
  const named = parts.indexOf(slug(namedTitle));
  return parts.flatMap((part, index) => {
    const section = `content/${parts.slice(0, index + 1).join('/')}`;
    if (isTidying(part) || hasIndex(site, section)) return [];
    const title = index === named ? namedTitle : capitalised(part.replace(/[-_]+/g, ' ').trim());
    const file = `${section}/_index.md`;
    const isMade = writeSourceFile(nodeDisk(), root, file, `---\n${fieldLine('title', title)}---\n`);
    return isMade ? [{ file, title }] : [];
  });
}

function hasIndex(site: FileSystem, folder: string): boolean {
  return site.list(folder)?.some(({ name }) => name.toLowerCase() === '_index.md') === true;
}
