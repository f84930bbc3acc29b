import { passingUtf8 } from '../base/utf8.ts';
import type { Body } from '../model/body.ts';
import type { DocumentResult, DocumentSource, ParserOptions } from '../parse/document.ts';
import type { RememberedDocument } from './memos.ts';
import { openDocument, type SealedDocument, sealDocument } from './sealed-documents.ts';
import { type PackedBody, packBody } from './waiting-bodies.ts';

export type Parse = (file: DocumentSource, options: ParserOptions) => DocumentResult;

/**
 * What came of some files, in their order, as few large values: they are sent from one thread to another for much less
 * than many small ones. What was parsed here is packed too: strings that were cut out of a file keep all of its text in
 * memory, those that are read from JSON do not, which is two thirds of what the documents of a large site take.
 */
export interface ParsedFiles {
  /** JSON of a `PackedText`. */
  readonly text: string;
  /** All bodies, one after the other. */
  readonly html: Uint8Array<ArrayBuffer>;
}

interface PackedText {
  readonly documents: readonly SealedDocument[];
  /** The length of each body in bytes, and its holes. */
  readonly bodies: readonly (readonly [length: number, holes: Body['holes']] | null)[];
}

export function parseFiles(options: ParserOptions, parse: Parse) {
  return (files: readonly DocumentSource[]): ParsedFiles => {
    const documents: SealedDocument[] = [];
    const bodies: ([number, Body['holes']] | null)[] = [];
    const pieces: Uint8Array[] = [];
    for (const file of files) {
      const { body, ...result } = parse(file, options);
      documents.push(sealDocument(file.path, { fingerprint: '', options: '', result }, 0));
      const piece = body && new Uint8Array(passingUtf8(packBody(body)));
      bodies.push(piece && [piece.length, body.holes]);
      if (piece) pieces.push(piece);
    }
    const packed: PackedText = { documents, bodies };
    return { text: JSON.stringify(packed), html: joined(pieces) };
  };
}

/** In a buffer of their own, which can be handed over; Node's own would share one with others. */
function joined(pieces: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0));
  let end = 0;
  for (const piece of pieces) {
    bytes.set(piece, end);
    end += piece.length;
  }
  return bytes;
}

/** What came of each file but its body, and its body; null where there is no document. */
export function unpackFiles({
  text,
}: Pick<ParsedFiles, 'text'>): (readonly [RememberedDocument, PackedBody | null])[] {
  const { documents, bodies } = JSON.parse(text) as PackedText;
  let end = 0;
  return documents.map((sealed, index) => {
    const [, { result }] = openDocument(sealed, []);
    const [length, holes] = bodies[index] ?? [];
    if (length === undefined || holes === undefined) return [result, null];
    end += length;
    return [result, { start: end - length, length, holes }];
  });
}
