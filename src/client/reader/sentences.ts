/** A stretch of a text: from `start`, before `end`. */
export interface Sentence {
  readonly start: number;
  readonly end: number;
}

/** Where a sentence may end: a mark, closing quotes or brackets, then a space. `1.234` and `v.v.,` are no ends. */
const END = /[.!?…;:]+["”’)\]]*(?=\s)/g;
/** A word before the dot that goes on after it: an initial, a list's number, `TP.`, `Q.`, `ThS.` */
const ABBREVIATED = /(?:^|[\s(])(?:\p{L}|\d{1,3}|TP|ThS|TS|PGS|GS|BS|KS|Th|St|No|Mr|Mrs|Dr)\.$/u;
/** Longer ones are cut at a comma: browsers stop speaking in the middle of what is too long. */
const LONGEST = 220;

/** The sentences of a text as they are spoken one by one. */
export function sentencesOf(text: string): Sentence[] {
  const ends: number[] = [];
  for (const match of text.matchAll(END)) {
    const end = match.index + match[0].length;
    if (match[0] !== '.' || !ABBREVIATED.test(text.slice(Math.max(0, end - 6), end))) ends.push(end);
  }
  ends.push(text.length);
  let start = 0;
  return ends.flatMap((end) => {
    const pieces = cut(text, start, end);
    start = end;
    return pieces;
  });
}

function cut(text: string, from: number, to: number): Sentence[] {
  const lead = text.slice(from, to).search(/\S/);
  if (lead < 0) return [];
  const start = from + lead;
  if (to - start <= LONGEST) return [{ start, end: to }];
  const comma = text.lastIndexOf(', ', start + LONGEST);
  const space = text.lastIndexOf(' ', start + LONGEST);
  const end = comma > start ? comma + 1 : space > start ? space : to;
  return end >= to ? [{ start, end: to }] : [{ start, end }, ...cut(text, end, to)];
}
