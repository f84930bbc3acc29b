import type { Html } from '../base/html.ts';
import type { ExtraValue } from '../model/document.ts';

/**
 * What templates get, and all that they get. Views are made of parts (site, navigation, card …); a part that many
 * pages share is one object, so that what is rendered from it is rendered once.
 */

/** What every page shows of the site. One object a build. */
export interface SitePart {
  readonly title: string;
  readonly organisation: string;
  readonly description: string;
  readonly language: string;
  readonly home: string;
  readonly addresses: {
    readonly mostRead: string;
    readonly siteMap: string;
    readonly tags: string;
    readonly rss: string;
    readonly atom: string;
    readonly jsonFeed: string;
  };
  readonly links: readonly { readonly title: string; readonly url: string }[];
  readonly footer: {
    readonly responsible: string;
    readonly address: string;
    readonly phone: string;
    /** The phone number's digits for `tel:`. */
    readonly phoneDigits: string;
    readonly email: string;
    readonly note: string;
  };
  readonly assets: { readonly style: string; readonly icon: string };
}

/** The main navigation as one part of the site shows it. */
export interface NavigationPart {
  readonly site: SitePart;
  readonly items: readonly NavigationItem[];
}

export interface NavigationItem {
  readonly title: string;
  readonly href: string;
  /** `page` for the page itself, `true` for a part of the site that holds it. */
  readonly current: '' | 'page' | 'true';
}

export interface Link {
  readonly title: string;
  readonly href: string;
}

/** What the head of every page needs. */
export interface PagePart {
  readonly title: string;
  readonly description: string;
  readonly canonical: string;
  readonly breadcrumb: readonly Link[];
  readonly feeds: readonly { readonly title: string; readonly href: string; readonly type: string }[];
  /** OpenGraph: `website` or `article`. */
  readonly type: 'website' | 'article';
  /** Full URL of the picture that stands for the page, or empty. */
  readonly image: string;
  readonly robots: '' | 'noindex';
}

export interface TimePart {
  /** `17/02/2020` */
  readonly date: string;
  /** `15:47`, or empty. */
  readonly time: string;
  /** For `datetime`. */
  readonly machine: string;
}

export interface PicturePart {
  readonly src: string;
  readonly alt: string;
  readonly caption: string;
  readonly width: number;
  readonly height: number;
}

/** An article as lists show it. One object an article. */
export interface Card {
  readonly title: string;
  readonly href: string;
  readonly summary: string;
  readonly time: TimePart;
  readonly section: Link;
  readonly picture: PicturePart | null;
  readonly pinned: boolean;
}

/** Common to every template. */
export interface BaseView {
  readonly site: SitePart;
  readonly navigation: NavigationPart;
  readonly page: PagePart;
}

export interface ListPart {
  readonly title: string;
  readonly href: string;
  /** Years that have an archive, newest first. */
  readonly years: readonly Link[];
}

export interface FrontView extends BaseView {
  readonly intro: Html | null;
  readonly lead: Card | null;
  readonly pinned: readonly Card[];
  readonly newest: readonly Card[];
  readonly mostRead: readonly MostReadItem[];
  readonly sections: readonly SectionBlock[];
  readonly list: ListPart;
}

export interface SectionBlock {
  readonly section: Link;
  readonly description: string;
  readonly articles: readonly Card[];
}

export interface SectionView extends BaseView {
  readonly section: {
    readonly title: string;
    readonly description: string;
    readonly body: Html | null;
    readonly contact: readonly { readonly name: string; readonly value: string; readonly href: string }[];
    readonly children: readonly Link[];
    readonly pages: readonly Link[];
  };
  readonly pinned: readonly Card[];
  readonly articles: readonly Card[];
  readonly list: ListPart;
}

export interface TagView extends BaseView {
  readonly tag: { readonly title: string };
  readonly articles: readonly Card[];
  readonly list: ListPart;
}

/** One period of a list: its articles, or, where they are too many, the shorter periods that hold them. */
export interface ArchiveView extends BaseView {
  readonly list: Link;
  /** `năm 2020`, `tháng 2 năm 2020`, `ngày 17/02/2020` */
  readonly period: string;
  readonly articles: readonly Card[];
  readonly periods: readonly Link[];
  readonly newer: Link | null;
  readonly older: Link | null;
}

export interface ArticleView extends BaseView {
  readonly article: {
    readonly title: string;
    readonly summary: string;
    readonly section: Link;
    readonly time: TimePart;
    readonly updated: TimePart | null;
    /** Grouped as readers expect (`1.234`), or empty if there is no figure. */
    readonly views: string;
    readonly author: string;
    readonly source: string;
    readonly picture: PicturePart | null;
    readonly body: Html;
    readonly attachments: readonly AttachmentPart[];
    readonly tags: readonly Link[];
    readonly extra: { readonly [name: string]: ExtraValue };
  };
  readonly newer: readonly NeighbourPart[];
  readonly older: readonly NeighbourPart[];
  /** schema.org NewsArticle and BreadcrumbList. */
  readonly structuredData: Readonly<Record<string, unknown>>;
}

export interface NeighbourPart {
  readonly title: string;
  readonly href: string;
  readonly time: TimePart;
}

export interface AttachmentPart {
  readonly title: string;
  readonly href: string;
  /** `PDF`, `DOCX` */
  readonly type: string;
  /** `34 kB`, `1,2 MB` */
  readonly size: string;
}

export interface MostReadItem {
  readonly card: Card;
  readonly views: string;
}

export interface StandaloneView extends BaseView {
  readonly content: {
    readonly title: string;
    readonly summary: string;
    readonly body: Html;
    readonly attachments: readonly AttachmentPart[];
    readonly extra: { readonly [name: string]: ExtraValue };
  };
}

export interface SiteMapNode extends Link {
  readonly pages: readonly Link[];
  readonly years: readonly Link[];
  readonly children: readonly SiteMapNode[];
}

export interface Views {
  readonly 'front.njk': FrontView;
  readonly 'section.njk': SectionView;
  readonly 'archive.njk': ArchiveView;
  readonly 'article.njk': ArticleView;
  readonly 'page.njk': StandaloneView;
  readonly 'tag.njk': TagView;
  readonly 'tags.njk': BaseView & { readonly tags: readonly Link[] };
  readonly 'most-read.njk': BaseView & { readonly articles: readonly MostReadItem[] };
  readonly 'site-map.njk': BaseView & { readonly root: SiteMapNode };
  readonly 'not-found.njk': BaseView & { readonly sections: readonly Link[] };
  readonly 'redirect.njk': {
    readonly language: string;
    readonly title: string;
    readonly href: string;
    readonly canonical: string;
  };
}
