import { isError, isHalfPublished } from '../base/diagnostic.ts';
import type { Language } from '../base/messages/describe.ts';
import type { BuildResult } from '../build.ts';
import { formatReport } from './report.ts';
import { shownPath } from './shown-path.ts';
import type { Terminal } from './terminal.ts';
import { cliWords } from './words.ts';

export interface BuildReportOptions {
  readonly command: 'build' | 'check';
  /** The output folder, absolute. */
  readonly out: string;
  readonly milliseconds: number;
  readonly language: Language;
}

/** What `build` and `check` say on the terminal: the findings, and a line about the whole. */
export function showReport(result: BuildResult, options: BuildReportOptions, terminal: Terminal): void {
  const { command, milliseconds, language } = options;
  const words = cliWords(language);
  const { diagnostics, summary } = result;
  if (diagnostics.length > 0) {
    const errors = diagnostics.filter(isError).length;
    const counts = words.counts(errors, diagnostics.length - errors);
    terminal.err(`${formatReport(diagnostics, { language, colour: terminal.colour })}\n${counts}\n`);
  }
  const parts: string[] = [];
  if (command === 'check') parts.push(words.checked(summary.articles, summary.pages));
  else if (result.published) {
    if (!result.ok) terminal.err(`${words.partlyBuilt}\n`);
    parts.push(words.built(summary.articles, summary.pages, shownPath(options.out)));
    parts.push(words.changes(summary.written, summary.unchanged, summary.deleted));
  } else {
    // Of a site that is out in part, the finding says so.
    if (!diagnostics.some(isHalfPublished)) terminal.err(`${words.notBuilt}\n`);
    return;
  }
  if (summary.skipped > 0) parts.push(words.skipped(summary.skipped));
  terminal.err(`${parts.join(' · ')} · ${(milliseconds / 1000).toFixed(2)} s\n`);
  if (command === 'build' && result.until) terminal.err(`${words.due(result.until.clock)}\n`);
}
