import { buildCommand, checkCommand } from './build-command.ts';
import { allocateYoung } from './engine.ts';
import { importCommand } from './import-command.ts';
import { newCommand } from './new-command.ts';
import { EXIT, type ExitStatus, languageOf, processTerminal, type Terminal, UsageError } from './terminal.ts';
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
    if (!isUsage(cause)) throw cause;
    terminal.err(`${words.badUsage(cause.message)}\n\n${words.usage}`);
    return EXIT.environment;
  }
}

/** Ours, or what Node's own reader of arguments says of an option that there is not. */
function isUsage(cause: unknown): cause is Error {
  if (cause instanceof UsageError) return true;
  return cause instanceof TypeError && 'code' in cause && String(cause.code).startsWith('ERR_PARSE_ARGS');
}
