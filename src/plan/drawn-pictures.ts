import { outputPathOf, SITE_ADDRESSES } from '../base/address.ts';
import type { IconDrawing } from '../base/drawing.ts';
import type { SectionName } from '../model/site.ts';
import type { Chrome } from './chrome.ts';
import type { PlanContext } from './context.ts';
import type { Page } from './page.ts';
import { drawnColours } from './palette.ts';
import { sharingAddress, sharingWords } from './sharing.ts';

/** Address, pixels a side, shape. */
export const ICONS = [
  [SITE_ADDRESSES.touchIcon, 180, 'square'],
  [SITE_ADDRESSES.icon, 192, 'tile'],
  [SITE_ADDRESSES.largeIcon, 512, 'tile'],
  [SITE_ADDRESSES.maskableIcon, 512, 'maskable'],
] as const;

/**
 * A picture of every section, for whoever shares it or an article without a photo, and the site's icons. A file of
 * `_public/` with the name of one stands in its place.
 */
export function planDrawnPictures({ site, chrome, recall }: PlanContext): Page[] {
  const own = new Set(site.publicFiles.map(({ address }) => address));
  return [
    ...site.sections
      .filter((section) => !own.has(sharingAddress(section)))
      .map(({ name }) => recall.for(planSharingPicture)(name, chrome)),
    ...ICONS.filter(([address]) => !own.has(address)).map(([address, size, shape]) =>
      planIcon(address, { is: 'icon', size, shape, colours: drawnColours(chrome.settings.theme) }),
    ),
  ];
}

function planSharingPicture(section: SectionName, chrome: Chrome): Page {
  const { settings } = chrome;
  return {
    path: outputPathOf(sharingAddress(section)),
    source: `content/${section.folder}`,
    content: () => ({
      kind: 'picture',
      drawing: { is: 'sharing', ...sharingWords(section, settings), colours: drawnColours(settings.theme) },
    }),
  };
}

function planIcon(address: string, drawing: IconDrawing): Page {
  return {
    path: outputPathOf(address),
    source: 'content/site.yaml',
    content: () => ({ kind: 'picture', drawing }),
  };
}
