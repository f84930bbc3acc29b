import { extensionOf, folderOf, nameKey, nameOf, resolvePath } from './address.ts';
import { type Code, type Diagnostic, isError } from './diagnostic.ts';
import { readLinkTarget } from './link-target.ts';

/**
 * What was found in the site as a whole, without what may only be there because a document could not be read: its picture
 * that nobody shows, a link to it that leads nowhere. When it is mended they are gone, or are told then. `causes` were
 * found in the documents, each by itself.
 */
export function withoutConsequences(
  findings: readonly Diagnostic[],
  causes: readonly Diagnostic[],
): readonly Diagnostic[] {
  const errors = causes.filter(isError);
  if (errors.length === 0) return findings;
  const broken = [...new Set(errors.map(({ place }) => place.path))];
  const folders = new Set(broken.map(folderOf));
  const named = new Set(broken.flatMap(sectionsNamedBy));
  const names = new Set(broken.flatMap(namesOf));
  const hasUnknownLanguage = errors.some(({ code }) => code === 'language-unknown');

  const isConsequence = (finding: Diagnostic): boolean => {
    const { path } = finding.place;
    if (is(finding, 'file-unused')) return foldersOf(path).some((folder) => folders.has(folder));
    if (is(finding, 'section-untitled')) return named.has(nameKey(path));
    if (is(finding, 'translation-same')) return hasUnknownLanguage;
    if (is(finding, 'link-dead') || is(finding, 'translation-dead')) {
      return isNamed(finding.params.target, folderOf(path), names);
    }
    return false;
  };
  return findings.filter((finding) => !isConsequence(finding));
}

function is<C extends Code>(finding: Diagnostic, code: C): finding is Diagnostic<C> {
  return finding.code === code;
}

/** What a link may call a document: its path with or without `.md`, or the folder that is all its own. */
function namesOf(path: string): string[] {
  const stem = path.replace(/\.md$/i, '');
  const own = /^_?index$/i.test(nameOf(stem)) ? [folderOf(path)] : [];
  return [path, stem, ...own].map(nameKey);
}

/** The section of which the file says what it is called; folders of digits share the one that holds them. */
function sectionsNamedBy(path: string): string[] {
  if (!/^_index\.md$/i.test(nameOf(path))) return [];
  return [nameKey(folderOf(path).replace(/\/\d+(?=\/|$)/g, ''))];
}

function isNamed(written: string, folder: string, names: ReadonlySet<string>): boolean {
  const target = readLinkTarget(written);
  if (target.kind !== 'internal') return false;
  const from = target.path.startsWith('/') ? 'content' : folder;
  const path = resolvePath(from, target.path);
  if (path === undefined) return false;
  // An address may be that of a file which the document publishes beside itself.
  const beside = from === 'content' && extensionOf(path) !== '' ? [folderOf(path)] : [];
  return [path, ...beside].some((each) => names.has(nameKey(each)));
}

/** The folder of a file, and those above it but the top: a broken page there is not what explains all files of a site. */
function foldersOf(path: string): string[] {
  const folder = folderOf(path);
  return folder.includes('/')
    ? [folder, ...foldersOf(folder).filter((above) => above.includes('/'))]
    : [folder];
}
