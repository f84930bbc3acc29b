import { type ParseArgsConfig, parseArgs } from 'node:util';
import { nearest } from '../base/edit-distance.ts';
import { UsageError } from './terminal.ts';
import type { CliWords } from './words.ts';

/** Arguments that a command does not take: what is wrong with them, in the words of whoever reads it. */
export class ArgumentError extends UsageError {
  readonly tell: (words: CliWords) => string;
  constructor(tell: (words: CliWords) => string, options: ErrorOptions) {
    super('', options);
    this.tell = tell;
  }
}

/** The arguments as Node reads them; throws an `ArgumentError`. */
export function readArguments<T extends ParseArgsConfig>(config: T): ReturnType<typeof parseArgs<T>> {
  try {
    return parseArgs(config);
  } catch (cause) {
    const code = cause instanceof Error && 'code' in cause ? String(cause.code) : '';
    if (!(cause instanceof Error) || !code.startsWith('ERR_PARSE_ARGS')) throw cause;
    throw new ArgumentError(complaint(code, cause.message, config), { cause });
  }
}

/** Node says only in English which argument it is about: the first word between quotes. */
function complaint(
  code: string,
  message: string,
  { args = [], options = {} }: ParseArgsConfig,
): ArgumentError['tell'] {
  const quoted = /'([^']*)'/.exec(message)?.[1] ?? args.join(' ');
  const option = quoted.split(' ', 1)[0]?.split(', ').at(-1) ?? quoted;
  if (code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION') {
    const known = Object.keys(options).map((name) => `--${name}`);
    return ({ argument }) => argument.unknown(option, nearest(option, known) ?? '');
  }
  if (code === 'ERR_PARSE_ARGS_INVALID_OPTION_VALUE') {
    const name = /--[\w-]+/.exec(quoted)?.[0] ?? option;
    const isFlag = options[name.replace(/^-+/, '')]?.type === 'boolean';
    return ({ argument }) => (isFlag ? argument.valueUnwanted(name) : argument.valueMissing(name));
  }
  return ({ argument }) => argument.unexpected(quoted);
}
