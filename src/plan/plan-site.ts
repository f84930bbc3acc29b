import type { Diagnostic } from '../base/diagnostic.ts';
import { createPrints, type Prints } from '../base/prints.ts';
import { createRecall, type Recall } from '../base/recall.ts';
import type { Site } from '../model/site.ts';
import { planArchives } from './archives.ts';
import { planArticles } from './articles.ts';
import { type AssetFile, addressOf, assetAddresses, planAssets } from './assets.ts';
import { type CheckedPlan, checkPaths } from './check-paths.ts';
import { createContext, type PlanContext } from './context.ts';
import { planDrawnPictures } from './drawn-pictures.ts';
import { planFeeds } from './feeds.ts';
import { planFront } from './front.ts';
import { planMachineLists } from './machine-lists.ts';
import { planManifest } from './manifest.ts';
import { planMedia } from './media.ts';
import { planNewsSitemap } from './news-sitemap.ts';
import type { PageTree } from './page.ts';
import { checkRedirects, planRedirects } from './redirects.ts';
import { planSectionHeads } from './section-heads.ts';
import { planStandalonePages } from './standalone.ts';
import { composeAssets } from './stylesheet.ts';
import { planTags } from './tag-pages.ts';

/** One planner a kind of page; none knows another. */
const PLANNERS: readonly ((context: PlanContext) => readonly PageTree[])[] = [
  planFront,
  planSectionHeads,
  planTags,
  planArchives,
  planArticles,
  planStandalonePages,
  planRedirects,
  planFeeds,
  planMachineLists,
  planNewsSitemap,
  planManifest,
  planDrawnPictures,
  planMedia,
];

export interface Plan {
  readonly pages: PageTree;
  readonly diagnostics: readonly Diagnostic[];
}

export interface PlanInput {
  readonly site: Site;
  readonly assets: readonly AssetFile[];
  readonly prints?: Prints;
  readonly recall?: Recall;
  /** The plan that is published, if it is known. */
  readonly published?: CheckedPlan | undefined;
}

/** Every file of the output, and the findings of the check over all their paths. */
export function planSite(input: PlanInput): Plan {
  const pages = planPages(input);
  const { site, published, recall = createRecall() } = input;
  const redirects = recall.for(checkRedirects)(site, recall);
  return { pages, diagnostics: [...checkPaths(pages, published), ...redirects] };
}

/** The files alone: of a site that is published, and so was checked. */
export function planPages(input: Omit<PlanInput, 'published'>): PageTree {
  const { site, prints = createPrints(), recall = createRecall() } = input;
  const given = input.assets.map((asset) => recall.keep(recall, `asset ${asset.name}`, asset));
  const assets = recall.for(composeAssets)(
    recall.keep(recall, 'assets', given),
    site.settings.theme,
    addressOf,
  );
  return recall.for(planAll)(site, assets, prints, recall);
}

/** Of a site that is the same object nothing has to be planned again: another text, which is no part of it, leaves it so. */
function planAll(site: Site, files: readonly AssetFile[], prints: Prints, recall: Recall): PageTree {
  const context = createContext({ site, assets: recall.for(assetAddresses)(files), prints, recall });
  return [...PLANNERS.map((planner) => planner(context)), recall.for(planAssets)(files)];
}
