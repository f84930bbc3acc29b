import { escapeHtml } from '../base/html.ts';

/** Where in its file something stands; line and column from 1, and the line itself. */
export interface Spot {
  readonly line: number;
  readonly column: number;
  readonly text: string;
}

/** A link as written, not yet led anywhere. */
export interface LinkReference {
  readonly kind: 'link';
  readonly target: string;
  readonly title: string;
  readonly spot: Spot;
}

/** A picture as written. With `figure` it stands alone and its title is its caption (HTML). */
export interface ImageReference {
  readonly kind: 'image';
  readonly target: string;
  readonly alt: string;
  readonly figure: boolean;
  readonly caption: string;
  readonly spot: Spot;
}

export type Reference = LinkReference | ImageReference;

/** What stands between two pieces of HTML: a part of a reference, or one of our own words. */
export type Hole = ReferenceHole | WordHole;

export interface ReferenceHole {
  readonly reference: number;
  readonly part: 'open' | 'close' | 'whole';
}

export interface WordHole {
  readonly word: keyof BodyWords;
}

/** The few words that stand inside an article's own HTML. In which language is not known from one file alone. */
export interface BodyWords {
  readonly table: string;
  readonly backToText: string;
  /** Which one of several marks of a note it is: a number follows. */
  readonly mark: string;
}

/**
 * The text of an article as cleaned HTML with holes where links, pictures and our own words go, for what they lead to
 * and say is not known from one file alone. `html` has one piece more than `holes`.
 */
export interface Body {
  readonly html: readonly string[];
  readonly holes: readonly Hole[];
}

/** What the rest of the site must know of a text: what it names, and what can be named in it. */
export interface Outline {
  /** In the order of the text; holes name them by index. */
  readonly references: readonly Reference[];
  /** Ids that a link may name: headings and footnotes. */
  readonly ids: readonly string[];
  readonly isEmpty: boolean;
}

/** What a reference leads to. `null`: nowhere; the words or the caption stay. */
export type Resolution = LinkResolution | ImageResolution | null;

export interface LinkResolution {
  readonly kind: 'link';
  /** Site-absolute with the base path, a full URL, or `#id`. */
  readonly href: string;
  readonly external: boolean;
}

export interface ImageResolution {
  readonly kind: 'image';
  readonly src: string;
  /** Pixels; 0 if not known. */
  readonly width: number;
  readonly height: number;
}

/** Puts a body together. `absolute` maps every address within the site, for feeds; the page itself leaves them. */
export function composeBody(
  body: Body,
  references: readonly Reference[],
  resolutions: readonly Resolution[],
  words: BodyWords,
  absolute: (href: string) => string = (href) => href,
): string {
  let inLink = false;
  const fill = (hole: Hole): string => {
    if ('word' in hole) return escapeHtml(words[hole.word]);
    const reference = references[hole.reference];
    const resolution = resolutions[hole.reference] ?? null;
    if (reference?.kind === 'link') {
      if (resolution?.kind === 'link') inLink = hole.part === 'open';
      return linkPart(reference, resolution, hole.part, absolute);
    }
    return reference === undefined ? '' : imagePart(reference, resolution, inLink, absolute);
  };
  let result = body.html[0] ?? '';
  body.holes.forEach((hole, index) => {
    result += fill(hole) + (body.html[index + 1] ?? '');
  });
  return result;
}

function linkPart(
  reference: LinkReference,
  resolution: Resolution,
  part: ReferenceHole['part'],
  absolute: (href: string) => string,
): string {
  if (resolution?.kind !== 'link') return '';
  if (part === 'close') return '</a>';
  const title = reference.title ? ` title="${escapeHtml(reference.title)}"` : '';
  const rel = resolution.external ? ' rel="noopener nofollow"' : '';
  return `<a href="${escapeHtml(absolute(resolution.href))}"${title}${rel}>`;
}

function imagePart(
  reference: ImageReference,
  resolution: Resolution,
  inLink: boolean,
  absolute: (href: string) => string,
): string {
  const caption = reference.caption;
  if (resolution === null) {
    const words = caption || escapeHtml(reference.alt);
    return reference.figure ? `<p class="caption">${words}</p>` : words;
  }
  const picture =
    resolution.kind === 'link'
      ? linkInstead(reference, resolution, inLink, absolute)
      : imageTag(reference, resolution, absolute);
  if (!reference.figure) return picture;
  const figcaption = caption ? `<figcaption>${caption}</figcaption>` : '';
  return `<figure>${picture}${figcaption}</figure>`;
}

/** A picture on another site, or that no browser shows, is a link, but for one inside a link, which can hold no other. */
function linkInstead(
  reference: ImageReference,
  { href, external }: LinkResolution,
  inLink: boolean,
  absolute: (href: string) => string,
): string {
  const words = escapeHtml(reference.alt || reference.target);
  if (inLink) return words;
  return external
    ? `<a href="${escapeHtml(href)}" rel="noopener nofollow">${words}</a>`
    : `<a href="${escapeHtml(absolute(href))}">${words}</a>`;
}

function imageTag(
  reference: ImageReference,
  image: ImageResolution,
  absolute: (href: string) => string,
): string {
  const size = image.width > 0 ? ` width="${image.width}" height="${image.height}"` : '';
  return `<img src="${escapeHtml(absolute(image.src))}" alt="${escapeHtml(reference.alt)}"${size} loading="lazy" decoding="async">`;
}
