import type { Prints } from '../base/prints.ts';
import type { Content, Page } from '../plan/page.ts';
import type { Snapshot } from '../read/snapshot.ts';
import type { RenderResult } from '../render/page.ts';
import type { Publication } from '../write/publish.ts';
import type { Memo, PageMemo } from './memos.ts';

export interface PageMaker {
  readonly memo: Memo<PageMemo>;
  readonly prints: Prints;
  readonly render: (content: Content) => RenderResult;
  /** Of the templates with these names as they are now. */
  readonly fingerprintTemplates: (names: readonly string[]) => string;
  readonly mediaSource: Snapshot['mediaSource'];
}

/** `rendered`: it could not be taken from what is published. */
export type Made = { readonly rendered: boolean; readonly diagnostics: RenderFindings };
type RenderFindings = Extract<RenderResult, { ok: false }>['diagnostics'];

/**
 * Hands one page on to the publication: the bytes that are published, if what they were made from is what they would
 * be made from now, or new ones. Without a publication the page is only tried.
 */
export function makePage(page: Page, publication: Publication | undefined, maker: PageMaker): Made {
  const { memo, fingerprintTemplates } = maker;
  const content = page.content();
  const key = keyOf(content, maker);
  const known = memo.get(page.path);
  if (
    known?.key === key &&
    known.templates === fingerprintTemplates(known.used) &&
    (publication === undefined || publication.reuse(page.path, known.fingerprint))
  ) {
    return { rendered: false, diagnostics: [] };
  }
  const result = maker.render(content);
  if (!result.ok) return { rendered: true, diagnostics: result.diagnostics };
  if (publication !== undefined) {
    const fingerprint = publication.put(page.path, result.bytes, kindOf(page));
    const { used } = result;
    memo.set(page.path, { key, templates: fingerprintTemplates(used), used, fingerprint });
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
