import type { Prints } from '../base/prints.ts';
import type { Recall } from '../base/recall.ts';
import type { Site } from '../model/site.ts';
import type { AssetAddresses } from './assets.ts';
import { type Chrome, createChrome } from './chrome.ts';

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
  const icon =
    site.publicFiles.find((file) => file.address === '/favicon.svg')?.address ?? assets.get('icon.svg') ?? '';
  const children = root.children.map(({ name }) => name);
  const chrome = recall.for(createChrome)(
    settings,
    recall.keep(root.name, 'names of children', children),
    assets.get('style.css') ?? '',
    icon,
    prints,
  );
  return { site, chrome, recall };
}
