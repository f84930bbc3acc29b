import type { Html } from '../base/html.ts';
import { formatRfc822, formatRfc3339, type Timestamp } from '../base/time.ts';
import type { Article, Section } from '../model/site.ts';
import { FEED_KINDS, type FeedKind, feedsOf } from './feed-links.ts';
import type { Content, JsonValue, Page, XmlElement } from './page.ts';
import type { PlanContext } from './parts.ts';

const NEWEST = 20;

/** RSS 2.0, Atom and JSON Feed of the newest articles with their full text. They tell no time but the articles'. */
export function planFeeds(context: PlanContext): Page[] {
  const texts = new Map<Article, Html>();
  const textOf = (article: Article): Html => {
    let text = texts.get(article);
    if (text === undefined) {
      text = fullText(context, article);
      texts.set(article, text);
    }
    return text;
  };
  return context.site.sections.flatMap((section) =>
    feedsOf(section).map((kind) => ({
      path: `${section.address}${FEED_KINDS[kind].file}`.slice(1),
      source: section.entry?.document.place.path ?? 'content',
      content: () => feedContent(context, section, kind, textOf),
    })),
  );
}

type TextOf = (article: Article) => Html;

function feedContent(context: PlanContext, section: Section, kind: FeedKind, textOf: TextOf): Content {
  const articles = section.articles.slice(0, NEWEST);
  if (kind === 'rss') return { kind: 'xml', root: rss(context, section, articles, textOf) };
  if (kind === 'atom') return { kind: 'xml', root: atom(context, section, articles, textOf) };
  return { kind: 'json', value: jsonFeed(context, section, articles, textOf) };
}

/** The text with full addresses, for it is read elsewhere; the article's picture first. */
function fullText(context: PlanContext, article: Article): Html {
  const { origin } = context.site.settings;
  const own = context.url(article.address);
  const absolute = (href: string): string =>
    href.startsWith('#') ? own + href : href.startsWith('/') ? origin + href : href;
  return context.body(article, { name: own, map: absolute });
}

function element(name: string, text: string | Html): XmlElement {
  return { name, children: [text] };
}

function timeOf(article: Article): Timestamp {
  return { epoch: article.epoch, hasTime: true };
}

/** The site's name before the section's. */
function feedTitle(context: PlanContext, section: Section): string {
  return section.parent === null ? section.title : `${section.title} - ${context.site.settings.title}`;
}

function summaryOf(article: Article): string {
  return article.document.summary || article.document.excerpt;
}

function rss(
  context: PlanContext,
  section: Section,
  articles: readonly Article[],
  textOf: TextOf,
): XmlElement {
  const { settings } = context.site;
  const newest = articles[0];
  return {
    name: 'rss',
    attributes: {
      version: '2.0',
      'xmlns:atom': 'http://www.w3.org/2005/Atom',
      'xmlns:content': 'http://purl.org/rss/1.0/modules/content/',
      'xmlns:dc': 'http://purl.org/dc/elements/1.1/',
    },
    children: [
      {
        name: 'channel',
        children: [
          element('title', feedTitle(context, section)),
          element('link', context.url(section.address)),
          element('description', section.entry?.document.summary || settings.description || section.title),
          element('language', settings.language),
          ...(newest ? [element('lastBuildDate', formatRfc822(timeOf(newest), settings.zone))] : []),
          {
            name: 'atom:link',
            attributes: {
              href: context.url(`${section.address}rss.xml`),
              rel: 'self',
              type: 'application/rss+xml',
            },
          },
          ...articles.map((article) => ({
            name: 'item',
            children: [
              element('title', article.document.title),
              element('link', context.url(article.address)),
              element('guid', context.url(article.address)),
              element('pubDate', formatRfc822(timeOf(article), settings.zone)),
              ...(article.document.author ? [element('dc:creator', article.document.author)] : []),
              ...article.tags.map((tag) => element('category', tag.title)),
              element('description', summaryOf(article)),
              element('content:encoded', textOf(article)),
            ],
          })),
        ],
      },
    ],
  };
}

function atom(
  context: PlanContext,
  section: Section,
  articles: readonly Article[],
  textOf: TextOf,
): XmlElement {
  const { settings } = context.site;
  const link = (href: string, rel: string, type: string): XmlElement => ({
    name: 'link',
    attributes: { href, rel, type },
  });
  const updatedOf = (article: Article | undefined): string =>
    formatRfc3339(
      article ? (article.document.updated ?? timeOf(article)) : { epoch: 0, hasTime: true },
      settings.zone,
    );
  return {
    name: 'feed',
    attributes: { xmlns: 'http://www.w3.org/2005/Atom', 'xml:lang': settings.language },
    children: [
      element('id', context.url(section.address)),
      element('title', feedTitle(context, section)),
      element('updated', updatedOf(articles[0])),
      { name: 'author', children: [element('name', settings.organisation || settings.title)] },
      link(context.url(section.address), 'alternate', 'text/html'),
      link(context.url(`${section.address}atom.xml`), 'self', 'application/atom+xml'),
      ...articles.map((article) => ({
        name: 'entry',
        children: [
          element('id', context.url(article.address)),
          element('title', article.document.title),
          element('published', formatRfc3339(timeOf(article), settings.zone)),
          element('updated', updatedOf(article)),
          ...(article.document.author
            ? [{ name: 'author', children: [element('name', article.document.author)] }]
            : []),
          link(context.url(article.address), 'alternate', 'text/html'),
          ...article.tags.map((tag) => ({ name: 'category', attributes: { term: tag.title } })),
          ...(summaryOf(article) ? [element('summary', summaryOf(article))] : []),
          { name: 'content', attributes: { type: 'html' }, children: [textOf(article)] },
        ],
      })),
    ],
  };
}

function jsonFeed(
  context: PlanContext,
  section: Section,
  articles: readonly Article[],
  textOf: TextOf,
): JsonValue {
  const { settings } = context.site;
  return {
    version: 'https://jsonfeed.org/version/1.1',
    title: feedTitle(context, section),
    home_page_url: context.url(section.address),
    feed_url: context.url(`${section.address}feed.json`),
    language: settings.language,
    items: articles.map((article) => ({
      id: context.url(article.address),
      url: context.url(article.address),
      title: article.document.title,
      summary: summaryOf(article),
      content_html: textOf(article),
      date_published: formatRfc3339(timeOf(article), settings.zone),
      ...(article.document.updated
        ? { date_modified: formatRfc3339(article.document.updated, settings.zone) }
        : {}),
      ...(article.picture ? { image: context.url(article.picture.address) } : {}),
      ...(article.document.author ? { authors: [{ name: article.document.author }] } : {}),
      tags: article.tags.map((tag) => tag.title),
    })),
  };
}
