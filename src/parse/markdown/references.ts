import { escapeHtml } from '../../base/html.ts';
import type { Body, Hole, Reference, ReferenceHole, Spot, WordHole } from '../../model/body.ts';

/**
 * Collects links and pictures while a text is rendered. What stands for them, and for our own words, is marked by NUL,
 * which cannot come from a text (cleanWordPaste replaces it), and `split` cuts the rendered HTML at the marks.
 */
export interface References {
  link(target: string, title: string, spot: Spot): { readonly opening: string; readonly closing: string };
  image(target: string, alt: string, figure: boolean, caption: string, spot: Spot): string;
  /** Cuts the rendered HTML; where the pieces were, the references go. */
  split(html: string): Body;
  readonly all: readonly Reference[];
}

/** What stands for a word of ours until the language is known. */
export const WORD_MARKS: Readonly<Record<WordHole['word'], string>> = {
  table: '\0t\0',
  backToText: '\0b\0',
  mark: '\0m\0',
};

const WORDS: Readonly<Record<string, WordHole>> = {
  t: { word: 'table' },
  b: { word: 'backToText' },
  m: { word: 'mark' },
};

const PARTS: Readonly<Record<string, ReferenceHole['part']>> = { o: 'open', c: 'close', w: 'whole' };

export function createReferences(): References {
  const references: Reference[] = [];
  return {
    all: references,
    link(target, title, spot) {
      const index = references.push({ kind: 'link', target, title, spot }) - 1;
      return { opening: `\0${index}o\0`, closing: `\0${index}c\0` };
    },
    image(target, alt, figure, caption, spot) {
      const reference = { kind: 'image', target, alt, figure, caption: escapeHtml(caption), spot } as const;
      return `\0${references.push(reference) - 1}w\0`;
    },
    split(html) {
      const pieces = html.split('\0');
      const holes: Hole[] = [];
      for (let i = 1; i < pieces.length; i += 2) {
        const mark = pieces[i] ?? '';
        const reference = { reference: Number.parseInt(mark, 10), part: PARTS[mark.slice(-1)] ?? 'whole' };
        holes.push(WORDS[mark] ?? reference);
      }
      return { html: pieces.filter((_, i) => i % 2 === 0), holes };
    },
  };
}
