import { outputPathOf } from '../base/address.ts';
import type { Recall } from '../base/recall.ts';
import type { Bodies } from '../model/document.ts';
import { divide } from '../model/periods.ts';
import type { Article, SectionName } from '../model/site.ts';
import type { Chrome } from './chrome.ts';
import type { PlanContext } from './context.ts';
import { translationsOf } from './languages.ts';
import { NEIGHBOURS } from './lists.ts';
import { mainPicture } from './main-picture.ts';
import type { Page, PageTree } from './page.ts';
import { RELATED_AMONG, relatedTo } from './related.ts';
import { shareLinks } from './share-links.ts';
import { articleData } from './structured-data.ts';
import type { ArticleView } from './views.ts';
import { formatCount } from './words/format.ts';

/** Every article, with the five before and the five after it in its own section. */
export function planArticles({ site, chrome, recall }: PlanContext): PageTree[] {
  return site.sections.map((section) =>
    recall.later(planSection)(section.ownArticles, section.name, chrome, recall),
  );
}

/** Cut by months, for most of them are as last time. */
function planSection(
  articles: readonly Article[],
  section: SectionName,
  chrome: Chrome,
  recall: Recall,
): PageTree[] {
  let start = 0;
  return divide(articles, ({ year, month }) => year * 12 + month).map(([month, ofMonth]) => {
    const end = start + ofMonth.length;
    const around = articles.slice(Math.max(0, start - NEIGHBOURS), end + RELATED_AMONG);
    const first = Math.min(start, NEIGHBOURS);
    start = end;
    const kept = recall.keep(section, `around ${month}`, around);
    return recall.later(planStretch)(kept, first, first + ofMonth.length, section, chrome, recall);
  });
}

/** The articles from `start` to `end` of a stretch that has their neighbours too, and the older ones to choose from. */
function planStretch(
  stretch: readonly Article[],
  start: number,
  end: number,
  section: SectionName,
  chrome: Chrome,
  recall: Recall,
): Page[] {
  return stretch.slice(start, end).flatMap((article, offset) => {
    // A joint announcement is listed by other sections too; its address and neighbours are those of its own.
    if (article.section !== section) return [];
    const index = start + offset;
    const newer = stretch.slice(Math.max(0, index - NEIGHBOURS), index);
    const older = stretch.slice(index + 1, index + 1 + NEIGHBOURS);
    const candidates = stretch.slice(index + 1 + NEIGHBOURS, index + 1 + RELATED_AMONG);
    const related = relatedTo(article, candidates);
    const { length } = newer;
    const own = chrome.in(article.language);
    return [recall.for(planArticle)(article, own, length, older.length, ...newer, ...older, ...related)];
  });
}

/** `others` are `newer` articles that come before it, `older` that come after it, and related ones. */
function planArticle(
  article: Article,
  chrome: Chrome,
  newer: number,
  older: number,
  ...others: readonly Article[]
): Page {
  return {
    path: outputPathOf(article.address),
    source: article.document.place.path,
    from: (bodies) => [
      'article',
      chrome.origin,
      chrome.facts(article),
      bodies.printOf(article.document),
      article.resolutions,
      newer,
      older,
      others.map(chrome.neighbour),
      article.translations,
    ],
    content: (bodies) => ({
      kind: 'template',
      template: 'article.njk',
      view: articleView(article, chrome, bodies, {
        newer: others.slice(0, newer).map(chrome.neighbour),
        older: others.slice(newer, newer + older).map(chrome.neighbour),
        related: others.slice(newer + older).map(chrome.neighbour),
      }),
    }),
  };
}

function articleView(
  article: Article,
  chrome: Chrome,
  bodies: Bodies,
  { newer, older, related }: Pick<ArticleView, 'newer' | 'older' | 'related'>,
): ArticleView {
  const { document } = article;
  const picture = article.picture ? chrome.picture(article.picture) : null;
  const breadcrumb = chrome.trail(article.section);
  const image =
    article.picture && picture
      ? { ...picture, src: chrome.url(article.picture.address) }
      : chrome.sharing(article.section);
  // All in one literal: fields after a spread cost more than the rest of a view (docs/performance.md).
  const { site, words, navigation, page } = chrome.base(article.address, {
    title: document.title,
    description: document.summary || document.excerpt,
    breadcrumb,
    type: 'article',
    image,
    translations: translationsOf(article, chrome),
  });
  return {
    site,
    words,
    navigation,
    page,
    article: {
      title: document.title,
      summary: document.summary,
      section: chrome.link(article.section),
      time: chrome.card(article).time,
      updated: document.updated ? chrome.time(document.updated) : null,
      views: document.views === null ? '' : formatCount(document.views, chrome.words),
      author: document.author,
      source: document.source,
      credit: document.source === '' ? '' : chrome.words.credit(document.source),
      picture: mainPicture(article, chrome),
      body: chrome.body(article, bodies),
      attachments: chrome.attachments(article.attachments),
      tags: article.tags.map(chrome.link),
      share: shareLinks(document.title, chrome.url(article.address)),
      extra: document.extra,
    },
    newer,
    older,
    related,
    structuredData: articleData(chrome, article, breadcrumb, image.src),
  };
}
