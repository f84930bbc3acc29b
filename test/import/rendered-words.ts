import { VIETNAM } from '../../src/base/time.ts';
import { composeBody } from '../../src/model/body.ts';
import { type DocumentResult, parseDocument } from '../../src/parse/document.ts';
import { wordsOf } from '../../src/plan/words/format.ts';
import { sourceOf } from '../support.ts';

/** A file of `content/` as the site reads it. */
export function parseArticle(text: string): DocumentResult {
  return parseDocument(sourceOf('tin/bai.md', text), { zone: VIETNAM });
}

const CHARACTERS: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', amp: '&' };

/** The words that a reader of the site sees for an article's Markdown: one block a line, straight quotes. */
export function renderedWords(markdown: string): string {
  const { body } = parseArticle(`---\ntitle: Bài\ndate: 17/02/2020\n---\n\n${markdown}`);
  if (body === null) throw new Error('the article cannot be read');
  const text = composeBody(body, [], [], wordsOf('vi').body)
    .replace(/<[^>]+>/g, '')
    .replace(/&(lt|gt|quot|amp);/g, (entity, name: string) => CHARACTERS[name] ?? entity);
  return foldQuotes(text)
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join('\n');
}

/** The site sets straight quotes as curly ones; those words are the same. */
export function foldQuotes(text: string): string {
  return text.replace(/[“”]/g, '"').replace(/[‘’]/g, "'");
}
