import { SITE_ADDRESSES } from '../base/address.ts';
import type { PlanContext } from './context.ts';
import type { Page } from './page.ts';

/** What a phone shows of the site that was put on its home screen. There is no service worker: news must be new. */
export function planManifest({ chrome }: PlanContext): Page[] {
  const { settings, sitePart, href } = chrome;
  const { crest, assets } = sitePart;
  const drawings = [crest?.src ?? '', assets.icon].filter(
    (src, index, all) => src !== '' && all.indexOf(src) === index,
  );
  const png = (address: string, size: number, purpose: string) => ({
    src: href(address),
    sizes: `${size}x${size}`,
    type: 'image/png',
    purpose,
  });
  return [
    {
      path: SITE_ADDRESSES.manifest.slice(1),
      source: 'content/site.yaml',
      content: () => ({
        kind: 'json',
        value: {
          name: settings.title,
          short_name: settings.title,
          ...(settings.description === '' ? {} : { description: settings.description }),
          lang: settings.language,
          start_url: sitePart.home,
          scope: sitePart.home,
          display: 'browser',
          theme_color: sitePart.colour,
          background_color: '#ffffff',
          icons: [
            ...drawings.map((src) => ({ src, sizes: 'any' })),
            png(SITE_ADDRESSES.icon, 192, 'any'),
            png(SITE_ADDRESSES.largeIcon, 512, 'any'),
            png(SITE_ADDRESSES.maskableIcon, 512, 'maskable'),
          ],
        },
      }),
    },
  ];
}
