import { type Diagnostic, error, isError, settle, wholeFile } from './base/diagnostic.ts';
import { UNTIMED } from './base/stopwatch.ts';
import type { BuildInput } from './build.ts';
import { type Made, makePage, type PageMaker, rememberPlan, workOf } from './memo/pages.ts';
import type { Page, PageTree } from './plan/page.ts';
import { SourceUnreadable } from './read/known-files.ts';
import { reasonOf } from './read/scan.ts';
import { OutputError, type Written } from './write/output.ts';
import type { Publication } from './write/publish.ts';

/** What came of the pages of a build. */
export interface Output {
  readonly findings: readonly Diagnostic[];
  readonly rendered: readonly string[];
  /** undefined if nothing was published. */
  readonly written: Written | undefined;
  /** How many pages for people there are, sound or not. */
  readonly forPeople: number;
}

/** Where templates or settings cannot be read, no page can be made. */
export const NO_PAGES: PageTree = [];

/**
 * Makes every page and hands its bytes on at once; all findings of a run are told together. With `keepGoing` the page
 * that cannot be made (its template fails, its picture cannot be read) stays as it is published. Others lead to it, so
 * where it never was nothing is published at all.
 */
export function publishPages(
  pages: PageTree,
  found: readonly Diagnostic[],
  input: BuildInput,
  maker: PageMaker,
): Output {
  const { stopwatch = UNTIMED } = input;
  const findings = [...found];
  const rendered: string[] = [];
  let forPeople = 0;
  let leadsNowhere = false;
  const isBroken = () => settle(findings, input.strictness).some(isError);
  const mayGoOn = pages !== NO_PAGES && (input.keepGoing || !isBroken());
  let publication: Publication | undefined;
  try {
    if (mayGoOn) publication = input.publication?.();
    const work = stopwatch.time('render', () => {
      const all = workOf(pages, publication, maker);
      for (const page of all.pages) {
        const made = stopwatch.page(page.path, () => attemptPage(page, publication, maker));
        if (made.rendered) rendered.push(page.path);
        findings.push(...made.diagnostics);
        if (made.diagnostics.length > 0 && !publication?.stands(page.path)) leadsNowhere = true;
      }
      return all;
    });
    forPeople = work.forPeople;
    const broken = isBroken();
    if (publication === undefined || leadsNowhere || (broken && !input.keepGoing))
      return { findings, rendered, written: undefined, forPeople };
    // Which of the published files an unsound article made is not known, so none is taken away.
    if (broken) publication.keepRest();
    const sound = publication;
    const written = stopwatch.time('write', () => sound.commit());
    if (!broken) rememberPlan(pages, work, written.version, maker);
    return { findings, rendered, written, forPeople };
  } catch (cause) {
    if (!(cause instanceof OutputError)) throw cause;
    return { findings: [...findings, ...cause.diagnostics], rendered, written: undefined, forPeople };
  } finally {
    publication?.abandon();
  }
}

/** A picture or an attachment is read only now, and may have become unreadable. */
function attemptPage(page: Page, publication: Publication | undefined, maker: PageMaker): Made {
  try {
    return makePage(page, publication, maker);
  } catch (cause) {
    if (!(cause instanceof SourceUnreadable)) throw cause;
    const place = wholeFile(cause.path);
    return {
      rendered: true,
      diagnostics: [error('file-unreadable', place, { reason: reasonOf(cause.cause) })],
    };
  }
}
