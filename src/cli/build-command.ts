import path from 'node:path';
import type { Crew } from '../base/crew.ts';
import { isEnvironment, isError, type Strictness } from '../base/diagnostic.ts';
import type { Language } from '../base/messages/describe.ts';
import { UNTIMED } from '../base/stopwatch.ts';
import { type BuildInput, type BuildResult, build } from '../build.ts';
import { emptyMemos } from '../memo/memos.ts';
import { readBaseUrl } from '../parse/settings.ts';
import { nodeFileSystem } from '../read/node-file-system.ts';
import { refusedBuild } from '../refused-build.ts';
import { nodeDisk } from '../write/node-disk.ts';
import type { Publication } from '../write/publish.ts';
import { unsafeOutput } from '../write/unsafe-output.ts';
import { readArguments } from './arguments.ts';
import { showReport } from './build-report.ts';
import { checkSite } from './check-site.ts';
import { compilePlainly, growSlowlyIfLarge, optimiseIfMany } from './engine.ts';
import { openOutput } from './open-output.ts';
import { THEME } from './program-folders.ts';
import { jsonDiagnostic } from './report.ts';
import { siteCrew } from './site-crew.ts';
import { siteMemoStore, siteSpill } from './site-memos.ts';
import { type RunningStopwatch, startStopwatch } from './stopwatch.ts';
import { EXIT, type ExitStatus, languageOf, nowOf, type Terminal, UsageError } from './terminal.ts';
import { formatTimings, jsonTimings } from './timings.ts';
import { traceOf } from './trace.ts';
import { cliWords } from './words.ts';

interface BuildFlags {
  readonly root: string;
  readonly out: string;
  readonly base: string | undefined;
  readonly drafts: boolean;
  readonly future: boolean;
  readonly strict: boolean;
  readonly keepGoing: boolean;
  readonly crew: Crew;
  /** Remember nothing of the last build. */
  readonly clean: boolean;
  readonly json: boolean;
  /** Tell how long each stage took. */
  readonly timings: boolean;
  /** Absolute: the file for a trace. */
  readonly trace: string | undefined;
  /** Where somebody wants to know. */
  readonly stopwatch: RunningStopwatch | undefined;
}

export function buildCommand(args: readonly string[], terminal: Terminal): ExitStatus {
  const { values } = readArguments({
    args: [...args],
    options: {
      root: { type: 'string', default: '.' },
      out: { type: 'string' },
      base: { type: 'string' },
      drafts: { type: 'boolean', default: false },
      future: { type: 'boolean', default: false },
      strict: { type: 'boolean', default: false },
      'keep-going': { type: 'boolean', default: false },
      clean: { type: 'boolean', default: false },
      workers: { type: 'string' },
      timings: { type: 'boolean', default: false },
      trace: { type: 'string' },
      json: { type: 'boolean', default: false },
    },
  });
  const root = path.resolve(values.root);
  const isTimed = values.timings || values.trace !== undefined;
  const stopwatch = isTimed ? startStopwatch(() => performance.now(), performance.timeOrigin) : undefined;
  const flags: BuildFlags = {
    ...values,
    root,
    out: values.out === undefined ? path.join(root, 'dist') : path.resolve(values.out),
    base: values.base,
    crew: siteCrew(terminal, values.workers, stopwatch),
    trace: values.trace === undefined ? undefined : path.resolve(values.trace),
    stopwatch,
    keepGoing: values['keep-going'],
  };
  if (flags.base !== undefined && readBaseUrl(flags.base) === undefined) {
    throw new UsageError(`--base ${flags.base}`);
  }
  return run(flags, 'build', terminal);
}

export function checkCommand(args: readonly string[], terminal: Terminal): ExitStatus {
  const { values } = readArguments({
    args: [...args],
    options: {
      root: { type: 'string', default: '.' },
      strict: { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
    },
  });
  const root = path.resolve(values.root);
  const flags = { ...values, root, out: path.join(root, 'dist'), base: undefined, crew: siteCrew(terminal) };
  const untimed = { timings: false, trace: undefined, stopwatch: undefined };
  const all = { drafts: false, future: false, keepGoing: false, clean: true };
  return run({ ...flags, ...all, ...untimed }, 'check', terminal);
}

function run(flags: BuildFlags, command: 'build' | 'check', terminal: Terminal): ExitStatus {
  const started = performance.now();
  const { stopwatch } = flags;
  const { time } = stopwatch ?? UNTIMED;
  stopwatch?.note('start', 0, started);
  const writes = command === 'build';
  const store = siteMemoStore(flags.root, flags.out);
  const memos = flags.clean ? emptyMemos() : time('open', () => store.load());
  if (memos.whole.last() === undefined) compilePlainly();
  const crew: Crew = {
    ...flags.crew,
    // The first moment at which it is known whether the site is a large one.
    expect(documents) {
      optimiseIfMany(documents);
      flags.crew.expect(documents);
    },
  };
  const strictness: Strictness = flags.strict ? 'strict' : writes ? 'lenient' : 'check';
  const site = nodeFileSystem(flags.root);
  const input: BuildInput = {
    site,
    theme: nodeFileSystem(THEME),
    publication: writes ? () => openForPages(flags) : undefined,
    crew,
    ...(writes && { spill: siteSpill(flags.root, flags.out) }),
    baseUrl: flags.base,
    now: nowOf(terminal),
    drafts: flags.drafts,
    future: flags.future,
    keepGoing: flags.keepGoing,
    strictness,
    ...(stopwatch && { stopwatch }),
  };
  const make = (): BuildResult => {
    if (!writes) return checkSite(input, memos);
    const unsafe = unsafeOutput(flags.root, flags.out);
    return unsafe === undefined ? build(input, memos) : refusedBuild(unsafe, site);
  };
  const result = make();
  flags.crew.dismiss();
  if (writes) time('save', () => store.save(memos));
  const ended = performance.now();
  const milliseconds = Math.round(ended - started);
  const language = languageOf(terminal, result.language);
  const timings = stopwatch?.timings();
  const told = flags.timings ? timings : undefined;
  if (flags.json) terminal.out(jsonReport(result, milliseconds, language, told && jsonTimings(told, ended)));
  else {
    showReport(result, { command, out: flags.out, milliseconds, language }, terminal);
    if (told !== undefined) terminal.err(formatTimings(told, ended, language));
  }
  if (timings !== undefined && flags.trace !== undefined) {
    try {
      nodeDisk().write(flags.trace, Buffer.from(traceOf(timings)));
    } catch (cause) {
      const { code = String(cause) } = cause as NodeJS.ErrnoException;
      terminal.err(`${cliWords(language).traceRefused(flags.trace, code)}\n`);
      return EXIT.environment;
    }
  }
  if (result.diagnostics.some((finding) => isError(finding) && isEnvironment(finding)))
    return EXIT.environment;
  return result.ok ? EXIT.ok : EXIT.findings;
}

function openForPages({ out, crew, clean }: Pick<BuildFlags, 'out' | 'crew' | 'clean'>): Publication {
  growSlowlyIfLarge();
  // Whoever wants nothing remembered wants what stands there to be what it should be.
  return openOutput(out, crew, undefined, clean ? 'bytes' : 'sizes');
}

function jsonReport(
  result: BuildResult,
  milliseconds: number,
  language: Language,
  timings: ReturnType<typeof jsonTimings> | undefined,
): string {
  const report = {
    ok: result.ok,
    diagnostics: result.diagnostics.map((diagnostic) => jsonDiagnostic(diagnostic, language)),
    summary: { ...result.summary, ms: milliseconds },
    ...(timings && { timings }),
  };
  return `${JSON.stringify(report, null, 2)}\n`;
}
