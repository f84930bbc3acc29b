import { type Diagnostic, error, wholeFile } from '../base/diagnostic.ts';

/** How many files of the output a build changed. */
export interface WriteSummary {
  readonly written: number;
  /** Already right on the disk, or kept as they were. */
  readonly unchanged: number;
  readonly deleted: number;
}

export interface Written {
  readonly summary: WriteSummary;
  /** Paths of the files written. */
  readonly written: readonly string[];
  readonly deleted: readonly string[];
  /** Stands for the whole site: the checksum of its manifest. */
  readonly version: string;
  /** Of the site that was there before; undefined if there was none, or not for sure. */
  readonly before: string | undefined;
}

/**
 * Why nothing, or not everything, was published: `output-foreign` (one finding for each path that is not ours),
 * `output-locked`, `output-full` or `output-failed`. What the disk said is the `cause`.
 */
export class OutputError extends Error {
  override readonly name = 'OutputError';
  readonly diagnostics: readonly Diagnostic[];
  constructor(diagnostics: readonly Diagnostic[], options?: ErrorOptions) {
    super(diagnostics.map((diagnostic) => diagnostic.code).join(', '), options);
    this.diagnostics = diagnostics;
  }
}

/** Paths that we want and do not own, relative to the output folder. */
export function foreignFiles(outputFolder: string, paths: Iterable<string>): OutputError {
  return new OutputError(
    [...paths].sort().map((path) => error('output-foreign', wholeFile(`${outputFolder}/${path}`), { path })),
  );
}

/**
 * What to throw when `cause` stopped the work: an `OutputError` if it is the disk's, `cause` itself if not.
 * `begun`: something of the published site may have changed already.
 */
export function failure(outputFolder: string, cause: unknown, begun: boolean): unknown {
  if (!(cause instanceof Error && 'syscall' in cause)) return cause;
  const code = errorCode(cause);
  const place = wholeFile(outputFolder);
  const diagnostic =
    code === 'ENOSPC' || code === 'EDQUOT'
      ? error('output-full', place, { begun })
      : error('output-failed', place, { reason: cause.message, begun });
  return new OutputError([diagnostic], { cause });
}

/** The code of an error of Node's, such as `EEXIST`. */
export function errorCode(cause: unknown): string | undefined {
  return cause instanceof Error && 'code' in cause && typeof cause.code === 'string' ? cause.code : undefined;
}
