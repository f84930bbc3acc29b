import { escapeHtml } from '../../base/html.ts';
import type { Body, Hole, Reference, Spot } from '../../model/body.ts';

/**
 * Collects links and pictures while a text is rendered. What stands for them is marked by NUL, which cannot come
 * from a text (cleanWordPaste replaces it), and `split` cuts the rendered HTML at the marks.
 */
export interface References {
  link(target: string, title: string, spot: Spot): { readonly opening: string; readonly closing: string };
  image(target: string, alt: string, figure: boolean, caption: string, spot: Spot): string;
  /** Cuts the rendered HTML; where the pieces were, the references go. */
  split(html: string): Body;
  readonly all: readonly Reference[];
}

const PARTS: Readonly<Record<string, Hole['part']>> = { o: 'open', c: 'close', w: 'whole' };

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
      if (references.length === 0) return { html: [html], holes: [] };
      const pieces = html.split('\0');
      const holes: Hole[] = [];
      for (let i = 1; i < pieces.length; i += 2) {
        const mark = pieces[i] ?? '';
        holes.push({ reference: Number.parseInt(mark, 10), part: PARTS[mark.slice(-1)] ?? 'whole' });
      }
      return { html: pieces.filter((_, i) => i % 2 === 0), holes };
    },
  };
}
