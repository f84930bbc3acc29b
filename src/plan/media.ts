import { outputPathOf } from '../base/address.ts';
import type { Entry, PublishedFile } from '../model/site.ts';
import type { Page } from './page.ts';
import type { PlanContext } from './parts.ts';

/** Photos and attachments beside what shows them, and the files of `_public/` at the root. */
export function planMedia({ site, recall }: PlanContext): Page[] {
  const files: PublishedFile[] = [];
  const publish = (entry: Entry): void => {
    for (const file of entry.files) files.push(file);
  };
  site.articles.forEach(publish);
  site.pages.forEach(publish);
  for (const { entry } of site.sections) if (entry !== null) publish(entry);
  files.push(...site.publicFiles);
  const pageOf = recall.for(planFile);
  return files.map((file) => pageOf(file));
}

function planFile(published: PublishedFile): Page {
  return {
    path: outputPathOf(published.address),
    source: `content/${published.file.path}`,
    content: () => ({ kind: 'media', file: published }),
  };
}
