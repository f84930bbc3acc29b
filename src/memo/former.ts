import type { Document } from '../model/document.ts';
import type { SourceFile } from '../read/snapshot.ts';
import type { Changes } from './changes.ts';

/** More changes than this, and to find what they change takes as long as to look at all. */
const FEW = 200;

/**
 * The documents of the remembered build, in groups of which those that have not changed are the same objects as
 * `parsed`. undefined if they are not known.
 */
export function formerDocuments(
  { edited, come, gone }: Changes,
  sources: readonly (readonly SourceFile[])[],
  parsed: readonly (readonly Document[])[],
): readonly (readonly Document[])[] | undefined {
  if (edited.length + come.length + gone.length > FEW) return undefined;
  const former = new Map<string, Document | null>(come.map(({ path }) => [path, null]));
  for (const { source, former: then } of edited) {
    if (then === undefined) return undefined;
    // As an object of its own, also if it says the same: what shows it is to be looked at.
    former.set(source.path, then.result.document && { ...then.result.document });
  }
  const groups = parsed.map((documents, index) => {
    const group = sources[index] ?? [];
    if (!group.some(({ path }) => former.has(path))) return documents;
    const byPath = new Map(documents.map((document) => [document.path, document]));
    return group.flatMap(({ path }) => (former.has(path) ? former.get(path) : byPath.get(path)) ?? []);
  });
  // Where among the others these were makes no difference: what lists them is not as it was anyway.
  return [...groups, gone.flatMap(({ former: { result } }) => result.document ?? [])];
}
