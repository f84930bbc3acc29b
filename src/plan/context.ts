import type { Prints } from '../base/prints.ts';
import type { Recall } from '../base/recall.ts';
import type { Site } from '../model/site.ts';
import type { AssetAddresses } from './assets.ts';
import { type Chrome, createChrome } from './chrome.ts';
import type { ThemeFiles } from './site-parts.ts';

/** What every planner works with. */
export interface PlanContext {
  readonly site: Site;
  readonly chrome: Chrome;
  readonly recall: Recall;
}

export interface PlanSources {
  readonly site: Site;
  readonly assets: AssetAddresses;
  readonly prints: Prints;
  readonly recall: Recall;
}

export function createContext({ site, assets, prints, recall }: PlanSources): PlanContext {
  const { settings, root } = site;
  const published = new Map(site.publicFiles.map((file) => [file.address, file]));
  const crest = published.get(`/${settings.theme.crest?.file ?? ''}`);
  const children = root.children.map(({ name }) => name);
  const files: ThemeFiles = {
    style: assets.get('style.css') ?? '',
    textSize: assets.get('text-size.js') ?? '',
    reader: assets.get('reader.js') ?? '',
    notFound: assets.get('not-found.js') ?? '',
    icon: published.get('/favicon.svg')?.address ?? assets.get('icon.svg') ?? '',
    crest: crest?.address ?? '',
    crestWidth: crest?.file.width ?? 0,
    crestHeight: crest?.file.height ?? 0,
  };
  const chrome = recall.for(createChrome)(
    settings,
    recall.keep(root.name, 'names of children', children),
    recall.keep(root.name, 'files of the theme', files),
    prints,
  );
  return { site, chrome, recall };
}
