import { outputPathOf } from '../base/address.ts';
import { formatRfc3339 } from '../base/time.ts';
import type { Article } from '../model/site.ts';
import type { Page } from './page.ts';
import type { PlanContext } from './parts.ts';
import type { ArticleView, Link } from './views.ts';
import { formatCount } from './words.ts';

const NEIGHBOURS = 5;

/** Every article, with the five before and the five after it in its own section. */
export function planArticles(context: PlanContext): Page[] {
  return context.site.sections.flatMap((section) =>
    section.ownArticles.flatMap((article, index): Page[] => {
      // A joint announcement is listed by other sections too; its address and neighbours are those of its own.
      if (article.section !== section) return [];
      return [
        {
          path: outputPathOf(article.address),
          source: article.document.place.path,
          content: () => ({
            kind: 'template',
            template: 'article.njk',
            view: articleView(context, article, section.ownArticles, index),
          }),
        },
      ];
    }),
  );
}

function articleView(
  context: PlanContext,
  article: Article,
  siblings: readonly Article[],
  index: number,
): ArticleView {
  const { document } = article;
  const picture = article.picture ? context.picture(article.picture) : null;
  const breadcrumb = context.trail(article.section);
  return {
    ...context.base(article.address, {
      title: document.title,
      description: document.summary || document.excerpt,
      breadcrumb,
      type: 'article',
      image: article.picture ? context.url(article.picture.address) : '',
    }),
    article: {
      title: document.title,
      summary: document.summary,
      section: context.link(article.section),
      time: context.card(article).time,
      updated: document.updated ? context.time(document.updated) : null,
      views: document.views === null ? '' : formatCount(document.views, context.words),
      author: document.author,
      source: document.source,
      picture: showsPicture(article) ? null : picture,
      body: context.body(article),
      attachments: context.attachments(article.attachments),
      tags: article.tags.map(context.link),
      extra: document.extra,
    },
    newer: siblings.slice(Math.max(0, index - NEIGHBOURS), index).map(context.neighbour),
    older: siblings.slice(index + 1, index + 1 + NEIGHBOURS).map(context.neighbour),
    structuredData: structuredData(context, article, breadcrumb),
  };
}

/** Whether the text itself shows the article's picture; then it does not stand above it once more. */
function showsPicture(article: Article): boolean {
  const src = article.picture?.address;
  return (
    src !== undefined &&
    article.resolutions.some((resolution) => resolution?.kind === 'image' && resolution.src.endsWith(src))
  );
}

/** schema.org's NewsArticle and BreadcrumbList; what is not known is left out. */
function structuredData(
  context: PlanContext,
  article: Article,
  breadcrumb: readonly Link[],
): Readonly<Record<string, unknown>> {
  const { document } = article;
  const { settings } = context.site;
  const publisher = {
    '@type': 'Organization',
    name: settings.organisation || settings.title,
    url: context.url('/'),
  };
  const published = formatRfc3339({ epoch: article.epoch, hasTime: true }, settings.zone);
  const authors = document.author === '' ? publisher : { '@type': 'Organization', name: document.author };
  return {
    '@context': 'https://schema.org',
    '@graph': [
      {
        '@type': 'NewsArticle',
        headline: document.title,
        ...(document.summary === '' ? {} : { description: document.summary }),
        datePublished: published,
        dateModified: document.updated ? formatRfc3339(document.updated, settings.zone) : published,
        author: authors,
        publisher,
        mainEntityOfPage: context.url(article.address),
        articleSection: article.section.title,
        inLanguage: settings.language,
        ...(article.picture ? { image: [context.url(article.picture.address)] } : {}),
        ...(article.tags.length > 0 ? { keywords: article.tags.map((tag) => tag.title) } : {}),
      },
      {
        '@type': 'BreadcrumbList',
        itemListElement: breadcrumb.map(({ title, href }, index) => ({
          '@type': 'ListItem',
          position: index + 1,
          name: title,
          item: settings.origin + href,
        })),
      },
    ],
  };
}
