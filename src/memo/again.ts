import type { Crew } from '../base/crew.ts';
import type { BuildInput, BuildResult } from '../build.ts';
import type { Document } from '../model/document.ts';
import type { ParserOptions } from '../parse/document.ts';
import type { PageTree } from '../plan/page.ts';
import type { Snapshot } from '../read/snapshot.ts';
import type { Publication } from '../write/publish.ts';
import type { Changes } from './changes.ts';
import type { Memos } from './memos.ts';
import { makePage, type PageMaker } from './pages.ts';
import type { Parse } from './parsed-files.ts';
import type { Reach } from './places.ts';
import { remakePages } from './remake.ts';
import { printDocuments, sayAgain, type WholeMemo } from './whole.ts';

/** More texts than this, and the whole site is built. */
const FEW = 20;

/** The stages, as a build of the whole site would use them now. */
export interface Stages {
  readonly parse: Parse;
  readonly crew: Crew;
  readonly options: ParserOptions;
  /**
   * The pages of a site that has these documents alone, and of the media those that lie in these folders. What is as in
   * the plan before is the same object.
   */
  readonly plan: (documents: readonly Document[], folders: ReadonlySet<string>) => PageTree;
  readonly maker: Omit<PageMaker, 'bodies'>;
  readonly reach: Reach;
  /** Addresses to which every page leads, if there is something. */
  readonly navigation: readonly string[];
}

/**
 * A build of which it is known from the last one what it would make, for nothing has changed since, or only texts and the
 * words by which articles are listed have. undefined if that is not so; nothing has been published then.
 */
export function buildAgain(
  last: WholeMemo,
  { edited, come, gone }: Changes,
  snapshot: Snapshot,
  input: BuildInput,
  memos: Memos,
  stages: () => Stages,
): BuildResult | undefined {
  if (input.publication === undefined || come.length + gone.length > 0 || edited.length > FEW)
    return undefined;
  const remade = edited.length === 0 ? undefined : remakePages(last, edited, snapshot, memos, stages());
  if (edited.length > 0 && remade === undefined) return undefined;
  let publication: Publication | undefined;
  try {
    publication = input.publication();
    if (!publication.resume(last.version)) return undefined;
    if (remade === undefined) return sayAgain(last);
    const rendered: string[] = [];
    for (const page of remade.pages) {
      const made = makePage(page, publication, remade.maker);
      if (made.diagnostics.length > 0) return undefined;
      if (made.rendered) rendered.push(page.path);
    }
    const written = publication.commit();
    const now: WholeMemo = { ...last, ...printDocuments(snapshot), version: written.version };
    memos.whole.last = () => now;
    return sayAgain(last, written, rendered);
  } catch (cause) {
    // What is wrong with the output is told by the build that goes on.
    if (!(cause instanceof Error && cause.name === 'OutputError')) throw cause;
    return undefined;
  } finally {
    publication?.abandon();
  }
}
