import { VIETNAM } from '../../src/base/time.ts';
import type { Body } from '../../src/model/body.ts';
import { buildSite, type SiteInput } from '../../src/model/build-site.ts';
import { parseDocument } from '../../src/parse/document.ts';
import { DEFAULT_SETTINGS } from '../../src/parse/settings.ts';
import { NOW, sourceOf } from '../support.ts';

export const SETTINGS = { ...DEFAULT_SETTINGS, origin: 'https://vidu.example' };
export const media = (path: string) => ({ path, size: 10, width: 4, height: 3 });

/** A site of Markdown files (paths within `content/`) and the names of the media beside them. */
export function site(files: Readonly<Record<string, string>>, options: Partial<SiteInput> = {}) {
  const bodies = new Map<string, Body | null>();
  const documents = Object.entries(files).flatMap(([path, text]) => {
    const { document, body } = parseDocument(sourceOf(path, text), { zone: VIETNAM });
    bodies.set(path, body);
    return document ?? [];
  });
  const result = buildSite({
    documents: [documents],
    settings: SETTINGS,
    media: [],
    publicFiles: [],
    empty: 0,
    now: NOW,
    drafts: false,
    future: false,
    ...options,
  });
  return { ...result, bodies, codes: result.diagnostics.map((finding) => finding.code) };
}

export const article = (title: string, date: string, more = '', body = 'Chữ.') =>
  `---\ntitle: ${title}\ndate: ${date}\n${more}\n---\n\n${body}\n`;
export const index = (title: string, more = '') => `---\ntitle: ${title}\n${more}\n---\n`;
