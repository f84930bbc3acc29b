import type { Engine, StateInline } from './engine.ts';
import { noteLeft } from './marks-left.ts';

/** Longer than the words of any link: further back none is looked for. */
const LONGEST_LABEL = 300;
const LONGEST_NOTE = 40;

const PICTURE = 'jpe?g|png|gif|webp|avif|svg|tiff?|bmp|hei[cf]';
const FILE = `${PICTURE}|pdf|docx?|xlsx?|pptx?|od[tsp]|rtf|txt|csv|zip|rar|7z|mp[34]|md|html?`;
const IS_PICTURE = new RegExp(`\\.(?:${PICTURE})$`, 'i');
/** A file's name or an address as a whole, without blanks: nothing else is written so. */
const IS_PLAIN_TARGET = new RegExp(`^<?(?:[^\\s<>]+\\.(?:${FILE})|https?://[^\\s<>]+)>?$`, 'i');
/** What begins like an address, or has a file's name in it. */
const HAS_TARGET = new RegExp(
  `^\\s*<?(?:https?:|mailto:|tel:|www\\.|\\.{0,2}/)|\\.(?:${FILE})(?![\\p{L}\\p{N}])`,
  'iu',
);
/** Numbers of notes (`[1]`, `[iv]`), a letter, dots that stand for what was left out: before a remark they are no link's words. */
const IS_NO_LABEL = /^(?:[\divxlcdm.,\s]*|\P{L}*\p{L}?\P{L}*)$/iu;
/** A remark between brackets, behind a blank or a line break. */
const REMARK = /[ \t]*\n?[ \t]*\(([^()\n]*)\)/y;

/**
 * Notes what was meant as a link, a picture or the mark of a footnote and stands as it was typed. Where the rules for these
 * have failed, their brackets come by as text. `[1] (xem …)` in a sentence is none.
 */
export function addUnreadReferences(engine: Engine): void {
  engine.inline.ruler.push('unread_references', unreadReferences);
}

function unreadReferences(state: StateInline, silent: boolean): boolean {
  if (silent) return false;
  const { src, pos } = state;
  if (src[pos] === ']') noteBracket(state);
  else if (src[pos] === '!' && src[pos + 1] === '(') notePictureWithoutWords(state);
  return false;
}

function noteBracket(state: StateInline): void {
  const { src, pos } = state;
  const from = Math.max(0, pos - LONGEST_LABEL);
  const before = src.slice(from, pos);
  const at = Math.max(before.lastIndexOf('['), before.lastIndexOf(']'));
  if (at < 0 || before[at] === ']') {
    // Words whose `[` is missing, or was another link's.
    if (src[pos + 1] === '(' && HAS_TARGET.test(insideOf(src, pos + 2))) noteReference(state, pos, false);
    return;
  }
  const open = from + at;
  if (/\\!?$/.test(src.slice(Math.max(0, open - 2), open))) return;
  const label = src.slice(open + 1, pos);
  const isPicture = /!\[?$/.test(src.slice(Math.max(0, open - 2), open));
  if (label.startsWith('^') && label.trim().length > 1 && label.length <= LONGEST_NOTE) {
    noteLeft(state, open, { kind: 'note', label: label.slice(1) });
  } else if (isMeantAsReference(src, pos, label, isPicture, src[open - 1] === ')')) {
    noteReference(state, isPicture ? src.lastIndexOf('!', open) : open, isPicture);
  }
}

/** `end` is where the `]` behind the label stands. */
function isMeantAsReference(
  src: string,
  end: number,
  label: string,
  isPicture: boolean,
  isBehindBracket: boolean,
): boolean {
  if (src[end + 1] === '(') {
    return (isPicture && label === '') || !IS_NO_LABEL.test(label) || HAS_TARGET.test(insideOf(src, end + 2));
  }
  REMARK.lastIndex = end + 1;
  const remark = REMARK.exec(src)?.[1]?.trim();
  if (remark !== undefined) {
    if (isPicture) return IS_PICTURE.test(remark) && !(IS_NO_LABEL.test(label) && label !== '');
    return !IS_NO_LABEL.test(label) && IS_PLAIN_TARGET.test(remark);
  }
  if (isPicture) return IS_PICTURE.test(label);
  return isBehindBracket && IS_PLAIN_TARGET.test(label);
}

/** `!(anh.png)`; an exclamation and a remark have a word before them. */
function notePictureWithoutWords(state: StateInline): void {
  const { src, pos } = state;
  if (pos > 0 && /\S/.test(src[pos - 1] ?? '')) return;
  const name = insideOf(src, pos + 2).trim();
  if (IS_PICTURE.test(name)) noteReference(state, pos, true);
}

/** What stands up to the next `)`, or to the end of the line. */
function insideOf(src: string, start: number): string {
  return /^[^)\n]*/.exec(src.slice(start, start + LONGEST_LABEL))?.[0] ?? '';
}

function noteReference(state: StateInline, start: number, isPicture: boolean): void {
  const line = /^[^\n]*/.exec(state.src.slice(start, start + LONGEST_LABEL))?.[0] ?? '';
  // What is told is the piece up to the bracket that closes it, if one does.
  const text = /^!?\[?[^\]]*\][^)]*\)|^!\([^)]*\)/.exec(line)?.[0] ?? line;
  noteLeft(state, start, { kind: 'reference', text, isPicture });
}
