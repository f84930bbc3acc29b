export interface ItemPlace {
  /** Of its line in the block. */
  readonly index: number;
  /** From 1. */
  readonly column: number;
}

/** Between the items of a list, and around them. Behind a name stands the file of an item that has names. */
const BEFORE = /(?:^\s*|[-:,;[{]\s*)["']?$/;
/** As much before an item as is looked at. */
const LEAD = 20;
const BEHIND = /^["']?\s*(?:$|[,;\]}]|\s#)/;

/**
 * Tells where the items of a list stand between two lines of a block. Asked for them in their order, it goes on behind the
 * last one found, so that the second of two that are the same has its own place. Not found is what YAML has put together
 * from several pieces and whose first word is nowhere either.
 */
export function createItemPlaces(
  block: readonly string[],
  first: { readonly index: number; readonly column: number },
  end: number,
): (item: string) => ItemPlace | undefined {
  let { index, column } = first;
  const find = (text: string, isWhole: boolean): ItemPlace | undefined => {
    for (let at = index; at < end; at++) {
      const line = block[at] ?? '';
      for (let from = at === index ? column - 1 : 0; ; from += 1) {
        from = line.indexOf(text, from);
        if (from < 0) break;
        const before = BEFORE.exec(line.slice(Math.max(0, from - LEAD), from));
        if (before === null || (isWhole && !BEHIND.test(line.slice(from + text.length)))) continue;
        index = at;
        column = from + text.length + 1;
        return { index, column: from + (/["']$/.test(before[0]) ? 0 : 1) };
      }
    }
    return undefined;
  };
  return (item) => {
    const word = /^\S+/.exec(item)?.[0];
    return word === undefined ? undefined : (find(item, true) ?? find(word, false));
  };
}
