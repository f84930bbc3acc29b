import type { Document } from '../src/model/document.ts';
import { parseDocument } from '../src/parse/document.ts';
import { DEFAULT_SETTINGS } from '../src/parse/settings.ts';
import { ASSOCIATIONS, articleText, generateArticle, inZone } from './corpus.ts';

/** Communes of a province, each with the same associations: two levels of sections. */
export const COMMUNES = 168;

/** Documents of one folder. */
export type Group = readonly Document[];

const SPAN = 9 * 365 * 86400;
const OPTIONS = { zone: DEFAULT_SETTINGS.zone };

/**
 * All that is known of a province's articles but for their texts: documents as the parser makes them, from texts that are
 * parsed once and thrown away. One group for each association of each commune and year, as folders would be.
 */
export function writeProvince(articles: number, end: number): Group[] {
  const groups = new Map<string, Document[]>();
  for (const group of sectionDocuments()) groups.set(group[0]?.path ?? '', [...group]);
  for (let index = 0; index < articles; index++) {
    const document = provinceArticle(index, end - Math.floor((SPAN * (articles - 1 - index)) / articles));
    const folder = document.path.slice(0, document.path.lastIndexOf('/'));
    const group = groups.get(folder);
    if (group === undefined) groups.set(folder, [document]);
    else group.push(document);
  }
  return [...groups.values()];
}

let pattern: Document | undefined;

/** Number `index`, in the commune and association that chance gave it. */
export function provinceArticle(index: number, epoch: number, tagCount?: number): Document {
  const article = generateArticle(index, epoch, tagCount);
  pattern ??= parsed('2020/mau.md', articleText({ ...article, body: 'Một câu.\n' }));
  const local = inZone(epoch);
  const year = local.getUTCFullYear();
  // Scattered, and not in the order of the communes.
  const commune = communeName((index * 61) % COMMUNES);
  const folder = `${commune}/${article.section}/${year}`;
  const path = `${folder}/${article.slug}.md`;
  return Object.freeze({
    ...pattern,
    path,
    folders: [commune, article.section],
    sectionKey: `${commune}/${article.section}`,
    title: article.title,
    slug: article.slug,
    date: { epoch, hasTime: true },
    day: { year, month: local.getUTCMonth() + 1, day: local.getUTCDate() },
    views: article.views,
    summary: article.summary,
    tags: article.tags,
    fieldsPrint: `fields ${index}`,
    fingerprint: `text ${index}`,
    place: { ...pattern.place, path: `content/${path}` },
  });
}

function sectionDocuments(): Group[] {
  return Array.from({ length: COMMUNES }, (_, index) => communeName(index)).flatMap((commune) => [
    [parsed(`${commune}/_index.md`, `---\ntitle: ${commune}\n---\n`)],
    ...ASSOCIATIONS.map(([folder, title]) => [
      parsed(`${commune}/${folder}/_index.md`, `---\ntitle: ${title}, ${commune}\n---\n`),
    ]),
  ]);
}

function communeName(index: number): string {
  return `phuong-${String(index + 1).padStart(3, '0')}`;
}

function parsed(path: string, text: string): Document {
  const { document, diagnostics } = parseDocument({ path, bytes: new TextEncoder().encode(text) }, OPTIONS);
  if (document === null) throw new Error(JSON.stringify(diagnostics));
  return document;
}
