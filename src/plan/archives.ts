import { outputPathOf } from '../base/address.ts';
import { type ArchivePage as Archive, archiveOf, archivePages } from '../model/periods.ts';
import type { Article } from '../model/site.ts';
import type { ArticleList } from './lists.ts';
import type { Page } from './page.ts';
import type { PlanContext } from './parts.ts';
import type { ArchiveView, Link } from './views.ts';

type ArchivePage = Archive<Article>;

/** The archive of every list, by the calendar. */
export function planArchives(context: PlanContext): Page[] {
  const { site } = context;
  return [...site.sections, ...site.tags].flatMap((list) => planArchive(context, list));
}

function planArchive(context: PlanContext, list: ArticleList): Page[] {
  const years = archiveOf(list.address, list.articles);
  const pages = archivePages(years);
  // Only pages that show articles have neighbours: a page that names months would change with every new year.
  const leaves = pages.filter((page) => page.parts.length === 0);
  const place = new Map(leaves.map((page, index) => [page, index]));
  const visit = (page: ArchivePage, above: readonly ArchivePage[]): Page[] => {
    const index = place.get(page) ?? -2;
    const neighbours = { newer: leaves[index - 1], older: leaves[index + 1] };
    return [
      {
        path: outputPathOf(page.address),
        source: page.articles[0]?.document.place.path ?? 'content',
        content: () => ({
          kind: 'template',
          template: 'archive.njk',
          view: archiveView(context, list, page, above, neighbours),
        }),
      },
      ...page.parts.flatMap((part) => visit(part, [...above, page])),
    ];
  };
  return years.flatMap((year) => visit(year, []));
}

function archiveView(
  context: PlanContext,
  list: ArticleList,
  page: ArchivePage,
  above: readonly ArchivePage[],
  neighbours: { readonly newer: ArchivePage | undefined; readonly older: ArchivePage | undefined },
): ArchiveView {
  const { words, site } = context;
  const periodLink = ({ period, address }: ArchivePage): Link => ({
    title: words.period(period),
    href: context.href(address),
  });
  const period = words.period(page.period);
  const section = site.sections.find((each) => each === list);
  return {
    ...context.base(page.address, {
      title: `${words.archive(period)} - ${list.title}`,
      breadcrumb: [
        ...(section ? context.trail(section) : [...context.trail(site.root), context.link(list)]),
        ...above.map(periodLink),
      ],
    }),
    list: context.link(list),
    period,
    articles: page.articles.map(context.card),
    periods: page.parts.map(periodLink),
    newer: neighbours.newer ? periodLink(neighbours.newer) : null,
    older: neighbours.older ? periodLink(neighbours.older) : null,
  };
}
