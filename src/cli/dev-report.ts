import { isError, isHalfPublished } from '../base/diagnostic.ts';
import type { Language } from '../base/messages/describe.ts';
import type { DevEvent } from '../serve/dev.ts';
import { formatReport } from './report.ts';
import { tellAddress } from './server-flags.ts';
import { languageOf, type Terminal } from './terminal.ts';
import { type CliWords, cliWords } from './words.ts';

export interface DevReportOptions {
  readonly language: Language;
  readonly port: number;
  readonly host: string | undefined;
}

type BuiltEvent = Extract<DevEvent, { kind: 'built' }>;

/** What `dev` says on the terminal: a line for each build, and findings when they are others than before. */
export function devReport(terminal: Terminal, options: DevReportOptions): (event: DevEvent) => void {
  const words = cliWords(options.language);
  const say = (line: string): void => terminal.err(`${line}\n`);
  let told: string | undefined;

  const tellBuilt = (event: BuiltEvent): void => {
    const { diagnostics } = event.result;
    const language = languageOf(terminal, event.result.language);
    const report = formatReport(diagnostics, { language, colour: terminal.colour });
    const isNew = report !== (told ?? '');
    const isFirst = told === undefined;
    // Whoever saves a file that is still wrong is told so again.
    if (report !== '' && (isNew || (!event.result.ok && isNewsworthy(event)))) say(report);
    told = report;
    if (isFirst || isNew || isNewsworthy(event)) say(builtLine(event, cliWords(language)));
  };

  return (event) => {
    switch (event.kind) {
      case 'started':
        return tellAddress(terminal, words, event, options);
      case 'built':
        return tellBuilt(event);
      case 'locked':
        return say(
          `${formatReport(event.result.diagnostics, { language: options.language, colour: terminal.colour })}${words.waiting}`,
        );
      case 'polling':
        return say(words.polling(event.reason));
      case 'fault':
        return say(
          `${words.fault}\n${event.cause instanceof Error ? event.cause.stack : String(event.cause)}`,
        );
    }
  };
}

/** A look at everything that found nothing is not worth a line. */
function isNewsworthy({ sources, result }: BuiltEvent): boolean {
  const { written, deleted } = result.summary;
  return (sources !== undefined && sources.length > 0) || written + deleted > 0;
}

function builtLine({ result, sources, milliseconds }: BuiltEvent, words: CliWords): string {
  const { diagnostics, summary, rendered, published } = result;
  const errors = diagnostics.filter(isError).length;
  const [first, ...more] = sources ?? [];
  const parts = first === undefined ? [] : [more.length === 0 ? first : words.files(more.length + 1)];
  if (!published) {
    // Of a site that is out in part, the finding says so.
    if (!diagnostics.some(isHalfPublished)) parts.push(words.notBuilt);
  } else {
    parts.push(words.rendered(rendered.length));
    parts.push(words.changes(summary.written, summary.unchanged, summary.deleted));
  }
  if (diagnostics.length > 0) parts.push(words.counts(errors, diagnostics.length - errors));
  return `${parts.join(' · ')} · ${(milliseconds / 1000).toFixed(2)} s`;
}
