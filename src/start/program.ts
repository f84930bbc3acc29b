import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { Script } from 'node:vm';

/** A bundled script that has been run. */
export interface Program<Exports> {
  readonly exports: Exports;
  readonly script: Script;
}

/** What the whole of a script is: a function, as Node itself makes one of a CommonJS module. */
type Evaluate = (module: object, require: NodeJS.Require, file: string) => void;

/**
 * Runs one of the scripts that `scripts/bundle.mjs` has made, with the code that V8 compiled of it then: what a build needs
 * is there without being compiled once more. V8 takes no code of another version of itself, or that was made under other
 * flags, and compiles as ever; nor is any given to it that is not, to the byte, what was kept. `file` is the script's path.
 */
export function loadProgram<Exports>(file: string): Program<Exports> {
  const source = readFileSync(file);
  const cachedData = keptCode(file, source);
  const script = new Script(source.toString(), {
    filename: file,
    ...(cachedData && { cachedData }),
  });
  const module: { exports?: Exports } = {};
  const evaluate: Evaluate = script.runInThisContext();
  evaluate(module, createRequire(file), file);
  return { exports: module.exports as Exports, script };
}

/** Keeps the code of all functions of a script that have been called; `scripts/code-cache.mjs` does when bundling. */
export function keepCode(file: string, { script }: Program<unknown>): void {
  const code = script.createCachedData();
  writeFileSync(codeFile(file), Buffer.concat([checksum(readFileSync(file), code), code]));
}

/** Whether there is code of the script as it is now. */
export function isCodeKept(file: string): boolean {
  return keptCode(file, readFileSync(file)) !== undefined;
}

const CHECKSUM_BYTES = 32;

function keptCode(file: string, source: Buffer): Buffer | undefined {
  let bytes: Buffer;
  try {
    bytes = readFileSync(codeFile(file));
  } catch {
    return undefined;
  }
  const code = bytes.subarray(CHECKSUM_BYTES);
  return checksum(source, code).equals(bytes.subarray(0, CHECKSUM_BYTES)) ? code : undefined;
}

/** Of a script and its code: V8 itself compares no more than the script's length. */
function checksum(source: Buffer, code: Buffer): Buffer {
  return createHash('sha256').update(source).update(code).digest();
}

/** Where the code of a script lies, for this version of V8 and this kind of processor. */
export function codeFile(file: string): string {
  return `${file}.${process.arch}-${process.versions.v8}.code`;
}
