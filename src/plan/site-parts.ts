import { SITE_ADDRESSES } from '../base/address.ts';
import type { Prints } from '../base/prints.ts';
import type { SectionName, Settings } from '../model/site.ts';
import type { NavigationItem, NavigationPart, SitePart } from './views.ts';
import type { PlanWords } from './words.ts';

/** What every page shows of the site. */
export function createSitePart(
  settings: Settings,
  style: string,
  icon: string,
  href: (address: string) => string,
): SitePart {
  return {
    title: settings.title,
    organisation: settings.organisation,
    description: settings.description,
    language: settings.language,
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
    footer: { ...settings.footer, phoneDigits: settings.footer.phone.replace(/[^\d+]/g, '') },
    assets: { style: href(style), icon: icon === '' ? '' : href(icon) },
  };
}

/** One navigation a place in the menu, not one a page: pages of one section share theirs. */
export function createNavigation(
  settings: Settings,
  children: readonly SectionName[],
  sitePart: SitePart,
  words: PlanWords,
  href: (address: string) => string,
  prints: Prints,
): (address: string) => NavigationPart {
  const entries =
    settings.navigation.length > 0 ? settings.navigation : [{ title: words.home, address: '/' }, ...children];
  const known = new Map<string, NavigationPart>();
  return (address) => {
    const items = entries.map((entry): NavigationItem => {
      const within = entry.address !== '/' && address.startsWith(entry.address);
      const current = entry.address === address ? 'page' : within ? 'true' : '';
      const target = entry.address.startsWith('/') ? href(entry.address) : entry.address;
      return { title: entry.title, href: target, current };
    });
    const key = items.map((item) => item.current).join();
    const part = known.get(key) ?? prints.share({ site: sitePart, items });
    known.set(key, part);
    return part;
  };
}
