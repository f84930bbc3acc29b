import { outputPathOf } from '../base/address.ts';
import type { Recall } from '../base/recall.ts';
import type { Entry, PublishedFile } from '../model/site.ts';
import type { PlanContext } from './context.ts';
import type { Page, PageTree } from './page.ts';

/** Photos and attachments beside what shows them, and the files of `_public/` at the root. */
export function planMedia({ site, recall }: PlanContext): PageTree[] {
  const pagesOf = recall.for(planFiles);
  return [
    ...site.months.map(({ articles }) => pagesOf(articles, recall)),
    pagesOf(site.pages, recall),
    planFiles(
      site.sections.flatMap(({ entry }) => entry ?? []),
      recall,
    ),
    ...site.publicFiles.map((file) => recall.for(planFile)(file)),
  ];
}

function planFiles(entries: readonly Entry[], recall: Recall): Page[] {
  return entries.flatMap(({ files }) => files.map((file) => recall.for(planFile)(file)));
}

function planFile(published: PublishedFile): Page {
  return {
    path: outputPathOf(published.address),
    source: `content/${published.file.path}`,
    content: () => ({ kind: 'media', file: published }),
  };
}
