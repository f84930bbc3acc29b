import type { Bodies } from '../model/document.ts';
import type { Content, Page } from '../plan/page.ts';
import type { Snapshot } from '../read/snapshot.ts';
import type { RenderResult } from '../render/page.ts';
import type { Publication } from '../write/publish.ts';
import type { Memo, Memos, PageMemo } from './memos.ts';

export interface PageMaker extends Pick<Memos, 'planned' | 'prints' | 'recall'> {
  readonly memo: Memo<PageMemo>;
  readonly bodies: Bodies;
  readonly render: (content: Content) => RenderResult;
  /** Of the templates with these names as they are now. */
  readonly fingerprintTemplates: (names: readonly string[]) => string;
  readonly mediaSource: Snapshot['mediaSource'];
}

/** `rendered`: it could not be taken from what is published. */
export type Made = { readonly rendered: boolean; readonly diagnostics: RenderFindings };
type RenderFindings = Extract<RenderResult, { ok: false }>['diagnostics'];

const REMEMBERED: Made = { rendered: false, diagnostics: [] };

/**
 * Hands one page on to the publication: the bytes that are published, if what they were made from is what they would
 * be made from now, or new ones. Without a publication the page is only tried.
 */
export function makePage(page: Page, publication: Publication | undefined, maker: PageMaker): Made {
  const { memo, planned, recall, fingerprintTemplates } = maker;
  const { path } = page;
  const isStill = (known: PageMemo): boolean =>
    known.templates === fingerprintTemplates(known.used) &&
    (publication === undefined || publication.reuse(path, known.fingerprint));

  // The same page as last time has the same key: it need not be asked what it is made from.
  const made = planned.get(page);
  if (made !== undefined && isStill(made)) return REMEMBERED;
  const content = page.content(maker.bodies);
  const key = keyOf(content, maker);
  const known = memo.get(path);
  if (known?.key === key && isStill(known)) {
    planned.set(page, known);
    return REMEMBERED;
  }
  const result = maker.render(content);
  if (!result.ok) return { rendered: true, diagnostics: result.diagnostics };
  if (publication !== undefined) {
    const fingerprint = publication.put(path, result.bytes, kindOf(page));
    // One list for all pages that use the same templates.
    const used = recall.keep(recall, `templates ${result.used.join()}`, result.used);
    const remembered = { key, templates: fingerprintTemplates(used), used, fingerprint };
    memo.set(path, remembered);
    planned.set(page, remembered);
  }
  return { rendered: true, diagnostics: [] };
}

/** All that the page is made from, but for its templates. */
function keyOf(content: Content, { prints, mediaSource }: PageMaker): string {
  switch (content.kind) {
    case 'template':
      return prints.of([content.template, content.view]);
    case 'media':
      return mediaSource(content.file.file).fingerprint;
    default:
      return prints.of(content);
  }
}

export function kindOf(page: Page): 'page' | 'asset' {
  return page.path.endsWith('.html') ? 'page' : 'asset';
}
