import footnotes from 'markdown-it-footnote';
import type { Diagnostic } from '../../base/diagnostic.ts';
import type { Body, Outline } from '../../model/body.ts';
import { createSource, type Source } from '../source.ts';
import { createEngine, type Engine, type Token } from './engine.ts';
import { cleanHtmlTokens } from './html-tokens.ts';
import { addIndentedText } from './indented-text.ts';
import { addLooseDestinations } from './loose-destination.ts';
import { addNoteList, type NoteList, reportLostCellsAndNumbers, reportLostNotes } from './lost-text.ts';
import type { MainImage } from './main-image.ts';
import { type MarkList, reportLeft } from './marks-left.ts';
import { createReferences } from './references.ts';
import { addRendering } from './rendering.ts';
import { addShortcuts } from './shortcuts.ts';
import { addUnclosedComment } from './unclosed-comment.ts';
import { addUnclosedHtml } from './unclosed-html.ts';
import { addUnreadReferences } from './unread-references.ts';
import { createWalk, markHeadings, markReferences, plainText, reportDeepNesting } from './walk.ts';
import { cleanWordPaste } from './word-paste.ts';

export interface MarkdownResult {
  readonly body: Body;
  readonly outline: Outline;
  /** The first paragraph's words, cut at a word; for descriptions where there is no summary. */
  readonly excerpt: string;
  /** What is said where the text shows the picture that the fields name; empty if nothing. */
  readonly mainAlt: string;
  readonly diagnostics: readonly Diagnostic[];
}

const EXCERPT_LENGTH = 200;

const engines = new Map<string, Engine>();

function engineFor(linkify: boolean, typographer: boolean): Engine {
  const key = `${linkify} ${typographer}`;
  let engine = engines.get(key);
  if (engine === undefined) {
    engine = createEngine(linkify, typographer).use(footnotes);
    addIndentedText(engine);
    addUnclosedHtml(engine);
    addUnclosedComment(engine);
    addLooseDestinations(engine);
    addUnreadReferences(engine);
    addNoteList(engine);
    addRendering(engine);
    addShortcuts(engine);
    engines.set(key, engine);
  }
  return engine;
}

/**
 * The text of `source` from `bodyLine` on, as cleaned HTML with holes for links and pictures. A first heading
 * that only repeats the title, as `repeatsTitle` judges, is left out. `main` is the picture that the fields name.
 */
export function parseMarkdown(
  source: Source,
  bodyLine: number,
  repeatsTitle: (heading: string) => boolean,
  main: MainImage | null = null,
): MarkdownResult {
  const diagnostics: Diagnostic[] = [];
  const written = source.from(bodyLine);
  const text = cleanWordPaste(written, source.isOrdinary);
  const hasAddress = /https?:\/\/|mailto:/i.test(text);
  const hasQuote = text.includes('"') || text.includes("'");
  const engine = engineFor(hasAddress, hasQuote);
  // Places are found in the text that is parsed: a paste from Word may have lost characters by now.
  const padding = '\n'.repeat(bodyLine - 1);
  const cleaned = text === written ? source : createSource(source.path, padding + text);
  const references = createReferences();
  const walk = createWalk(cleaned, bodyLine, engine, references, main, (diagnostic) =>
    diagnostics.push(diagnostic),
  );

  const env: NoteList & MarkList = {};
  let tokens: Token[] = engine.parse(text, env);
  tokens = withoutTitle(tokens, repeatsTitle);
  reportDeepNesting(tokens, walk, source.path);
  reportLostCellsAndNumbers(tokens, walk, source.path);
  if (env.notes !== undefined) reportLostNotes(env.notes, text.split('\n').length, walk, source.path);
  if (env.left !== undefined) reportLeft(env.left, walk, source.path);
  if (text.includes('<')) tokens = cleanHtmlTokens(tokens, walk);
  const headings = markHeadings(tokens);
  const excerpt = excerptOf(tokens);
  markReferences(tokens, walk, source.path);

  const rendered = engine.renderer.render(tokens, engine.options, {});
  return {
    body: references.split(rendered),
    outline: {
      references: references.all,
      ids: env.footnotes === undefined ? headings : idsIn(rendered),
      isEmpty: rendered.trim() === '',
    },
    excerpt,
    mainAlt: walk.mainAlt(),
    diagnostics,
  };
}

/** Footnotes have their ids among those of headings. */
function idsIn(html: string): string[] {
  return [...html.matchAll(/ id="([^"]+)"/g)].map((match) => match[1] ?? '');
}

function withoutTitle(tokens: Token[], repeatsTitle: (heading: string) => boolean): Token[] {
  const first = tokens[0];
  if (first?.type !== 'heading_open' || first.tag !== 'h1') return tokens;
  return repeatsTitle(plainText(tokens[1]?.children ?? [])) ? tokens.slice(3) : tokens;
}

function excerptOf(tokens: readonly Token[]): string {
  for (const [index, token] of tokens.entries()) {
    if (token.type !== 'paragraph_open' || token.level > 0) continue;
    const text = plainText((tokens[index + 1]?.children ?? []).filter((child) => child.type !== 'image'));
    if (text === '') continue;
    if (text.length <= EXCERPT_LENGTH) return text;
    return `${text.slice(0, text.lastIndexOf(' ', EXCERPT_LENGTH))}…`;
  }
  return '';
}

/** The words of the first heading of a text, or undefined. Cheap: only for articles without a title. */
export function firstHeading(text: string): string | undefined {
  return /^#{1,3}\s+(.+?)\s*#*$/m.exec(text)?.[1];
}
