import type { Html } from '../base/html.ts';
import type { Language } from '../base/messages/describe.ts';
import type { ExtraValue } from '../model/document.ts';
import type {
  Card,
  Link,
  NavigationPart,
  PagePart,
  PicturePart,
  SitePart,
  TextPiece,
  TimePart,
} from './parts.ts';
import type { ShareLinks } from './share-links.ts';
import type { StructuredData } from './structured-data.ts';
import type { PageWords } from './words/catalogue.ts';

export type * from './parts.ts';

/** What templates get, and all that they get; made of parts (`parts.ts`). */

/** Common to every template. */
export interface BaseView {
  readonly site: SitePart;
  /** Also `site.words`. */
  readonly words: PageWords;
  readonly navigation: NavigationPart;
  readonly page: PagePart;
}

/** A stretch of a list between two signposts; without a title if the list has none. */
export interface StretchPart {
  readonly title: string;
  readonly articles: readonly Card[];
}

export interface ListPart extends Link {
  readonly words: PageWords;
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
  /** schema.org WebSite and Organization. */
  readonly structuredData: StructuredData;
}

export interface SectionBlock {
  readonly section: Link;
  readonly description: string;
  readonly crest: PicturePart | null;
  /** What a phone can call or write to. */
  readonly contact: readonly TextPiece[];
  readonly articles: readonly Card[];
}

export interface ContactPart {
  readonly name: string;
  readonly value: string;
  /** The value, with links. */
  readonly pieces: readonly TextPiece[];
}

export interface SectionView extends BaseView {
  readonly section: {
    readonly title: string;
    readonly description: string;
    readonly crest: PicturePart | null;
    readonly body: Html | null;
    readonly contact: readonly ContactPart[];
    readonly children: readonly Link[];
    readonly pages: readonly Link[];
  };
  readonly pinned: readonly Card[];
  readonly articles: readonly Card[];
  /** The same articles between signposts. */
  readonly stretches: readonly StretchPart[];
  readonly list: ListPart;
  /** schema.org BreadcrumbList. */
  readonly structuredData: StructuredData;
}

export interface TagView extends BaseView {
  readonly tag: Link;
  readonly articles: readonly Card[];
  readonly stretches: readonly StretchPart[];
  readonly list: ListPart;
}

/** One period of a list: its articles, or, where they are too many, the shorter periods that hold them. */
export interface ArchiveView extends BaseView {
  readonly list: Link;
  /** `Lưu trữ năm 2020` */
  readonly heading: string;
  /** `năm 2020`, `tháng 2 năm 2020`, `ngày 17/02/2020` */
  readonly period: string;
  readonly articles: readonly Card[];
  /** The same articles by month and day, both with ids to lead to. */
  readonly months: readonly ArchiveMonth[];
  readonly periods: readonly Link[];
  /** The months of the period with the days that have news; none for a period of one day or of months only. */
  readonly calendars: readonly CalendarPart[];
  readonly newer: Link | null;
  readonly older: Link | null;
}

export interface ArchiveMonth {
  readonly id: string;
  readonly title: string;
  readonly days: readonly { readonly id: string; readonly articles: readonly Card[] }[];
}

/** A month; `href` is empty where it leads nowhere. */
export interface CalendarPart extends Link {
  /** The cells of the head's row, Monday first. */
  readonly weekdays: Html;
  /** Rows of seven cells; days that have news are links. */
  readonly weeks: Html;
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
    /** `Theo …`, or empty. */
    readonly credit: string;
    readonly picture: PicturePart | null;
    readonly body: Html;
    readonly attachments: readonly AttachmentPart[];
    readonly tags: readonly Link[];
    readonly share: ShareLinks;
    readonly extra: { readonly [name: string]: ExtraValue };
  };
  /** Older ones of its section that are about the same. */
  readonly related: readonly NeighbourPart[];
  readonly newer: readonly NeighbourPart[];
  readonly older: readonly NeighbourPart[];
  /** schema.org NewsArticle and BreadcrumbList. */
  readonly structuredData: StructuredData;
}

export interface NeighbourPart extends Link {
  readonly time: TimePart;
}

export interface AttachmentPart {
  readonly title: string;
  readonly href: string;
  /** With the site's origin, for paper. */
  readonly url: string;
  /** `PDF`, `DOCX` */
  readonly type: string;
  /** `34 kB`, `1,2 MB` */
  readonly size: string;
}

export interface MostReadItem {
  readonly card: Card;
  /** `1.234` */
  readonly views: string;
  /** `1.234 lượt xem` */
  readonly readings: string;
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
    readonly language: Language;
    readonly words: PageWords;
    readonly title: string;
    readonly href: string;
    readonly canonical: string;
  };
}
