import { formatRfc3339 } from '../base/time.ts';
import type { Article } from '../model/site.ts';
import { isPerson } from './author.ts';
import type { Chrome } from './chrome.ts';
import { linkedText } from './linked-text.ts';
import type { Link } from './parts.ts';

/** schema.org's data, as a script's JSON in a page. */
export type StructuredData = Readonly<Record<string, unknown>>;

/** NewsArticle and BreadcrumbList; what is not known is left out. `image` is a full address. */
export function articleData(
  chrome: Chrome,
  article: Article,
  breadcrumb: readonly Link[],
  image: string,
): StructuredData {
  const { document } = article;
  const { language, settings } = chrome;
  const url = chrome.url(article.address);
  const publisher = organisation(chrome);
  const published = formatRfc3339({ epoch: article.epoch, hasTime: true }, settings.zone);
  return graph([
    {
      '@type': 'NewsArticle',
      headline: document.title,
      // What is undefined is no part of JSON.
      description: document.summary || undefined,
      datePublished: published,
      dateModified: document.updated ? formatRfc3339(document.updated, settings.zone) : published,
      author: document.author === '' ? publisher : authorData(document.author),
      publisher,
      mainEntityOfPage: url,
      articleSection: article.section.title,
      inLanguage: language,
      image: [image],
      isAccessibleForFree: true,
      keywords: article.tags.length > 0 ? article.tags.map((tag) => tag.title) : undefined,
    },
    breadcrumbs(chrome, [...breadcrumb, { title: document.title, href: chrome.href(article.address) }]),
  ]);
}

/** Without an address: the site's is not the author's. */
function authorData(name: string): object {
  return { '@type': isPerson(name) ? 'Person' : 'Organization', name };
}

/** WebSite and Organization, for the front page. */
export function siteData(chrome: Chrome): StructuredData {
  const { settings } = chrome;
  const { footer } = settings;
  const publisher = organisation(chrome);
  return graph([
    {
      '@type': 'WebSite',
      name: settings.title,
      url: publisher.url,
      inLanguage: settings.language,
      ...(settings.description === '' ? {} : { description: settings.description }),
      publisher,
    },
    {
      ...publisher,
      ...(footer.email === '' ? {} : { email: footer.email }),
      ...(footer.phone === '' ? {} : { telephone: phoneIn(footer.phone) }),
      ...(footer.address === '' ? {} : { address: footer.address }),
    },
  ]);
}

/** The first number of a line that may hold several, or words; the line itself if there is none that can be dialled. */
function phoneIn(line: string): string {
  const numbers = linkedText('phone', line).flatMap(({ text, href }) =>
    href.startsWith('tel:') ? text : [],
  );
  return numbers[0] ?? line;
}

/** BreadcrumbList, for lists. */
export function listData(chrome: Chrome, breadcrumb: readonly Link[], own: Link): StructuredData {
  return graph([breadcrumbs(chrome, [...breadcrumb, own])]);
}

function graph(nodes: readonly object[]): StructuredData {
  return { '@context': 'https://schema.org', '@graph': nodes };
}

function organisation(chrome: Chrome) {
  const { settings, sitePart } = chrome;
  return {
    '@type': 'Organization',
    name: settings.organisation || settings.title,
    url: chrome.url('/'),
    ...(sitePart.crest === null ? {} : { logo: settings.origin + sitePart.crest.src }),
  };
}

function breadcrumbs({ settings }: Chrome, trail: readonly Link[]): object {
  return {
    '@type': 'BreadcrumbList',
    itemListElement: trail.map(({ title, href }, index) => ({
      '@type': 'ListItem',
      position: index + 1,
      name: title,
      item: settings.origin + href,
    })),
  };
}
