import type { Html } from '../base/html.ts';
import { formatRfc822, formatRfc3339, type Timestamp } from '../base/time.ts';
import { type FeedKind, feedsOf } from '../model/feeds.ts';
import type { Article, Section } from '../model/site.ts';
import type { Chrome } from './chrome.ts';
import type { PlanContext } from './context.ts';
import { FEED_KINDS } from './feed-links.ts';
import { feedText } from './feed-text.ts';
import { NEWEST } from './lists.ts';
import type { Content, JsonValue, Page, PageTree, XmlElement } from './page.ts';

/** RSS 2.0, Atom and JSON Feed of the newest articles with their full text. They tell no time but the articles'. */
export function planFeeds({ site, chrome, recall }: PlanContext): PageTree[] {
  return site.sections.map((section) => recall.for(planSectionFeeds)(section, chrome));
}

function planSectionFeeds(section: Section, chrome: Chrome): Page[] {
  return feedsOf(section).map((kind) => ({
    path: `${section.address}${FEED_KINDS[kind].file}`.slice(1),
    source: section.entry?.document.place.path ?? 'content',
    content: (bodies) => feedContent(chrome, section, kind, (article) => feedText(chrome, article, bodies)),
  }));
}

type TextOf = (article: Article) => Html;

function feedContent(chrome: Chrome, section: Section, kind: FeedKind, textOf: TextOf): Content {
  const articles = section.articles.slice(0, NEWEST);
  if (kind === 'rss') return { kind: 'xml', root: rss(chrome, section, articles, textOf) };
  if (kind === 'atom') return { kind: 'xml', root: atom(chrome, section, articles, textOf) };
  return { kind: 'json', value: jsonFeed(chrome, section, articles, textOf) };
}

/** Whether an article has to say what language it is in, for it is not the feed's. */
function isForeign(article: Article, section: Section): boolean {
  return article.language !== section.language;
}

function element(name: string, text: string | Html): XmlElement {
  return { name, children: [text] };
}

function timeOf(article: Article): Timestamp {
  return { epoch: article.epoch, hasTime: true };
}

/** The site's name before the section's. */
function feedTitle(chrome: Chrome, section: Section): string {
  return section.parent === null ? section.title : `${section.title} - ${chrome.settings.title}`;
}

function summaryOf(article: Article): string {
  return article.document.summary || article.document.excerpt;
}

function rss(chrome: Chrome, section: Section, articles: readonly Article[], textOf: TextOf): XmlElement {
  const { settings } = chrome;
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
          element('title', feedTitle(chrome, section)),
          element('link', chrome.url(section.address)),
          element('description', section.entry?.document.summary || settings.description || section.title),
          element('language', section.language),
          ...(newest ? [element('lastBuildDate', formatRfc822(timeOf(newest), settings.zone))] : []),
          {
            name: 'atom:link',
            attributes: {
              href: chrome.url(`${section.address}rss.xml`),
              rel: 'self',
              type: 'application/rss+xml',
            },
          },
          ...articles.map((article) => ({
            name: 'item',
            children: [
              element('title', article.document.title),
              element('link', chrome.url(article.address)),
              element('guid', chrome.url(article.address)),
              element('pubDate', formatRfc822(timeOf(article), settings.zone)),
              ...(isForeign(article, section) ? [element('dc:language', article.language)] : []),
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

function atom(chrome: Chrome, section: Section, articles: readonly Article[], textOf: TextOf): XmlElement {
  const { settings } = chrome;
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
    attributes: { xmlns: 'http://www.w3.org/2005/Atom', 'xml:lang': section.language },
    children: [
      element('id', chrome.url(section.address)),
      element('title', feedTitle(chrome, section)),
      element('updated', updatedOf(articles[0])),
      { name: 'author', children: [element('name', settings.organisation || settings.title)] },
      link(chrome.url(section.address), 'alternate', 'text/html'),
      link(chrome.url(`${section.address}atom.xml`), 'self', 'application/atom+xml'),
      ...articles.map((article) => ({
        name: 'entry',
        ...(isForeign(article, section) ? { attributes: { 'xml:lang': article.language } } : {}),
        children: [
          element('id', chrome.url(article.address)),
          element('title', article.document.title),
          element('published', formatRfc3339(timeOf(article), settings.zone)),
          element('updated', updatedOf(article)),
          ...(article.document.author
            ? [{ name: 'author', children: [element('name', article.document.author)] }]
            : []),
          link(chrome.url(article.address), 'alternate', 'text/html'),
          ...article.tags.map((tag) => ({ name: 'category', attributes: { term: tag.title } })),
          ...(summaryOf(article) ? [element('summary', summaryOf(article))] : []),
          { name: 'content', attributes: { type: 'html' }, children: [textOf(article)] },
        ],
      })),
    ],
  };
}

function jsonFeed(chrome: Chrome, section: Section, articles: readonly Article[], textOf: TextOf): JsonValue {
  const { settings } = chrome;
  return {
    version: 'https://jsonfeed.org/version/1.1',
    title: feedTitle(chrome, section),
    home_page_url: chrome.url(section.address),
    feed_url: chrome.url(`${section.address}feed.json`),
    language: section.language,
    items: articles.map((article) => ({
      id: chrome.url(article.address),
      url: chrome.url(article.address),
      title: article.document.title,
      ...(isForeign(article, section) ? { language: article.language } : {}),
      summary: summaryOf(article),
      content_html: textOf(article),
      date_published: formatRfc3339(timeOf(article), settings.zone),
      ...(article.document.updated
        ? { date_modified: formatRfc3339(article.document.updated, settings.zone) }
        : {}),
      ...(article.picture ? { image: chrome.url(article.picture.address) } : {}),
      ...(article.document.author ? { authors: [{ name: article.document.author }] } : {}),
      tags: article.tags.map((tag) => tag.title),
    })),
  };
}
