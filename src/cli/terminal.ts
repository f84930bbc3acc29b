import { isLanguage, type Language } from '../base/messages/describe.ts';

/** Where a command's words go. Standard output is for results, standard error for everything else. */
export interface Terminal {
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Colours are for a terminal that has not refused them. */
  readonly colour: boolean;
  out(text: string): void;
  err(text: string): void;
}

export function processTerminal(): Terminal {
  const { env, stderr, stdout } = process;
  return {
    environment: env,
    colour: stderr.isTTY === true && !env['NO_COLOR'] && !env['CI'],
    out: (text) => stdout.write(text),
    err: (text) => stderr.write(text),
  };
}

/** `BANTIN_LANG`, else the site's own language, else Vietnamese. */
export function languageOf(terminal: Terminal, site: Language = 'vi'): Language {
  const wanted = terminal.environment['BANTIN_LANG'] ?? '';
  return isLanguage(wanted) ? wanted : site;
}

/** The end of the year 9999: no date of ours is later. */
const LAST_SECOND = 253_402_300_799;

/**
 * Seconds of UTC. `SOURCE_DATE_EPOCH` stands in for the clock, so that a build can be made again later. Whoever sets it to
 * what is no time would get another site than they think: throws a `ClockError`.
 */
export function nowOf(terminal: Terminal): number {
  const fixed = terminal.environment['SOURCE_DATE_EPOCH'] ?? '';
  if (fixed === '') return Math.floor(Date.now() / 1000);
  if (!/^\d{1,12}$/.test(fixed) || Number(fixed) > LAST_SECOND) throw new ClockError(fixed);
  return Number(fixed);
}

/** `SOURCE_DATE_EPOCH` is set to what is no time; the message is that value. Exit status 2. */
export class ClockError extends Error {
  override readonly name = 'ClockError';
}

/** Wrong usage; shown with the usage text, exit status 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

export const EXIT = { ok: 0, findings: 1, environment: 2 } as const;
export type ExitStatus = (typeof EXIT)[keyof typeof EXIT];
