import { escapeHtml, Html } from '../base/html.ts';
import type { Bodies } from '../model/document.ts';
import type { Article } from '../model/site.ts';
import type { Chrome } from './chrome.ts';
import { mainPicture } from './main-picture.ts';

/** An article as its page shows it, picture and text, with full addresses, for it is read elsewhere. */
export function feedText(chrome: Chrome, article: Article, bodies: Bodies): Html {
  const { origin } = chrome.settings;
  const own = chrome.url(article.address);
  const absolute = (href: string): string =>
    href.startsWith('#') ? own + href : href.startsWith('/') ? origin + href : href;
  const text = chrome.in(article.language).body(article, bodies, { name: own, map: absolute });
  const above = figure(chrome, article);
  return new Html(`${above}${Html.fingerprintOf(text)}`, () => above + withoutIds(text.text, own));
}

/** Many texts stand in one page where feeds are read, each with its first note: its marks lead to its own page. */
function withoutIds(text: string, own: string): string {
  // A quotation mark is only where an attribute begins or ends: those of texts and values are escaped.
  return text.replace(/ id="[^"]*"/g, '').replaceAll(' href="#', ` href="${escapeHtml(own)}#`);
}

/** Empty where no picture stands above the text. */
function figure(chrome: Chrome, article: Article): string {
  const picture = mainPicture(article, chrome);
  if (picture === null) return '';
  const { src, alt, caption, width, height } = picture;
  const size = width > 0 ? ` width="${width}" height="${height}"` : '';
  const figcaption = caption ? `<figcaption>${escapeHtml(caption)}</figcaption>` : '';
  const address = escapeHtml(chrome.settings.origin + src);
  return `<figure><img src="${address}" alt="${escapeHtml(alt)}"${size}>${figcaption}</figure>\n`;
}
