import type { Code, Params } from './messages/catalogue.ts';

export type { Code } from './messages/catalogue.ts';
export type Severity = 'error' | 'warning';

/** Where a finding is. Line and column count from 1, columns in UTF-16 units. A whole file is 1:1 without text. */
export interface Place {
  readonly path: string;
  readonly line: number;
  readonly column: number;
  /** The line itself, as written; empty if the finding is about the whole file. */
  readonly text: string;
}

/**
 * A finding about somebody's file. It holds no words: `describe` gives them in the reader's language, so that a
 * remembered finding does not depend on a setting.
 */
export interface Diagnostic<C extends Code = Code> {
  readonly severity: Severity;
  readonly code: C;
  readonly params: Params[C];
  readonly place: Place;
}

/** Codes that tell of the machine (disk, rights, another build) and not of a writer's text. Exit status 2. */
const ENVIRONMENT: ReadonlySet<Code> = new Set<Code>([
  'content-missing',
  'file-unreadable',
  'output-failed',
  'output-full',
  'output-locked',
  'output-unsafe',
  'thread-lost',
]);

/** Warnings of `build` that `check` makes errors: a reader would be led nowhere. */
const ERROR_IN_CHECK: ReadonlySet<Code> = new Set<Code>([
  'link-dead',
  'translation-dead',
  'anchor-dead',
  'image-missing',
]);

/** `lenient` is `build`, `check` is `check`, and under `strict` every warning is an error. */
export type Strictness = 'lenient' | 'check' | 'strict';

export function wholeFile(path: string): Place {
  return { path, line: 1, column: 1, text: '' };
}

export function error<C extends Code>(code: C, place: Place, params: Params[C]): Diagnostic<C> {
  return { severity: 'error', code, params, place };
}

export function warning<C extends Code>(code: C, place: Place, params: Params[C]): Diagnostic<C> {
  return { severity: 'warning', code, params, place };
}

export function isError(diagnostic: Diagnostic): boolean {
  return diagnostic.severity === 'error';
}

export function isEnvironment(diagnostic: Diagnostic): boolean {
  return ENVIRONMENT.has(diagnostic.code);
}

/** Whether a finding tells that writing stopped when a part of the published site had changed already. */
export function isHalfPublished({ params }: Diagnostic): boolean {
  return 'begun' in params && params.begun;
}

/** The findings as `strictness` takes them, ordered by path and place, none twice. */
export function settle(diagnostics: Iterable<Diagnostic>, strictness: Strictness): Diagnostic[] {
  const seen = new Map<string, Diagnostic>();
  for (const diagnostic of diagnostics) {
    const raised =
      strictness === 'strict' || (strictness === 'check' && ERROR_IN_CHECK.has(diagnostic.code))
        ? { ...diagnostic, severity: 'error' as const }
        : diagnostic;
    const { path, line, column } = raised.place;
    seen.set(`${path}\0${line}\0${column}\0${raised.code}\0${JSON.stringify(raised.params)}`, raised);
  }
  return [...seen.values()].sort(compareDiagnostics);
}

function compareDiagnostics(a: Diagnostic, b: Diagnostic): number {
  if (a.place.path !== b.place.path) return a.place.path < b.place.path ? -1 : 1;
  return (
    a.place.line - b.place.line ||
    a.place.column - b.place.column ||
    (a.code < b.code ? -1 : a.code > b.code ? 1 : 0)
  );
}
