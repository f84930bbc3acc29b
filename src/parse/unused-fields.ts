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

/** Fields that nothing is made of where they stand, by the kind of the document. Articles are left alone. */
const UNUSED: Readonly<Record<Document['kind'], ReadonlySet<Field>>> = {
  article: new Set(),
  page: new Set<Field>([...OF_ARTICLES, 'image', 'imageCaption', 'imageAlt', 'order', 'contact']),
  section: new Set<Field>([...OF_ARTICLES, 'date', 'slug', 'kind', 'attachments']),
};

/** A writer who fills in a field expects something of it. */
export function reportUnused(
  kind: Document['kind'],
  fields: ReadonlyMap<Field, FieldValue>,
  report: (diagnostic: Diagnostic) => void,
): void {
  if (kind === 'article') return;
  for (const [field, { name, value, place }] of fields) {
    const isEmpty = value === null || value === '' || (Array.isArray(value) && value.length === 0);
    if (isEmpty || !UNUSED[kind].has(field)) continue;
    report(warning('field-unused', place, { field: name, of: kind, isAddress: field === 'slug' }));
  }
}
