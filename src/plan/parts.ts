import type { Language } from '../base/messages/describe.ts';
import type { PageWords } from './words/catalogue.ts';

/**
 * What views are made of. A part that many pages share is one object, so that what is rendered from it is rendered once.
 */

/** What every page shows of the site. One object a build. */
export interface SitePart {
  readonly title: string;
  readonly organisation: string;
  readonly description: string;
  /** The page's. */
  readonly language: Language;
  /** Of what the site says of itself, where it is another than the page's. */
  readonly lang?: Language;
  /** For OpenGraph: `vi_VN`. */
  readonly locale: string;
  readonly words: PageWords;
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
    /** The same, with links. */
    readonly phonePieces: readonly TextPiece[];
    readonly email: string;
    readonly note: string;
  };
  /** Addresses; empty where the theme has no such file. */
  readonly assets: {
    readonly style: string;
    readonly textSize: string;
    readonly reader: string;
    readonly notFound: string;
    readonly icon: string;
  };
  /** Its size is in pixels, 0 if not known. */
  readonly crest: { readonly src: string; readonly width: number; readonly height: number } | null;
  /** Addresses of the site's icons as PNG. */
  readonly icons: { readonly small: string; readonly touch: string };
  /** The band's, which browsers show around the page. */
  readonly colour: string;
  /** The address of the web app's manifest. */
  readonly manifest: string;
  /** The site brings its own font along. */
  readonly hasFont: boolean;
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
  /** Of the title, where it is another than the page's. */
  readonly lang?: Language;
}

export interface Link {
  readonly title: string;
  readonly href: string;
  /** Of the title, where it is another than the page's. */
  readonly lang?: Language;
}

/** A piece of a line of text. */
export interface TextPiece {
  readonly text: string;
  /** `tel:`, `mailto:` or an address of the web; empty where it leads nowhere. */
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
  readonly image: SharingPart;
  readonly robots: '' | 'noindex';
  readonly translations: readonly TranslationPart[];
}

/** The same text in another language. */
export interface TranslationPart {
  /** The language in its own words. */
  readonly title: string;
  readonly language: Language;
  readonly href: string;
  readonly url: string;
}

/** The picture that stands for a page where it is shared. One object a section. */
export interface SharingPart {
  /** Full URL. */
  readonly src: string;
  readonly alt: string;
  /** Pixels; 0 if not known. */
  readonly width: number;
  readonly height: number;
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
  /** Of title and summary, where it is another than the page's. */
  readonly lang?: Language;
}
