import type { Body } from '../model/body.ts';
import type { DocumentResult, DocumentSource, ParserOptions } from '../parse/document.ts';
import type { RememberedDocument } from './memos.ts';
import { openDocument, type SealedDocument, sealDocument } from './sealed-documents.ts';

export type Parse = (file: DocumentSource, options: ParserOptions) => DocumentResult;

/** What came of some files, in their order. */
export interface ParsedFiles {
  readonly results: readonly RememberedDocument[];
  readonly bodies: readonly (PackedBody | null)[];
}

/**
 * A body while it waits for its page. In UTF-8 and outside of the heap it takes a third less room than as a string,
 * and no garbage collection moves it about: of a first build all bodies wait at once.
 */
export interface PackedBody {
  readonly html: Uint8Array;
  readonly holes: Body['holes'];
}

/** Stands between two pieces; the parser lets no such character into a text. */
const SEAM = '\0';

function packBody({ html, holes }: Body): PackedBody {
  return { html: Buffer.from(html.join(SEAM)), holes };
}

export function unpackBody({ html, holes }: PackedBody): Body {
  const text = Buffer.from(html.buffer, html.byteOffset, html.byteLength).toString();
  return { html: text.split(SEAM), holes };
}

export function parseFiles(options: ParserOptions, parse: Parse) {
  return (files: readonly DocumentSource[]): ParsedFiles => {
    const parsed = files.map((file) => parse(file, options));
    return {
      results: parsed.map(({ body, ...result }) => result),
      bodies: parsed.map(({ body }) => body && packBody(body)),
    };
  };
}

/** The same as it is sent from one thread to another: few large values, which cost much less than many small ones. */
export interface PackedFiles {
  /** JSON of sealed documents and of their holes. */
  readonly text: string;
  /** All bodies, one after the other. */
  readonly html: Uint8Array<ArrayBuffer>;
}

interface PackedText {
  readonly documents: readonly SealedDocument[];
  /** The length of each body in bytes, and its holes. */
  readonly bodies: readonly (readonly [length: number, holes: Body['holes']] | null)[];
}

export function packFiles({ results, bodies }: ParsedFiles): PackedFiles {
  const text: PackedText = {
    documents: results.map((result) =>
      sealDocument(result.document?.path ?? '', { fingerprint: '', options: '', result }, 0),
    ),
    bodies: bodies.map((body) => body && [body.html.length, body.holes]),
  };
  const length = bodies.reduce((sum, body) => sum + (body?.html.length ?? 0), 0);
  const html = new Uint8Array(length);
  let end = 0;
  for (const body of bodies) {
    if (body === null) continue;
    html.set(body.html, end);
    end += body.html.length;
  }
  return { text: JSON.stringify(text), html };
}

export function unpackFiles({ text, html }: PackedFiles): ParsedFiles {
  const { documents, bodies } = JSON.parse(text) as PackedText;
  let end = 0;
  return {
    results: documents.map((sealed) => openDocument(sealed, [])[1].result),
    bodies: bodies.map((body) => {
      if (body === null) return null;
      const [length, holes] = body;
      end += length;
      return { html: html.subarray(end - length, end), holes };
    }),
  };
}
