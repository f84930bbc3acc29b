import { type Diagnostic, warning } from '../base/diagnostic.ts';
import type { Document } from '../model/document.ts';
import type { Field } from './field-names.ts';
import type { FieldValue } from './front-matter.ts';

const OF_ARTICLES: readonly Field[] = [
  'updated',
  'views',
  'author',
  'source',
  'tags',
  'also',
  'pinned',
  'id',
];

const OF_SECTIONS: readonly Field[] = ['order', 'contact'];

/** Fields that nothing is made of where they stand, by the kind of the document. */
const UNUSED: Readonly<Record<Document['kind'], ReadonlySet<Field>>> = {
  article: new Set(OF_SECTIONS),
  page: new Set<Field>([...OF_ARTICLES, ...OF_SECTIONS, 'image', 'imageCaption', 'imageAlt']),
  section: new Set<Field>([...OF_ARTICLES, 'date', 'slug', 'kind', 'attachments']),
};

/** A writer who fills in a field expects something of it. */
export function reportUnused(
  kind: Document['kind'],
  fields: ReadonlyMap<Field, FieldValue>,
  report: (diagnostic: Diagnostic) => void,
): void {
  const unused = UNUSED[kind];
  for (const [field, { name, value, place }] of fields) {
    if (!unused.has(field)) continue;
    const isEmpty = value === null || value === '' || (Array.isArray(value) && value.length === 0);
    if (isEmpty) continue;
    const instead = field === 'slug' ? 'rename' : OF_SECTIONS.includes(field) ? 'section' : 'article';
    report(warning('field-unused', place, { field: name, of: kind, instead }));
  }
}
