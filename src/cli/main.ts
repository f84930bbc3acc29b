import path from 'node:path';
import type { Language } from '../base/messages/describe.ts';
import { nodeFileSystem } from '../read/node-file-system.ts';
import { siteLanguage } from '../refused-build.ts';
import { ArgumentError } from './arguments.ts';
import { buildCommand, checkCommand } from './build-command.ts';
import { allocateYoung } from './engine.ts';
import { importCommand } from './import-command.ts';
import { newCommand } from './new-command.ts';
import { shownPath } from './shown-path.ts';
import {
  ClockError,
  EXIT,
  type ExitStatus,
  languageOf,
  processTerminal,
  type Terminal,
  UsageError,
} from './terminal.ts';
import { cliWords } from './words.ts';

type Command = (args: readonly string[], terminal: Terminal) => ExitStatus | Promise<ExitStatus>;

const COMMANDS: Readonly<Record<string, Command>> = {
  build: buildCommand,
  check: checkCommand,
  // A build starts sooner for not loading a server.
  dev: async (args, terminal) => (await import('./dev-command.ts')).devCommand(args, terminal),
  preview: async (args, terminal) => (await import('./preview-command.ts')).previewCommand(args, terminal),
  new: newCommand,
  import: importCommand,
};

/** The command with its arguments; what it ends with is the process' exit status. */
export async function main(args: readonly string[]): Promise<ExitStatus> {
  allocateYoung();
  const terminal = processTerminal();
  const words = cliWords(languageOf(terminal));
  const [name = '', ...rest] = args;
  if (name === '--help' || name === '-h' || name === 'help' || rest.includes('--help')) {
    terminal.out(words.usage);
    return EXIT.ok;
  }
  const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (command === undefined) {
    terminal.err(`${name === '' ? '' : `${words.unknownCommand(name)}\n\n`}${words.usage}`);
    return EXIT.environment;
  }
  try {
    return await command(rest, terminal);
  } catch (cause) {
    const told = cliWords(languageOf(terminal, languageIn(rest)));
    if (cause instanceof UsageError) {
      const reason = cause instanceof ArgumentError ? cause.tell(told) : cause.message;
      terminal.err(`${told.badUsage(reason)}\n\n${told.usage}`);
      return EXIT.environment;
    }
    if (cause instanceof ClockError) {
      terminal.err(`${told.clockUnclear(cause.message)}\n`);
      return EXIT.environment;
    }
    // A disk that refuses is no fault of the program's.
    if (cause instanceof Error && 'syscall' in cause) {
      const { code = cause.message, path: at = '', syscall } = cause as NodeJS.ErrnoException;
      const isFolderGone = syscall === 'uv_cwd';
      terminal.err(`${isFolderGone ? told.workingFolderGone : told.diskRefused(shownPath(at), code)}\n`);
      return EXIT.environment;
    }
    throw cause;
  }
}

/** The site's own language; undefined if its folder cannot be told, for the working folder is gone. */
function languageIn(args: readonly string[]): Language | undefined {
  try {
    return siteLanguage(nodeFileSystem(rootIn(args)));
  } catch {
    return undefined;
  }
}

/** What `--root` says, whatever else may be wrong with the arguments. */
function rootIn(args: readonly string[]): string {
  const index = args.findIndex((arg) => arg === '--root' || arg.startsWith('--root='));
  const given = args[index]?.startsWith('--root=') ? args[index].slice('--root='.length) : args[index + 1];
  return path.resolve(index < 0 ? '.' : (given ?? '.'));
}
