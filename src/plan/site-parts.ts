import { SITE_ADDRESSES } from '../base/address.ts';
import type { Language } from '../base/messages/describe.ts';
import type { Prints } from '../base/prints.ts';
import type { NavigationEntry, SectionName, Settings } from '../model/site.ts';
import { langOf } from './languages.ts';
import { linkedText } from './linked-text.ts';
import { bandColour } from './palette.ts';
import type { NavigationItem, NavigationPart, SitePart } from './views.ts';
import type { Catalogue, PageWords } from './words/catalogue.ts';

/** Addresses of what pages load, and of the crest; empty where the theme or the site has no such file. */
export interface ThemeFiles {
  readonly style: string;
  /** Runs before the first paint. */
  readonly textSize: string;
  /** Runs when the text is there. */
  readonly reader: string;
  /** Looks for the words of an address that is not there. */
  readonly notFound: string;
  readonly icon: string;
  readonly crest: string;
  /** Pixels; 0 if not known. */
  readonly crestWidth: number;
  readonly crestHeight: number;
}

/** What every page of a language shows of the site. */
export function createSitePart(
  settings: Settings,
  files: ThemeFiles,
  language: Language,
  locale: string,
  words: PageWords,
  href: (address: string) => string,
): SitePart {
  const asset = (address: string): string => (address === '' ? '' : href(address));
  return {
    title: settings.title,
    organisation: settings.organisation,
    description: settings.description,
    language,
    ...langOf(settings.language, language),
    locale,
    words,
    home: href('/'),
    addresses: {
      mostRead: href(SITE_ADDRESSES.mostRead),
      siteMap: href(SITE_ADDRESSES.siteMap),
      tags: href(SITE_ADDRESSES.tags),
      rss: href(SITE_ADDRESSES.rss),
      atom: href(SITE_ADDRESSES.atom),
      jsonFeed: href(SITE_ADDRESSES.jsonFeed),
    },
    links: settings.links,
    footer: { ...settings.footer, phonePieces: linkedText('phone', settings.footer.phone) },
    assets: {
      style: asset(files.style),
      textSize: asset(files.textSize),
      reader: asset(files.reader),
      notFound: asset(files.notFound),
      icon: asset(files.icon),
    },
    crest:
      files.crest === ''
        ? null
        : { src: href(files.crest), width: files.crestWidth, height: files.crestHeight },
    icons: { small: href(SITE_ADDRESSES.icon), touch: href(SITE_ADDRESSES.touchIcon) },
    colour: bandColour(settings.theme),
    manifest: href(SITE_ADDRESSES.manifest),
    hasFont: settings.theme.font !== 'system',
  };
}

/** One navigation a place in the menu, not one a page: pages of one section share theirs. */
export function createNavigation(
  settings: Settings,
  children: readonly SectionName[],
  sitePart: SitePart,
  words: Catalogue,
  href: (address: string) => string,
  prints: Prints,
): (address: string) => NavigationPart {
  const entries: readonly Pick<NavigationEntry, 'title' | 'address' | 'suffix' | 'language'>[] =
    settings.navigation.length > 0
      ? settings.navigation
      : [{ title: words.page.home, address: '/', language: sitePart.language }, ...children];
  const known = new Map<string, NavigationPart>();
  return (address) => {
    const items = entries.map(({ suffix, ...entry }): NavigationItem => {
      const isWithin =
        entry.address !== '/' && entry.address.endsWith('/') && address.startsWith(entry.address);
      const current = entry.address === address ? 'page' : isWithin ? 'true' : '';
      const isOwn = entry.address.startsWith('/');
      const target = isOwn ? href(entry.address) + (suffix ?? '') : entry.address;
      return { title: entry.title, href: target, current, ...langOf(entry.language, sitePart.language) };
    });
    const key = items.map((item) => item.current).join();
    const part = known.get(key) ?? prints.share({ site: sitePart, items });
    known.set(key, part);
    return part;
  };
}
