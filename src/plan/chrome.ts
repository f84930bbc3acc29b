import { encodeAddress, extensionOf } from '../base/address.ts';
import { SHARING_SIZE } from '../base/drawing.ts';
import { Html } from '../base/html.ts';
import type { Language } from '../base/messages/describe.ts';
import type { Prints } from '../base/prints.ts';
import type { Timestamp } from '../base/time.ts';
import { composeBody } from '../model/body.ts';
import type { Bodies } from '../model/document.ts';
import type { Article, Attachment, Entry, Picture, SectionName, Settings } from '../model/site.ts';
import { langOf, type Titled } from './languages.ts';
import { type Shared, sharingAddress, sharingWords, WHOLE_SITE } from './sharing.ts';
import { createNavigation, createSitePart, type ThemeFiles } from './site-parts.ts';
import type {
  AttachmentPart,
  BaseView,
  Card,
  Link,
  NeighbourPart,
  PagePart,
  PicturePart,
  SharingPart,
  SitePart,
  TimePart,
} from './views.ts';
import type { Catalogue } from './words/catalogue.ts';
import { formatMoment, formatSize, wordsOf } from './words/format.ts';

/**
 * All that pages of a language show besides what they are about, and the parts made with it. It depends on the settings,
 * the navigation and the theme's files; as long as these say the same it is the same object, and so are its parts.
 */
export interface Chrome {
  readonly settings: Settings;
  readonly language: Language;
  /** The chrome of another language, or this one. */
  in(language: Language): Chrome;
  readonly words: Catalogue;
  readonly sitePart: SitePart;
  /** Stands for all that the chrome is made from, in `Page.from`. */
  readonly origin: object;
  /** An address with the base path, for links within the site. */
  href(address: string): string;
  /** The full URL of an address. */
  url(address: string): string;
  card(article: Article): Card;
  /** All that is to be known of an article but for its body and its neighbours, for `Page.from`. */
  facts(article: Article): object;
  neighbour(article: Article): NeighbourPart;
  time(time: Timestamp): TimePart;
  picture(picture: Picture): PicturePart;
  /** What stands for a section where it is shared; the same object for the same section. */
  sharing(section: Shared): SharingPart;
  attachments(files: readonly Attachment[]): AttachmentPart[];
  /** `map` is for every address within the site, in feeds, and its name stands for it in fingerprints; pages leave them. */
  body(
    entry: Entry,
    bodies: Bodies,
    absolute?: { readonly name: string; readonly map: (href: string) => string },
  ): Html;
  /** The same object for the same section or tag, so that its list item is rendered once. */
  link(target: Titled): Link;
  /** Home and the sections above and including this one; for the root, home alone. */
  trail(section: SectionName): Link[];
  /** What every view has; `page` with the defaults filled in. */
  base(address: string, page: PageWords): BaseView;
}

export type PageWords = Pick<PagePart, 'title'> & Partial<PagePart>;

/** The chrome of the site's own language; one of another is made when it is asked for. */
export function createChrome(
  settings: Settings,
  children: readonly SectionName[],
  files: ThemeFiles,
  prints: Prints,
): Chrome {
  const known = new Map<Language, Chrome>();
  const chromeIn = (language: Language): Chrome => {
    const chrome =
      known.get(language) ?? createChromeIn(language, chromeIn, settings, children, files, prints);
    known.set(language, chrome);
    return chrome;
  };
  return chromeIn(settings.language);
}

function createChromeIn(
  language: Language,
  chromeIn: Chrome['in'],
  settings: Settings,
  children: readonly SectionName[],
  files: ThemeFiles,
  prints: Prints,
): Chrome {
  const words = wordsOf(language);
  const href = (address: string): string => settings.basePath + encodeAddress(address);
  const url = (address: string): string => settings.origin + href(address);
  const origin = prints.share({
    language,
    settings,
    children: children.map(({ title, address, language: of }) => [title, address, of]),
    files,
  });
  const sitePart = prints.share(
    createSitePart(settings, files, language, words.locale, prints.share({ ...words.page }), href),
  );
  const navigation = createNavigation(settings, children, sitePart, words, href, prints);
  const parts = new WeakMap<Article, ArticleParts>();
  const partsOf = (article: Article): ArticleParts => {
    const known = parts.get(article);
    if (known !== undefined) return known;
    const made: ArticleParts = {};
    parts.set(article, made);
    return made;
  };
  const links = new Map<string, Link>();
  const shared = new Map<string, SharingPart>();
  const home: Link = { title: words.page.home, href: href('/') };

  const chrome: Chrome = {
    settings,
    language,
    in: chromeIn,
    words,
    sitePart,
    origin,
    href,
    url,
    card(article) {
      const known = partsOf(article);
      known.card ??= prints.share(createCard(article, chrome));
      return known.card;
    },
    facts(article) {
      const known = partsOf(article);
      known.facts ??= prints.share(createFacts(article, chrome));
      return known.facts;
    },
    neighbour(article) {
      const known = partsOf(article);
      if (known.neighbour === undefined) {
        const { title, href: to, time } = chrome.card(article);
        known.neighbour = prints.share({ title, href: to, time, ...langOf(article.language, language) });
      }
      return known.neighbour;
    },
    time: (time) => formatMoment(time, settings.zone, words),
    picture: ({ file, address, alt, caption }) => ({
      src: href(address),
      alt,
      caption,
      width: file.width,
      height: file.height,
    }),
    sharing(section) {
      const { title, name } = sharingWords(section, settings);
      const alt = name === '' ? title : `${title} - ${name}`;
      let part = shared.get(section.address);
      if (part?.alt !== alt) {
        part = prints.share({ src: url(sharingAddress(section)), alt, ...SHARING_SIZE });
        shared.set(section.address, part);
      }
      return part;
    },
    attachments: (files) =>
      files.map(({ title, address, file }) => ({
        title,
        href: href(address),
        url: url(address),
        type: extensionOf(file.path).toUpperCase(),
        size: formatSize(file.size, words),
      })),
    body: ({ document, resolutions }, bodies, absolute) => {
      const { references } = document.outline;
      const leads = references.length > 0 ? JSON.stringify(resolutions) : '';
      return new Html(`${bodies.printOf(document)} ${language} ${absolute?.name ?? ''} ${leads}`, () =>
        composeBody(bodies.of(document), references, resolutions, words.body, absolute?.map),
      );
    },
    link({ title, address, language: of }) {
      let link = links.get(address);
      const { lang } = langOf(of, language);
      if (link?.title !== title || link.lang !== lang) {
        link = prints.share({ title, href: href(address), ...langOf(of, language) });
        links.set(address, link);
      }
      return link;
    },
    trail(section) {
      const above: Link[] = [];
      for (let each: SectionName | null = section; each?.parent; each = each.parent)
        above.unshift(chrome.link(each));
      return [home, ...above];
    },
    base: (address, page) => ({
      site: sitePart,
      words: sitePart.words,
      navigation: navigation(address),
      page: {
        description: settings.description,
        canonical: url(address),
        breadcrumb: [],
        feeds: [],
        type: 'website',
        image: chrome.sharing(WHOLE_SITE),
        robots: '',
        translations: [],
        ...page,
      },
    }),
  };
  return chrome;
}

/** What has been made of an article so far. */
interface ArticleParts {
  card?: Card;
  facts?: object;
  neighbour?: NeighbourPart;
}

function createFacts(article: Article, chrome: Chrome): object {
  const { document, address, language, epoch, section, tags, picture, attachments } = article;
  return {
    fields: document.fieldsPrint,
    address,
    language,
    epoch,
    // The trail leaves the root out, but an article that lies there names it as its section.
    section: chrome.link(section),
    trail: chrome.trail(section),
    tags: tags.map(chrome.link),
    picture: picture && chrome.picture(picture),
    attachments: chrome.attachments(attachments),
  };
}

function createCard(article: Article, chrome: Chrome): Card {
  const { document } = article;
  return {
    title: document.title,
    href: chrome.href(article.address),
    summary: document.summary || document.excerpt,
    time: chrome.time({ epoch: article.epoch, hasTime: document.date?.hasTime ?? false }),
    section: chrome.link(article.section),
    picture: article.picture ? chrome.picture(article.picture) : null,
    pinned: document.pinned,
    ...langOf(article.language, chrome.language),
  };
}
