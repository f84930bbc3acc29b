/**
 * Text of one line as Markdown that shows exactly it. Only what Markdown would take for a mark is escaped, so that a
 * writer still finds the text readable: `a_b`, `5 * 3` and a lone `*` stay as they are. The rules are CommonMark's
 * and those of what the site adds: footnotes, tasks, strikethrough, links from bare addresses. `text` has no line
 * breaks, only single spaces, none at its ends, and stands in a block of its own.
 */
export function escapeLine(text: string): string {
  const characters = text.split('');
  const mark = (index: number): void => {
    characters[index] = `\\${text[index]}`;
  };
  for (const { index } of text.matchAll(ALWAYS)) mark(index);
  if (text.includes('](')) for (const { index } of text.matchAll(/\[/g)) mark(index);
  for (const pattern of PAIRED) {
    const runs = [...text.matchAll(pattern)];
    if (runs.length < 2) continue;
    for (const { 0: run, index } of runs) for (let i = 0; i < run.length; i++) mark(index + i);
  }
  const start = BLOCK_START.exec(text)?.[0];
  if (start !== undefined) mark(start.length - 1);
  // An entity, for what cleans pastes from Word looks for `<o:p>` before backslashes are read.
  for (const { index } of text.matchAll(TAG)) characters[index] = '&lt;';
  bracketAddresses(text, characters);
  return characters.join('');
}

/** A backslash before what it would escape, an inline footnote, an entity. */
const ALWAYS =
  /\\(?=[!-/:-@[-`{-~]|(?:https?|ftp):\/\/)|\^(?=\[)|&(?=(?:#x[\da-f]{1,6}|#\d{1,7}|[a-z][\da-z]{1,31});)/gi;

/** What would begin a tag, a comment or an address in angle brackets. `< 30` and `<30` begin none. */
const TAG = /<(?=[a-z/!?]|[^\s<>]*@)/gi;

/**
 * Runs of signs that mean something only where there are two of them: code, emphasis, strikethrough. Between spaces
 * none opens or closes anything, nor does `_` between letters, unless the letters are an address (see below).
 */
const PAIRED: readonly RegExp[] = [
  /`+/g,
  /(?<=[^\s*])\*+|\*+(?=[^\s*])/g,
  /(?<=[^\s~])~{2,}|~{2,}(?=[^\s~])/g,
  /(?<![\p{L}\p{N}_])_+(?=[^\s_])|(?<=[^\s_])_+(?![\p{L}\p{N}_])|_+(?=(?:https?|ftp):\/\/)/giu,
];

/**
 * A heading, a quote, an item, a number, a rule, a fence, a box to tick, what defines a link or a footnote. It ends
 * with the sign to escape. Two hyphens are a rule where they are an item: `- --` is three.
 */
const BLOCK_START =
  /^(?:#(?=#{0,5}(?: |$))|>|[-+*](?= |$)|\d{1,9}[.)](?= |$)|-(?=(?: ?-)+$)|([_*])(?=(?: ?\1){2,}$)|`(?=``)|~(?=~~)|\[(?=.*\]:|[ xX]\] ))/;

const ADDRESS = /(?:https?|ftp):\/\/[^\s<>]*[^\s<>.,;:!?'"“”‘’()[\]{}…]/gi;

/**
 * A bare address becomes a link with every sign in it, backslashes too: one that has something to escape in it or
 * right behind it goes into angle brackets instead, where signs mean nothing.
 */
function bracketAddresses(text: string, characters: string[]): void {
  const isChanged = (index: number): boolean => characters[index] !== text[index];
  for (const { 0: address, index: start } of text.matchAll(ADDRESS)) {
    const end = start + address.length;
    let seen = start;
    while (/\S/.test(text[seen] ?? ' ') && !isChanged(seen)) seen += 1;
    if (/\s/.test(text[seen] ?? ' ')) continue;
    for (let index = start; index < end; index++) characters[index] = text.charAt(index);
    characters[start] = `<${text.charAt(start)}`;
    characters[end - 1] = `${text.charAt(end - 1)}>`;
  }
}
