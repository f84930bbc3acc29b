import type { Place } from '../base/diagnostic.ts';
import type { MediaFile } from '../base/media.ts';
import type { Language } from '../base/messages/describe.ts';
import type { Zone } from '../base/time.ts';
import type { Resolution } from './body.ts';
import type { Document } from './document.ts';

/** What `content/site.yaml` says, with defaults for what it leaves out. */
export interface Settings {
  readonly title: string;
  readonly organisation: string;
  readonly description: string;
  /** Scheme and host without a slash at the end, such as `https://vidu.gov.vn`. */
  readonly origin: string;
  /** The path of the base URL: empty or `/tin-tuc`, without a slash at the end. */
  readonly basePath: string;
  readonly zone: Zone;
  readonly language: Language;
  readonly navigation: readonly NavigationEntry[];
  readonly links: readonly { readonly title: string; readonly url: string }[];
  readonly footer: Footer;
  readonly theme: ThemeSettings;
}

export interface NavigationEntry {
  readonly title: string;
  /** As written; in a `Site` that of what it leads to, or a full URL. */
  readonly address: string;
  /** Query and fragment, as they follow the address of a page or a file. */
  readonly suffix?: string;
  /** Of the title. */
  readonly language: Language;
  readonly place: Place;
}

/** What an association changes of the theme without touching its files. */
export interface ThemeSettings {
  /** `#rrggbb`, or empty for the theme's own. */
  readonly colour: string;
  readonly accent: string;
  /** A picture in `_public/`; null where there is none. */
  readonly crest: { readonly file: string; readonly place: Place } | null;
  /** `system`: what the reader's device has. Else the family that the theme brings along. */
  readonly font: 'system' | 'noto-sans';
}

export interface Footer {
  readonly responsible: string;
  readonly address: string;
  readonly phone: string;
  readonly email: string;
  readonly note: string;
}

/** A media file at the address where one document publishes it. */
export interface PublishedFile {
  readonly file: MediaFile;
  readonly address: string;
}

export interface Picture extends PublishedFile {
  readonly alt: string;
  readonly caption: string;
}

export interface Attachment extends PublishedFile {
  readonly title: string;
}

/** The same text in another language. */
export interface Translation {
  /** Of its file, relative to `content/`. */
  readonly path: string;
  readonly address: string;
  readonly language: Language;
}

/** Something with a page of its own, made from one Markdown file. */
export interface Entry {
  readonly document: Document;
  readonly section: SectionName;
  readonly address: string;
  /** Its own, else its section's. */
  readonly language: Language;
  readonly translations: readonly Translation[];
  /** What each of the body's references leads to; same length as `document.outline.references`. */
  readonly resolutions: readonly Resolution[];
  /** Everything that is published in the entry's own folder. */
  readonly files: readonly PublishedFile[];
}

export interface Article extends Entry {
  readonly epoch: number;
  /** Calendar date in the site's zone. */
  readonly year: number;
  readonly month: number;
  readonly day: number;
  /** The sections that list it by themselves, its own first. */
  readonly homes: readonly SectionName[];
  readonly tags: readonly TagName[];
  readonly picture: Picture | null;
  readonly attachments: readonly Attachment[];
}

export interface StandalonePage extends Entry {
  /** Of a section: its crest. */
  readonly picture: Picture | null;
  readonly attachments: readonly Attachment[];
}

/**
 * What a section is called and where it is, but not what stands in it: the same object from build to build for as long
 * as it says the same.
 */
export interface SectionName {
  /** Relative to `content/`, digits-only folders left out. */
  readonly folder: string;
  readonly address: string;
  readonly title: string;
  /** Its own, else that of the section that holds it; of the root, else the site's. */
  readonly language: Language;
  readonly parent: SectionName | null;
}

/** A folder of content. The root is the section whose `folder` is empty: the front page. */
export interface Section extends SectionName {
  readonly name: SectionName;
  readonly entry: StandalonePage | null;
  /** By `order`, then in the alphabet's order. */
  readonly children: readonly Section[];
  /** Its own, those of the sections inside and those that name it in `also`: newest first. */
  readonly articles: readonly Article[];
  /** Only those that lie in it or name it in `also`, newest first. */
  readonly ownArticles: readonly Article[];
  /** Of `articles`, those that are pinned, newest first. */
  readonly pinned: readonly Article[];
  readonly pages: readonly StandalonePage[];
}

/** What a tag is called and where it is; the same object as long as it says the same. */
export interface TagName {
  readonly slug: string;
  /** Spelt as in the oldest of its articles. */
  readonly title: string;
  /** Of that article. */
  readonly language: Language;
  readonly address: string;
}

/** Articles whose tags have one slug. */
export interface Tag extends TagName {
  readonly name: TagName;
  /** Newest first. */
  readonly articles: readonly Article[];
}

/** The articles of a calendar month of the site's zone. */
export interface Month {
  readonly year: number;
  readonly month: number;
  /** Newest first. */
  readonly articles: readonly Article[];
}

/** Everything that is to be published, sorted and indexed; nobody changes it. */
export interface Site {
  readonly settings: Settings;
  readonly root: Section;
  /** All sections, parents before children. */
  readonly sections: readonly Section[];
  /** Newest first; ties by path. */
  readonly articles: readonly Article[];
  /**
   * The same articles by months, newest first: what is said of all articles is put together from what is said of a
   * month, which mostly is the same as last time.
   */
  readonly months: readonly Month[];
  readonly pages: readonly StandalonePage[];
  /** Of the articles, pages and sections that have some, by the paths of their files. */
  readonly translations: ReadonlyMap<string, readonly Translation[]>;
  /** In the alphabet's order. */
  readonly tags: readonly Tag[];
  /** Files of `content/_public/`, with addresses at the root. */
  readonly publicFiles: readonly PublishedFile[];
  /** Left out on purpose: drafts, empty files, articles still to come. */
  readonly skipped: number;
}
