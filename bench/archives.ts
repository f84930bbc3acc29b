import { createRecall } from '../src/base/recall.ts';
import { slug } from '../src/base/vietnamese.ts';
import {
  type ArchivedList,
  type ArchivePage,
  archiveOf,
  archivePages,
  type Dated,
  type Period,
} from '../src/model/periods.ts';
import { ASSOCIATIONS, type GeneratedArticle, inZone, PARENT, TAGS } from './corpus.ts';

interface DatedArticle extends Dated {
  readonly article: GeneratedArticle;
}

/** A list of a generated site and its archive, cut where ours is cut. */
export interface GeneratedList {
  /** Unique among the lists, as it may stand in an address. */
  readonly key: string;
  readonly title: string;
  readonly address: string;
  /** Newest first. */
  readonly years: readonly ArchivePage<DatedArticle>[];
}

/** The lists that ours makes of a corpus: the site's own, each section's and each tag's. */
export function listsOf(articles: readonly GeneratedArticle[]): GeneratedList[] {
  const recall = createRecall();
  const newestFirst = articles.map(dated).reverse();
  const root: ArchivedList = { address: '/', parent: null };
  const parent: ArchivedList = { address: `/${PARENT}/`, parent: root };
  const list = (
    key: string,
    title: string,
    place: ArchivedList,
    own: readonly DatedArticle[],
  ): GeneratedList => ({
    key,
    title,
    address: place.address,
    years: archiveOf(place, own, recall),
  });
  return [
    list('trang', 'Bản tin thử', root, newestFirst),
    list(PARENT, 'Đảng - đoàn thể', parent, newestFirst),
    ...ASSOCIATIONS.map(([folder, title]) =>
      list(
        folder,
        title,
        { address: `/${PARENT}/${folder}/`, parent },
        newestFirst.filter(({ article }) => article.section === folder),
      ),
    ),
    ...TAGS.map((tag) =>
      list(
        slug(tag),
        tag,
        { address: `/the/${slug(tag)}/` },
        newestFirst.filter(({ article }) => article.tags.includes(tag)),
      ),
    ),
  ];
}

/** The pages of an archive that show articles, newest first. */
export function leavesOf({ years }: GeneratedList): ArchivePage<DatedArticle>[] {
  return archivePages(years).filter(({ parts }) => parts.length === 0);
}

/** `2020`, `2020-02` or `2020-02-17` */
export function periodName({ year, month, day }: Period): string {
  return [year, month, day]
    .filter((part) => part > 0)
    .map((part) => String(part).padStart(2, '0'))
    .join('-');
}

function dated(article: GeneratedArticle): DatedArticle {
  const local = inZone(article.epoch);
  return {
    article,
    year: local.getUTCFullYear(),
    month: local.getUTCMonth() + 1,
    day: local.getUTCDate(),
  };
}
