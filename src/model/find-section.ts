import { nameKey } from '../base/address.ts';
import { type Diagnostic, error } from '../base/diagnostic.ts';
import { nearest } from '../base/edit-distance.ts';
import type { Recall } from '../base/recall.ts';
import { foldName } from '../base/vietnamese.ts';
import type { Document, Located } from './document.ts';
import type { SectionName } from './site.ts';

/** The section that a writer's words name: a folder, an address or a title. */
export function findSection(
  sections: readonly SectionName[],
  words: Located,
  report: (diagnostic: Diagnostic) => void,
): SectionName | undefined {
  const path = words.value.replace(/^\/+|\/+$/g, '');
  const byPath = sections.find(
    (section) => nameKey(section.folder) === nameKey(path) || section.address === `/${path}/`,
  );
  if (byPath) return byPath;
  const wanted = foldName(words.value);
  const byTitle = sections.filter(
    (section) =>
      foldName(section.title) === wanted || foldName(section.folder.split('/').at(-1) ?? '') === wanted,
  );
  if (byTitle.length === 1) return byTitle[0];
  const meant =
    nearest(
      path,
      sections.map((section) => section.folder),
    ) ?? '';
  report(error('section-unknown', words.place, { value: words.value, meant }));
  return undefined;
}

/** The section that holds a document. */
export function sectionOf(
  { path, sectionKey }: Document,
  sections: readonly SectionName[],
  recall: Recall,
): SectionName {
  const section = recall.for(byFolder)(sections).get(sectionKey);
  if (section === undefined) throw new Error(`There is no section for ${path}.`);
  return section;
}

function byFolder(sections: readonly SectionName[]): ReadonlyMap<string, SectionName> {
  return new Map(sections.map((section) => [nameKey(section.folder), section]));
}
