import { withoutConsequences } from './base/consequences.ts';
import { type Code, type Diagnostic, isError, type Strictness, settle } from './base/diagnostic.ts';
import { leavesOf } from './base/tree.ts';
import type { SiteResult } from './model/build-site.ts';
import type { Document } from './model/document.ts';
import { clashingPages } from './plan/check-paths.ts';
import type { PageTree } from './plan/page.ts';
import { NO_PAGES } from './publish-pages.ts';

export type Documents = readonly (readonly Document[])[];

/** What model and plan make of some documents. */
export interface Planned extends SiteResult {
  readonly pages: PageTree;
}

const SETTINGS = 'content/site.yaml';

/** These are found again in the pages themselves, when what has no address at all is out of the way. */
const CLASHES: ReadonlySet<Code> = new Set<Code>(['address-collision', 'address-nested']);

/**
 * What of a site can be published though there are errors: the site that there would be without the documents that have
 * one, so that nothing leads to a page that is not made. `found` is all that was found; what is found of the rest alone
 * (a section of which the own file is left out has no sound name either) leaves out more. Of pages that clash none is
 * made. Every page shows the settings: with errors in them none is sound.
 */
export function soundPart(
  documents: Documents,
  whole: Planned,
  found: readonly Diagnostic[],
  strictness: Strictness,
  plan: (documents: Documents) => Planned,
): Planned {
  const errorsAmong = (findings: readonly Diagnostic[]) => settle(findings, strictness).filter(isError);
  let errors = errorsAmong(found);
  if (errors.length === 0) return whole;
  const blamed = new Set<string>();
  const clashing = new Set<string>();
  let [sound, planned] = [documents, whole];
  for (;;) {
    for (const { code, place } of errors) if (!CLASHES.has(code)) blamed.add(place.path);
    if (blamed.has(SETTINGS)) return { ...whole, pages: NO_PAGES };
    let rest = without(sound, blamed);
    if (rest === sound) {
      const clashes = clashingPages(planned.pages);
      for (const { path } of clashes) clashing.add(path);
      // A folder is no more to blame for an article at its address than the others in it.
      const sources = clashes.map(({ source }) => source).filter((source) => /\.md$/i.test(source));
      rest = without(sound, new Set(sources));
    }
    if (rest === sound) break;
    [sound, planned] = [rest, plan(rest)];
    errors = [...errors, ...errorsAmong(withoutConsequences(planned.diagnostics, errors))];
  }
  const isSound = ({ path, source }: { readonly path: string; readonly source: string }): boolean =>
    !clashing.has(path) && !blamed.has(source);
  return { ...planned, pages: leavesOf(planned.pages).filter(isSound) };
}

/** The same object if none of the documents is blamed, nor a folder that holds it. */
function without(documents: Documents, blamed: ReadonlySet<string>): Documents {
  const isBlamed = ({ place: { path } }: Document): boolean => {
    const names = path.split('/');
    return names.some((_, index) => index > 0 && blamed.has(names.slice(0, index + 1).join('/')));
  };
  if (!documents.some((group) => group.some(isBlamed))) return documents;
  return documents.map((group) =>
    group.some(isBlamed) ? group.filter((document) => !isBlamed(document)) : group,
  );
}
