import type { Diagnostic } from '../base/diagnostic.ts';
import type { Language } from '../base/messages/describe.ts';
import type { Recall } from '../base/recall.ts';
import type { Document } from './document.ts';
import { findSection, sectionOf } from './find-section.ts';
import type { Dated } from './periods.ts';
import type { SectionName, TagName } from './site.ts';
import { createTagFinder } from './tags.ts';
import { type NamedDocument, nameDocument } from './targets.ts';

/**
 * Where a document stands. All of it can be said as soon as the names of the sections and tags are known, and before
 * it is known what links lead to, for they may lead to lists.
 */
export interface Placed extends Dated {
  readonly document: Document;
  readonly section: SectionName;
  readonly language: Language;
  /** Its section and those that it names in `also`: they list it by themselves. */
  readonly homes: readonly SectionName[];
  readonly tags: readonly TagName[];
  readonly named: NamedDocument;
  readonly diagnostics: readonly Diagnostic[];
}

const NO_DAY: Dated = { year: 1970, month: 1, day: 1 };

export function placeDocument(
  document: Document,
  sections: readonly SectionName[],
  tags: readonly TagName[],
  recall: Recall,
): Placed {
  const section = sectionOf(document, sections, recall);
  const diagnostics: Diagnostic[] = [];
  const also = document.also.flatMap(
    (words) => findSection(sections, words, (finding) => diagnostics.push(finding)) ?? [],
  );
  const tagOf = recall.for(createTagFinder)(tags);
  const { year, month, day } = document.day ?? NO_DAY;
  return {
    document,
    section,
    language: document.language ?? section.language,
    homes: also.length === 0 ? [section] : [...new Set([section, ...also])],
    tags: [...new Set(document.tags.flatMap((title) => tagOf(title) ?? []))],
    named: nameDocument(document, section, recall),
    diagnostics,
    year,
    month,
    day,
  };
}
