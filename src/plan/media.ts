import { outputPathOf } from '../base/address.ts';
import type { PublishedFile } from '../model/site.ts';
import type { Page } from './page.ts';
import type { PlanContext } from './parts.ts';

/** Photos and attachments beside what shows them, and the files of `_public/` at the root. */
export function planMedia({ site, recall }: PlanContext): Page[] {
  const entries = [
    ...site.articles,
    ...site.pages,
    ...site.sections.flatMap((section) => section.entry ?? []),
  ];
  const pageOf = recall.for(planFile);
  return [...entries.flatMap((entry) => entry.files), ...site.publicFiles].map((file) => pageOf(file));
}

function planFile(published: PublishedFile): Page {
  return {
    path: outputPathOf(published.address),
    source: `content/${published.file.path}`,
    content: () => ({ kind: 'media', file: published }),
  };
}
