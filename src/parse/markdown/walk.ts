import { type Diagnostic, error, warning } from '../../base/diagnostic.ts';
import { readLinkTarget } from '../../base/link-target.ts';
import { slug } from '../../base/vietnamese.ts';
import type { Spot } from '../../model/body.ts';
import { type Source, spotAt } from '../source.ts';
import { attribute, type Engine, MAX_NESTING, type Token, TRUSTED, trustedToken } from './engine.ts';
import { imageWords, type MainImage } from './main-image.ts';
import type { References } from './references.ts';
import { createTargetPlaces, type TargetPlaces, type Writing } from './target-places.ts';
import type { UnclosedHtml } from './unclosed-html.ts';

const LONGEST_ADDRESS = 60;

/** One pass over the tokens of one text: what it needs to know, and what it finds. */
export interface TokenWalk {
  readonly engine: Engine;
  readonly references: References;
  readonly trusted: (html: string) => Token;
  /** Where a text stands, within the lines of a block from `offset` on; with `anyCase`, one in small letters. */
  find(block: Pick<Token, 'map'>, text: string, offset?: number, anyCase?: boolean): Spot;
  /** Where targets stand: of the writer's HTML, which is looked at first, and of Markdown. */
  readonly htmlTargets: TargetPlaces;
  readonly targets: TargetPlaces;
  image(target: string, alt: string, figure: boolean, caption: string, spot: Spot): string;
  htmlRemoved(what: string, spot: Spot): void;
  htmlUnclosed(html: UnclosedHtml, spot: Spot): void;
  /** Makes a link of Markdown's lead nowhere; `line` is where it stands. */
  dropLink(link: Token, line: Token): void;
  report(diagnostic: Diagnostic): void;
  /** What the text says of the picture that the fields name, where it shows it; empty if nothing. */
  mainAlt(): string;
}

export function createWalk(
  source: Source,
  bodyLine: number,
  engine: Engine,
  references: References,
  main: MainImage | null,
  report: (diagnostic: Diagnostic) => void,
): TokenWalk {
  const place = (spot: Spot) => ({ path: source.path, ...spot });
  let small = { line: 0, text: '' };
  /** The line asked for last is kept: one that is long may have thousands of tags. */
  const inSmallLetters = (written: string, line: number): string => {
    if (small.line !== line) small = { line, text: written.toLowerCase() };
    return small.text;
  };
  const htmlTargets = createTargetPlaces(source, bodyLine);
  let mainAlt = '';
  return {
    mainAlt: () => mainAlt,
    engine,
    references,
    report,
    htmlTargets,
    targets: createTargetPlaces(source, bodyLine),
    trusted: (html) => trustedToken(engine, html),
    find(block, text, offset = 0, anyCase = false) {
      const [start, end] = block.map ?? [0, 1];
      const first = bodyLine + start + offset;
      if (text === '') return spotAt(source, first, 1);
      for (let line = first; line < bodyLine + end; line++) {
        const written = source.line(line) ?? '';
        const column = (anyCase ? inSmallLetters(written, line) : written).indexOf(text);
        if (column >= 0) return spotAt(source, line, column + 1);
      }
      return spotAt(source, first, 1);
    },
    image(target, alt, figure, caption, spot) {
      const said = imageWords(target, { alt, caption }, figure, main);
      if (said.isMain) mainAlt ||= said.alt;
      if (target.trim() === '') {
        report(warning('reference-empty', place(spot), { words: cut(said.alt), isPicture: true }));
        return references.image('', said.alt, figure, said.caption, spot);
      }
      if (said.alt === '') report(warning('image-alt-missing', place(spot), { image: cut(target) }));
      if (readLinkTarget(target).kind === 'unsafe') {
        report(warning('image-unsafe', place(spot), { image: cut(target) }));
        return references.image('', said.alt, figure, said.caption, spot);
      }
      return references.image(target, said.alt, figure, said.caption, spot);
    },
    dropLink(link, line) {
      const target = attribute(link, 'href');
      report(
        warning('html-removed', place(htmlTargets.find(line, target, writingOf(link))), { what: '<a>' }),
      );
      link.attrs = null;
    },
    htmlUnclosed: ({ what, end, isRead, inParagraph = false }, spot) =>
      report((isRead ? warning : error)('html-unclosed', place(spot), { what, end, inParagraph })),
    htmlRemoved: (what, spot) => report(warning('html-removed', place(spot), { what })),
  };
}

/** The parser drops what lies deeper than its limit: that is an error, for something handed in would be lost. */
export function reportDeepNesting(tokens: readonly Token[], walk: TokenWalk, path: string): void {
  const deepest = tokens.find((token) => token.nesting === 1 && token.level >= MAX_NESTING - 1);
  if (deepest === undefined) return;
  const quote = deepest.type === 'blockquote_open';
  const place = { path, ...walk.find(deepest, quote ? '>' : '-') };
  const limit = quote ? MAX_NESTING : MAX_NESTING / 2;
  walk.report(error('nesting-too-deep', place, { what: quote ? 'quote' : 'list', limit }));
}

/** Ids for headings, and one first-level heading a page: the title. Returns the ids. */
export function markHeadings(tokens: readonly Token[]): string[] {
  const used = new Set<string>();
  tokens.forEach((token, index) => {
    if (token.type !== 'heading_open' && token.type !== 'heading_close') return;
    if (token.tag === 'h1') token.tag = 'h2';
    if (token.type === 'heading_close') return;
    const text = plainText(tokens[index + 1]?.children ?? []);
    token.attrSet('id', unusedId(slug(text) || 'muc', used));
  });
  return [...used];
}

/** `-2`, `-3` … behind an id that is taken; footnotes have theirs (`fn1`, `fnref1`). */
function unusedId(wanted: string, used: Set<string>): string {
  const base = /^fn(ref)?\d*$/.test(wanted) ? `${wanted}-muc` : wanted;
  let id = base;
  for (let number = 2; used.has(id); number++) id = `${base}-${number}`;
  used.add(id);
  return id;
}

/** Puts marks where links and pictures stand, to be resolved by the model. */
export function markReferences(tokens: readonly Token[], walk: TokenWalk, path: string): void {
  tokens.forEach((token, index) => {
    if (token.type !== 'inline' || !token.children) return;
    const figure = tokens[index - 1]?.type === 'paragraph_open' && isOnlyImages(token.children);
    const closings: string[] = [];
    let spots: ReadonlyMap<Token, Spot> | undefined;
    const spotOf = (child: Token): Spot => {
      spots ??= targetSpots(token, token.children ?? [], walk.targets);
      return spots.get(child) ?? walk.find(token, '');
    };
    for (const [at, child] of token.children.entries()) {
      if (child.type === 'image') {
        const target = attribute(child, 'src');
        const alt = plainText(child.children ?? []);
        const html = walk.image(target, alt, figure, attribute(child, 'title'), spotOf(child));
        trust(child, html);
      } else if (child.type === 'link_open') {
        const target = attribute(child, 'href');
        if (child.attrs === null) {
          // It has been dropped, and told of.
          closings.push('');
          trust(child, '');
          continue;
        }
        const spot = spotOf(child);
        if (readLinkTarget(target).kind === 'unsafe') {
          walk.report(warning('link-unsafe', { path, ...spot }, { target: cut(target) }));
          closings.push('');
          trust(child, '');
        } else if (target.trim() === '') {
          const words = cut(plainText(wordsOfLink(token.children, at)));
          walk.report(warning('reference-empty', { path, ...spot }, { words, isPicture: false }));
          closings.push('');
          trust(child, '');
        } else {
          const { opening, closing } = walk.references.link(target, attribute(child, 'title'), spot);
          // On paper the address of a link is printed behind its text, unless that is the address itself.
          const isBare = writingOf(child) === 'bare';
          closings.push(isBare ? `${closing}</span>` : closing);
          trust(child, isBare ? `<span class="bare">${opening}` : opening);
        }
      } else if (child.type === 'link_close') {
        trust(child, closings.pop() ?? '');
      }
    }
    if (figure) {
      // A figure is no part of a paragraph: its tags go, the figures stay.
      trust(tokens[index - 1], '');
      trust(tokens[index + 1], '\n');
      for (const child of token.children) if (child.type !== TRUSTED) trust(child, '\n');
    }
  });
}

function wordsOfLink(children: readonly Token[], open: number): readonly Token[] {
  let close = open + 1;
  while (close < children.length && children[close]?.type !== 'link_close') close += 1;
  return children.slice(open + 1, close);
}

/** Where the targets in a line of text stand. That of a link stands behind its words, and so behind pictures in it. */
function targetSpots(
  line: Token,
  children: readonly Token[],
  targets: TargetPlaces,
): ReadonlyMap<Token, Spot> {
  const spots = new Map<Token, Spot>();
  const open: Token[] = [];
  for (const child of children) {
    if (child.type === 'image') spots.set(child, targets.find(line, attribute(child, 'src'), 'markdown'));
    else if (child.type === 'code_inline' && child.content.includes('](')) targets.pass(line, child.content);
    else if (child.type === 'link_open') open.push(child);
    else if (child.type === 'link_close') {
      const link = open.pop();
      if (link && link.attrs !== null)
        spots.set(link, targets.find(line, attribute(link, 'href'), writingOf(link)));
    }
  }
  return spots;
}

function writingOf({ markup }: Token): Writing {
  return markup === 'linkify' || markup === 'autolink' ? 'bare' : 'markdown';
}

/** An address, or what was meant as one, in a message: one that holds a whole picture (`data:`) is no longer than others. */
export function cut(target: string): string {
  return target.length > LONGEST_ADDRESS ? `${target.slice(0, LONGEST_ADDRESS)}…` : target;
}

function trust(token: Token | undefined, html: string): void {
  if (token === undefined) return;
  token.type = TRUSTED;
  token.content = html;
}

function isOnlyImages(children: readonly Token[]): boolean {
  const isSpace = (token: Token): boolean =>
    token.type === 'softbreak' || (token.type === 'text' && token.content.trim() === '');
  return (
    children.some((token) => token.type === 'image') &&
    children.every((token) => token.type === 'image' || isSpace(token))
  );
}

/** The words of a line without its marks. */
export function plainText(tokens: readonly Token[]): string {
  let text = '';
  for (const token of tokens) {
    if (token.type === 'text' || token.type === 'code_inline') text += token.content;
    else if (token.type === 'softbreak' || token.type === 'hardbreak') text += ' ';
    else if (token.type === 'image') text += plainText(token.children ?? []);
  }
  return (/\s\s|[^\S ]/.test(text) ? text.replace(/\s+/g, ' ') : text).trim();
}
