import { isLoopback } from '../serve/guard.ts';
import type { Terminal } from './terminal.ts';
import { UsageError } from './terminal.ts';
import type { CliWords } from './words.ts';

/** Where a server is to listen, as `util.parseArgs` takes it. */
export const SERVER_OPTIONS = { port: { type: 'string' }, host: { type: 'string' } } as const;

const PORT = 4000;

/** Throws a `UsageError` if that is no port. */
export function readPort(words: string | undefined): number {
  if (words === undefined) return PORT;
  const port = /^\d{1,5}$/.test(words) ? Number(words) : -1;
  if (port < 0 || port > 65535) throw new UsageError(`--port ${words}`);
  return port;
}

/** Throws a `UsageError` if that is no host. */
export function readHost(words: string | undefined): string | undefined {
  if (words !== undefined && (words === '' || /[\s/]/.test(words))) throw new UsageError(`--host ${words}`);
  return words;
}

/** The line that says where, and what should be known about it. */
export function tellAddress(
  terminal: Terminal,
  words: CliWords,
  at: { readonly address: string; readonly port: number },
  wanted: { readonly port: number; readonly host: string | undefined },
): void {
  if (wanted.port !== 0 && at.port !== wanted.port)
    terminal.err(`${words.portTaken(wanted.port, at.port)}\n`);
  if (wanted.host !== undefined && !isLoopback(wanted.host))
    terminal.err(`${words.openToAll(wanted.host)}\n`);
  terminal.err(`${words.serving(at.address)}\n`);
}
