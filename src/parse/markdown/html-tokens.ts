import type { Token } from './engine.ts';
import { cleanHtml, type HtmlContext } from './html-cleaner.ts';
import { closeAll, closeForBlock, isLinkOpen, type OpenElement } from './html-nesting.ts';
import { UNCLOSED, unclosedOf } from './unclosed-html.ts';
import type { TokenWalk } from './walk.ts';

/**
 * Cleans the HTML among tokens, and closes at the end of every container (list item, quote, line of text) what was
 * opened inside it, so that no writer's `<div>` reaches past its own place in the page.
 */
export function cleanHtmlTokens(tokens: readonly Token[], walk: TokenWalk): Token[] {
  return cleanLevel(tokens, walk, undefined, false);
}

function cleanLevel(
  tokens: readonly Token[],
  walk: TokenWalk,
  line: Token | undefined,
  aroundInLink: boolean,
): Token[] {
  const frames: OpenElement[][] = [[]];
  const result: Token[] = [];
  const closeFrame = (open: OpenElement[] | undefined): void => {
    if (open !== undefined && open.length > 0) result.push(walk.trusted(closeAll(open)));
  };
  let markdownLinks = 0;
  /** Of a line of text: so many line breaks stand before the token, or more. */
  let breaks = 0;
  let skipTo = -1;
  for (const [index, token] of tokens.entries()) {
    if (index <= skipTo) continue;
    skipTo = endOfCode(tokens, index);
    if (token.nesting === -1) closeFrame(frames.pop());
    const inHtmlLink = aroundInLink || frames.some(isLinkOpen);
    if (token.type === 'link_open') {
      // Its words stay; the link around it was there first.
      if (inHtmlLink) walk.dropLink(token, line ?? token);
      else markdownLinks += 1;
    } else if (token.type === 'link_close' && markdownLinks > 0) {
      markdownLinks -= 1;
    }
    const open = frames.at(-1) ?? [];
    if (token.type === 'footnote_ref' && (inHtmlLink || markdownLinks > 0)) {
      result.push(walk.trusted(plainFootnoteMark(token)));
    } else if (token.type === UNCLOSED) {
      const unclosed = unclosedOf(token);
      walk.htmlUnclosed(unclosed, walk.find(token, unclosed.what));
    } else if (token.type === 'html_block' || token.type === 'html_inline') {
      result.push(
        walk.trusted(
          cleanHtml(
            token.content,
            contextFor(token, line, breaks, open, inHtmlLink || markdownLinks > 0, walk),
          ),
        ),
      );
    } else {
      if (line === undefined && token.nesting >= 0 && token.type !== 'inline') {
        const closing = closeForBlock(open);
        if (closing !== '') result.push(walk.trusted(closing));
      }
      if (token.type === 'inline' && token.children)
        token.children = cleanLevel(token.children, walk, token, inHtmlLink);
      result.push(token);
    }
    if (token.nesting === 1) frames.push([]);
    if (line !== undefined) breaks += breaksIn(token);
  }
  for (const open of frames.reverse()) closeFrame(open);
  return result;
}

function contextFor(
  token: Token,
  line: Token | undefined,
  breaks: number,
  open: OpenElement[],
  inLink: boolean,
  walk: TokenWalk,
): HtmlContext {
  const block = line ?? token;
  const find = (text: string, offset: number, anyCase = false) =>
    walk.find(block, text, breaks + offset, anyCase);
  const targetAt = (target: string, offset: number) =>
    walk.htmlTargets.find(block, target, 'html', breaks + offset);
  return {
    inline: line !== undefined,
    open,
    inLink,
    link: (target, title, offset) => walk.references.link(target, title, targetAt(target, offset)),
    image: (target, alt, offset) => walk.image(target, alt, false, '', targetAt(target, offset)),
    unclosed: (what, offset) => walk.htmlUnclosed({ what, end: '>', isRead: true }, find(what, offset)),
    unclosedComment: (text, offset) =>
      walk.htmlUnclosed({ what: '<!--', end: '-->', isRead: false, inParagraph: true }, find(text, offset)),
    removed: (what, offset) => walk.htmlRemoved(what, find(what.replace(/[>=].*$/, ''), offset, true)),
  };
}

function breaksIn({ type, content }: Token): number {
  if (type === 'softbreak' || type === 'hardbreak') return 1;
  return type === 'html_inline' ? content.split('\n').length - 1 : 0;
}

/** The mark of a footnote inside a link: it can be led back to, but is no link itself. */
function plainFootnoteMark(token: Token): string {
  const meta: Readonly<Record<string, unknown>> = token.meta ?? {};
  const number = Number(meta['id'] ?? 0) + 1;
  const repeat = Number(meta['subId'] ?? 0) > 0 ? `:${meta['subId']}` : '';
  return `<sup class="footnote-ref" id="fnref${number}${repeat}">[${number}]</sup>`;
}

/** In a line of text a script is three tokens, and what stands between its tags is no text either. */
function endOfCode(tokens: readonly Token[], index: number): number {
  const name = /^<(script|style)\b/i.exec(
    tokens[index]?.type === 'html_inline' ? (tokens[index]?.content ?? '') : '',
  )?.[1];
  if (name === undefined) return -1;
  const closing = new RegExp(`^</${name}\\b`, 'i');
  let depth = 0;
  for (let at = index + 1; at < tokens.length && depth >= 0; at++) {
    const token = tokens[at];
    if (depth === 0 && token?.type === 'html_inline' && closing.test(token.content)) return at;
    depth += token?.nesting ?? 0;
  }
  // Markdown's own marks begin or end in between: the tags go, the text stays.
  return -1;
}
