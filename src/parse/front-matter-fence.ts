import { type Diagnostic, error, warning } from '../base/diagnostic.ts';
import { fieldOfLine } from './front-matter-block.ts';
import { placeAt, type Source } from './source.ts';

/** Nothing but dashes; Word makes one long dash of two, and what pastes bring stands around them unseen. */
const DASHES = /^[\s\u200b\ufeff]*([-\u2013\u2014]+)[\s\u200b\ufeff]*$/;
const EXACT = /^---\s*$/;
const TOML_FENCE = /^[\s\u200b\ufeff]*\+{3,}[\s\u200b\ufeff]*$/;
/** A comment, or the name of a table. */
const TOML_ASIDE = /^\s*(?:#|\[.*\]\s*(?:#.*)?$)/;
const TOML_FIELD = /^\s*["']?([\p{L}\p{N}][\p{L}\p{N} ._-]*?)["']?\s*=\s*(.*?)\s*$/u;
const BLOCK_SCALAR = /:\s*[|>][+-]?[0-9]?[+-]?\s*(?:#.*)?$/;
/** What may stand among fields: one, known or not, an item of a list, a comment. */
const FIELD_LIKE = /^\s*(?:#|- |[^\s:][^:]*:(?:\s|$))/;

/** Whether a line is meant as a fence, `---`: a long dash counts for the two that it was made of. */
function isFence(line: string): boolean {
  const dashes = DASHES.exec(line)?.[1];
  return dashes !== undefined && dashes.replace(/[\u2013\u2014]/g, '--').length >= 3;
}

/** What to say of a fence that is not typed as one. */
export function fenceFinding(source: Source, line: number): Diagnostic | undefined {
  const text = source.line(line) ?? '';
  if (EXACT.test(text)) return undefined;
  return warning('front-matter-fence', placeAt(source, line, 1), { text: text.trimEnd() });
}

/** Whether a line that is no plain `---` opens front matter: it does if a field of ours is the next. */
export function isSpoiltOpening(source: Source, line: number): boolean {
  return isFence(source.line(line) ?? '') && fieldOfLine(nextWords(source, line + 1).text) !== undefined;
}

/** Whether a line closes the block above it. In a value of several lines an indented one is a part of that value. */
export function isClosing(line: string, block: readonly string[]): boolean {
  if (EXACT.test(line)) return true;
  if (!isFence(line)) return false;
  return !/^\s/.test(line) || !BLOCK_SCALAR.test(block.findLast((above) => /^\S/.test(above)) ?? '');
}

/**
 * Fields that stand at the top of a file without the line that opens them: they would be published, drafts with them.
 * One is enough that is spelt as fields are, or that a fence follows; a text may begin with “Ngày: …”.
 */
export function findUnopened(source: Source, opening: number): Diagnostic | undefined {
  const first = source.line(opening) ?? '';
  // In place of the fence there may stand other signs: `***`, `+++`, `—`.
  const spoilt = /[\p{L}\p{N}]/u.test(first) ? '' : first.trim();
  const start = spoilt === '' ? { text: first, line: opening } : nextWords(source, opening + 1);
  if (fieldOfLine(start.text) === undefined) return undefined;
  let known = 0;
  let line = start.line;
  for (; ; line++) {
    const text = source.line(line) ?? '';
    if (fieldOfLine(text) !== undefined) known += 1;
    else if (!FIELD_LIKE.test(text)) break;
  }
  const isEvident = /^\s*["']?\p{Ll}/u.test(start.text) || known > 1 || isFence(source.line(line) ?? '');
  if (!isEvident) return undefined;
  const field = start.text.trim();
  return error('front-matter-unopened', placeAt(source, opening, 1), { field, spoilt });
}

/** Front matter in TOML, as Hugo takes it: `+++` for a fence, and `draft = true` for a field. */
export function findToml(source: Source, opening: number): Diagnostic | undefined {
  if (!TOML_FENCE.test(source.line(opening) ?? '')) return undefined;
  let { text, line } = nextWords(source, opening + 1);
  while (TOML_ASIDE.test(text)) ({ text, line } = nextWords(source, line + 1));
  const [, name = '', value = ''] = TOML_FIELD.exec(text) ?? [];
  if (name === '' && !TOML_FENCE.test(text)) return undefined;
  const [written, meant] = name === '' ? ['', ''] : [text.trim(), `${name}: ${value}`];
  return error('front-matter-toml', placeAt(source, opening, 1), { written, meant });
}

/** The first line from `line` on that is not blank. */
function nextWords(source: Source, line: number): { readonly text: string; readonly line: number } {
  let next = line;
  while (source.line(next)?.trim() === '') next += 1;
  return { text: source.line(next) ?? '', line: next };
}
