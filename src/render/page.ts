import type { Diagnostic } from '../base/diagnostic.ts';
import type { MediaFile } from '../base/media.ts';
import { draw } from '../picture/draw.ts';
import type { Content } from '../plan/page.ts';
import { TemplateError, type Templates } from './templates.ts';
import { renderXml } from './xml.ts';

export type RenderResult =
  | { readonly ok: true; readonly content: string | Uint8Array; readonly used: readonly string[] }
  | { readonly ok: false; readonly diagnostics: readonly Diagnostic[] };

/** The text or the bytes of one page; `used` are the templates that were asked for. */
export function renderContent(
  content: Content,
  templates: Templates,
  readMedia: (file: MediaFile) => Uint8Array,
): RenderResult {
  switch (content.kind) {
    case 'template':
      try {
        const { html, used } = templates.render(content.template, content.view);
        return rendered(html, used);
      } catch (cause) {
        if (!(cause instanceof TemplateError)) throw cause;
        return { ok: false, diagnostics: [cause.diagnostic] };
      }
    case 'xml':
      return rendered(renderXml(content.root));
    case 'json':
      return rendered(`${JSON.stringify(content.value, null, 1)}\n`);
    case 'text':
      return rendered(content.text);
    case 'asset':
      return { ok: true, content: content.bytes, used: [] };
    case 'picture':
      return { ok: true, content: draw(content.drawing), used: [] };
    case 'media':
      return { ok: true, content: readMedia(content.file.file), used: [] };
  }
}

function rendered(text: string, used: readonly string[] = []): RenderResult {
  return { ok: true, content: text, used };
}
