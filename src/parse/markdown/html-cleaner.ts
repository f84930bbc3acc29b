import { Parser } from 'htmlparser2';
import { escapeHtml } from '../../base/html.ts';
import { readLinkTarget } from '../../base/link-target.ts';
import {
  closeBefore,
  closeElement,
  closeForBlock,
  hasItsParent,
  isLinkOpen,
  type OpenElement,
} from './html-nesting.ts';
import { WORD_MARKS } from './references.ts';

export interface HtmlContext {
  /** Inside a paragraph only what may stand in a line of text is kept. */
  readonly inline: boolean;
  readonly open: OpenElement[];
  /** Inside a link, of Markdown's or of a container's around this one: a link may hold no other. */
  readonly inLink: boolean;
  /** Both return what stands for the reference until it is resolved. */
  link(target: string, title: string, line: number): { readonly opening: string; readonly closing: string };
  image(target: string, alt: string, line: number): string;
  /** `line` counts line breaks from the start of the piece of HTML. */
  removed(what: string, line: number): void;
  /** A tag without its `>`: it is shown as it was typed. */
  unclosed(what: string, line: number): void;
  /** A comment that goes on to the end of the piece, where nobody sees it; `text` is its first line. */
  unclosedComment(text: string, line: number): void;
}

const INLINE: ReadonlySet<string> = new Set(
  'a abbr b br cite code del em i img ins kbd mark q s small span strong sub sup time u wbr'.split(' '),
);
const BLOCK: ReadonlySet<string> = new Set(
  'blockquote caption col colgroup dd details div dl dt figcaption figure h1 h2 h3 h4 h5 h6 hr li ol p pre summary table tbody td tfoot th thead tr ul'.split(
    ' ',
  ),
);
const VOID: ReadonlySet<string> = new Set(['br', 'hr', 'img', 'col', 'wbr']);
/** Elements whose content is not for readers either. */
const DROPPED_WHOLE: ReadonlySet<string> = new Set(
  'applet audio button canvas embed form frame frameset head iframe input link map math meta noembed noframes noscript object option plaintext script select style svg template textarea title video xmp'.split(
    ' ',
  ),
);
/** Elements without an end tag: nothing after them is theirs. */
const DROPPED_VOID: ReadonlySet<string> = new Set(['embed', 'frame', 'input', 'link', 'meta']);

/** A browser would take all that follows for its attributes. */
const UNCLOSED_TAG = /<\/?[a-z][^<>]*$/i;

/**
 * Rewrites one piece of a writer's HTML from a list of what is allowed: nothing of the original is copied but text,
 * which is escaped, and attributes that are known to be harmless. The output is balanced with `context.open`.
 */
export function cleanHtml(html: string, context: HtmlContext): string {
  let output = '';
  let droppedDepth = 0;
  const lineOf = lineCounter(html);
  let phase: 'before' | 'in' | 'after' = 'before';
  const prefix = context.open.map((element) => `<${element.name}>`).join('');

  const parser = new Parser(
    {
      onopentag(name, attributes, implied) {
        if (phase !== 'in' || implied) return;
        const line = lineOf(parser.startIndex - prefix.length);
        if (droppedDepth > 0 || DROPPED_WHOLE.has(name)) {
          if (droppedDepth === 0) context.removed(`<${name}>`, line);
          if (!DROPPED_VOID.has(name)) droppedDepth += 1;
          return;
        }
        if (!mayStandHere(name, context)) {
          context.removed(`<${name}>`, line);
          return;
        }
        for (const attribute of Object.keys(attributes)) {
          if (attribute.startsWith('on')) context.removed(`${attribute}="…"`, line);
        }
        if (BLOCK.has(name)) output += closeForBlock(context.open) + closeBefore(name, context.open);
        output += openElement(name, attributes, context, line);
      },
      ontext(text) {
        // What looked like the beginning of `&amp;` is told to be text only when all is over.
        if (phase !== 'before' && droppedDepth === 0) output += escapeHtml(text);
      },
      oncomment() {
        // One that has its end is told before all is over.
        if (phase !== 'after' || droppedDepth > 0) return;
        const at = parser.startIndex - prefix.length;
        context.unclosedComment(/^[^\n]*/.exec(html.slice(at))?.[0] ?? '', lineOf(at));
      },
      onclosetag(name) {
        if (phase !== 'in') return;
        if (droppedDepth > 0) {
          if (!DROPPED_VOID.has(name)) droppedDepth -= 1;
          return;
        }
        output += closeElement(name, context.open);
      },
    },
    { decodeEntities: true },
  );
  // The parser is told what is open already, so that an end tag or an implied one finds its start.
  parser.write(prefix);
  phase = 'in';
  const end = UNCLOSED_TAG.exec(html)?.index ?? html.length;
  parser.write(html.slice(0, end));
  phase = 'after';
  parser.end();
  if (end < html.length && droppedDepth === 0) {
    context.unclosed(/^\S+/.exec(html.slice(end))?.[0] ?? '<', lineOf(end));
    output += escapeHtml(html.slice(end));
  }
  return output;
}

function mayStandHere(name: string, { inline, open }: HtmlContext): boolean {
  if (INLINE.has(name)) return true;
  return !inline && BLOCK.has(name) && hasItsParent(name, open);
}

function openElement(
  written: string,
  attributes: Readonly<Record<string, string>>,
  context: HtmlContext,
  line: number,
): string {
  // The page has its one first-level heading already.
  const name = written === 'h1' ? 'h2' : written;
  if (name === 'img') return context.image(attributes['src'] ?? '', attributes['alt'] ?? '', line);
  if (name === 'a') return openLink(attributes, context, line);
  if (name === 'span') {
    context.open.push({ name: written, closing: '' });
    return '';
  }
  const start = `<${name}${allowedAttributes(name, attributes)}${headerScope(name, attributes, context.open)}>`;
  if (VOID.has(name)) return start;
  if (name === 'table') {
    context.open.push({ name: written, closing: '</table></div>' });
    return `<div class="table" tabindex="0" role="region" aria-label="${WORD_MARKS.table}">${start}`;
  }
  context.open.push({ name: written, closing: `</${name}>` });
  return start;
}

function openLink(attributes: Readonly<Record<string, string>>, context: HtmlContext, line: number): string {
  const target = attributes['href'];
  const nested = context.inLink || isLinkOpen(context.open);
  if (target === undefined || nested || readLinkTarget(target).kind === 'unsafe') {
    if (target !== undefined) context.removed(nested ? '<a>' : `href="${target}"`, line);
    context.open.push({ name: 'a', closing: '' });
    return '';
  }
  const { opening, closing } = context.link(target, attributes['title'] ?? '', line);
  context.open.push({ name: 'a', closing });
  return opening;
}

const NUMBER_ATTRIBUTES: Readonly<Record<string, readonly string[]>> = {
  td: ['colspan', 'rowspan'],
  th: ['colspan', 'rowspan'],
  col: ['span'],
  colgroup: ['span'],
  ol: ['start'],
  li: ['value'],
};

/** Numbers, languages, titles and alignment; classes, ids, styles and sizes of old systems are left behind. */
function allowedAttributes(name: string, attributes: Readonly<Record<string, string>>): string {
  let result = '';
  for (const attribute of NUMBER_ATTRIBUTES[name] ?? []) {
    const value = attributes[attribute];
    if (value !== undefined && /^[1-9]\d{0,3}$/.test(value)) result += ` ${attribute}="${value}"`;
  }
  const align = /^(left|right|center)$/i.exec(attributes['align'] ?? '')?.[1]?.toLowerCase();
  if (align && (name === 'td' || name === 'th' || name === 'p')) result += ` class="align-${align}"`;
  if (name === 'th' && /^(row|col|rowgroup|colgroup)$/.test(attributes['scope'] ?? '')) {
    result += ` scope="${attributes['scope']}"`;
  }
  if (name === 'abbr' && attributes['title']) result += ` title="${escapeHtml(attributes['title'])}"`;
  if (name === 'details' && attributes['open'] !== undefined) result += ' open';
  const language = attributes['lang'];
  if (language !== undefined && /^[a-z]{2,3}(-[a-z]{2,4})?$/i.test(language)) result += ` lang="${language}"`;
  return result;
}

/** Old systems never say it, but a header cell in a table's head heads its column. */
function headerScope(
  name: string,
  attributes: Readonly<Record<string, string>>,
  open: readonly OpenElement[],
): string {
  if (name !== 'th' || attributes['scope'] !== undefined) return '';
  if (!open.some((element) => element.name === 'thead')) return '';
  return Number(attributes['colspan'] ?? 1) > 1 ? ' scope="colgroup"' : ' scope="col"';
}

/** Counts the line breaks before an offset. Asked in the order of the text, it goes on from where it was. */
function lineCounter(html: string): (offset: number) => number {
  let line = 0;
  let counted = 0;
  return (offset) => {
    if (offset < counted) [line, counted] = [0, 0];
    for (; counted < offset; counted++) if (html.charCodeAt(counted) === 10) line += 1;
    return line;
  };
}
