import { createPrints, type Prints } from '../base/prints.ts';
import { createRecall, type Recall } from '../base/recall.ts';
import type { DocumentResult } from '../parse/document.ts';
import type { CheckedPlan } from '../plan/check-paths.ts';
import type { Page } from '../plan/page.ts';
import type { KnownFile } from '../read/known-files.ts';
import type { SourceFile } from '../read/snapshot.ts';
import type { Templates } from '../render/templates.ts';
import type { OutputMemory } from '../write/records.ts';
import type { ParsedGroup } from './documents.ts';
import { Memo } from './memo.ts';
import type { ModelMemo } from './model.ts';
import { type RecentBodies, recentBodies } from './recent-bodies.ts';
import type { ShownTexts } from './shown-texts.ts';
import type { TemplatesMemo } from './templates.ts';
import type { WholeMemo } from './whole.ts';

/** What a document was parsed from, and what came of it but its body. */
export interface DocumentMemo {
  /** Of the file's bytes. */
  readonly fingerprint: string;
  /** The parser's options. */
  readonly options: string;
  readonly result: RememberedDocument;
}

export type RememberedDocument = Omit<DocumentResult, 'body'>;

/** What a page was rendered from, and what came of it. */
export interface PageMemo {
  /** Of all that its template saw, or of the bytes that it copies. */
  readonly key: string;
  /** Of the templates that were asked for, those included that were not there. */
  readonly templates: string;
  /** The templates' names. */
  readonly used: readonly string[];
  /** Paths of the documents whose texts were asked for while it was rendered. */
  readonly texts: readonly string[];
  /** Of the bytes that were made. */
  readonly fingerprint: string;
}

export interface PublishedPlan extends CheckedPlan {
  readonly templates: Templates;
  /** How many of the pages are for people. */
  readonly forPeople: number;
  /** Of the manifest that was written. */
  readonly version: string;
  readonly showing: ShownTexts;
}

/**
 * What a build remembers for the next one. None of it is ever believed: a document is recognised by its bytes, a page
 * by all that it is made from and by what stands in the output. An empty memory makes a build slower, never different.
 */
export interface Memos {
  /** By path as the disk spells it. */
  readonly files: Memo<KnownFile>;
  /** By path, relative to `content/`. */
  readonly documents: Memo<DocumentMemo>;
  /** By the group of sources, which is the same object only if nothing in it has changed: in memory only. */
  readonly parsed: WeakMap<readonly SourceFile[], ParsedGroup>;
  /**
   * Paths of the documents that are still the same objects as when pages were made of them, though their texts have
   * changed since: in memory only.
   */
  readonly rewritten: Set<string>;
  /** In memory only. */
  readonly recentBodies: RecentBodies;
  /** The site as it was put together last: in memory only. */
  readonly model: { last: ModelMemo | undefined };
  /** By path in the output. */
  readonly pages: Memo<PageMemo>;
  readonly templates: TemplatesMemo;
  /** The last build, for another process: of its own a process remembers more. */
  readonly whole: {
    /** Made when it is asked for; undefined if the last build was not published without an error. */
    last: () => WholeMemo | undefined;
    /** Of media by path, as they were when their pages were made last: a page that is the same is not asked again. */
    readonly media: Map<string, string>;
  };
  /** What of `pages` was made for this very page, as it was planned: in memory only. */
  readonly planned: WeakMap<Page, PageMemo>;
  /**
   * What was published last, entirely and without an error: by this process, or as it is known from the documents of
   * then. In memory only.
   */
  readonly published: { last: PublishedPlan | undefined };
  /** What keeps unchanged parts of the site and of its pages the same objects: in memory only. */
  readonly recall: Recall;
  readonly prints: Prints;
  /** For a publication that trusts its own process to be the only one that touches the output: `dev` does. */
  readonly output: OutputMemory;
}

export function emptyMemos(): Memos {
  return {
    files: new Memo(),
    documents: new Memo(),
    parsed: new WeakMap(),
    rewritten: new Set(),
    recentBodies: recentBodies(),
    model: { last: undefined },
    pages: new Memo(),
    templates: { last: undefined },
    whole: { last: () => undefined, media: new Map() },
    planned: new WeakMap(),
    published: { last: undefined },
    recall: createRecall(),
    prints: createPrints(),
    output: { last: undefined },
  };
}
