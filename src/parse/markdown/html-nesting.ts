/** What the writer's HTML has opened in one container and not closed yet, innermost last. */
export interface OpenElement {
  readonly name: string;
  /** What closes it in the output; empty if nothing was put out for it. */
  readonly closing: string;
}

/** Elements that mean something only inside another one. */
const PARENTS: Readonly<Record<string, readonly string[]>> = {
  caption: ['table'],
  col: ['colgroup', 'table'],
  colgroup: ['table'],
  dd: ['dl'],
  dt: ['dl'],
  figcaption: ['figure'],
  li: ['ul', 'ol'],
  summary: ['details'],
  tbody: ['table'],
  td: ['tr', 'table'],
  tfoot: ['table'],
  th: ['tr', 'table'],
  thead: ['table'],
  tr: ['table'],
};

/** Whether an element may stand inside what is open: a cell only in a table, an item only in a list. */
export function hasItsParent(name: string, open: readonly OpenElement[]): boolean {
  const parents = PARENTS[name];
  return parents === undefined || open.some((element) => parents.includes(element.name));
}

interface Ending {
  readonly ends: readonly string[];
  /** Elements that it does not reach out of. */
  readonly within: readonly string[];
}

const ROWS: Ending = {
  ends: ['thead', 'tbody', 'tfoot', 'caption', 'colgroup', 'tr', 'td', 'th'],
  within: ['table'],
};
/** Elements whose end tag may be left out: the next of their kind ends them. */
const ENDINGS: Readonly<Record<string, Ending>> = {
  td: { ends: ['td', 'th', 'caption'], within: ['table'] },
  th: { ends: ['td', 'th', 'caption'], within: ['table'] },
  tr: { ends: ['tr', 'td', 'th', 'caption', 'colgroup'], within: ['table'] },
  thead: ROWS,
  tbody: ROWS,
  tfoot: ROWS,
  li: { ends: ['li'], within: ['ul', 'ol'] },
  dt: { ends: ['dt', 'dd'], within: ['dl'] },
  dd: { ends: ['dt', 'dd'], within: ['dl'] },
};

/** Closes what the start of an element ends without saying so. */
export function closeBefore(name: string, open: OpenElement[]): string {
  const ending = ENDINGS[name];
  if (ending === undefined) return '';
  const boundary = open.findLastIndex((element) => ending.within.includes(element.name));
  const first = open.findIndex((element, index) => index > boundary && ending.ends.includes(element.name));
  return first < 0 ? '' : closeFrom(open, first);
}

const HOLDS_NO_BLOCKS: ReadonlySet<string> = new Set('p h1 h2 h3 h4 h5 h6 summary pre a'.split(' '));

/** Closes what cannot hold the block that begins, Markdown's or the writer's: a browser would close it there too. */
export function closeForBlock(open: OpenElement[]): string {
  const index = open.findIndex((element) => HOLDS_NO_BLOCKS.has(element.name));
  return index < 0 ? '' : closeFrom(open, index);
}

/** Closes the innermost element of a name and all inside it; nothing if there is none. */
export function closeElement(name: string, open: OpenElement[]): string {
  const index = open.findLastIndex((element) => element.name === name);
  return index < 0 ? '' : closeFrom(open, index);
}

/** Closes everything that is still open. */
export function closeAll(open: OpenElement[]): string {
  return closeFrom(open, 0);
}

function closeFrom(open: OpenElement[], from: number): string {
  return open
    .splice(from)
    .map((element) => element.closing)
    .reverse()
    .join('');
}

/** Whether a link of the writer's HTML is open that leads somewhere. */
export function isLinkOpen(open: readonly OpenElement[]): boolean {
  return open.some((element) => element.name === 'a' && element.closing !== '');
}
