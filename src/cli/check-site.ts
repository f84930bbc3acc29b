import { type Diagnostic, isError, settle } from '../base/diagnostic.ts';
import { type BuildInput, type BuildResult, build } from '../build.ts';
import type { Memos } from '../memo/memos.ts';

/**
 * What `build` would complain of now, and what it would if drafts and articles still to come were published too: a link to
 * a draft is dead only as long as it is one.
 */
export function checkSite(input: Omit<BuildInput, 'drafts' | 'future'>, memos: Memos): BuildResult {
  const now = build({ ...input, drafts: false, future: false }, memos);
  if (now.summary.skipped === 0) return now;
  const later = build({ ...input, drafts: true, future: true }, memos);
  const told = new Set(later.diagnostics.map(keyOf));
  const onlyNow = now.diagnostics.filter((finding) => !told.has(keyOf(finding)));
  const diagnostics = settle([...later.diagnostics, ...onlyNow], input.strictness);
  return { ...later, ok: !diagnostics.some(isError), diagnostics };
}

/** What is told of more documents may name more of them, and is the same finding. */
function keyOf({ code, place: { path, line, column } }: Diagnostic): string {
  return [code, path, line, column].join('\0');
}
