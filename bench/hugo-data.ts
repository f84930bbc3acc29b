import { slug } from '../src/base/vietnamese.ts';
import { type ArchivePage, archivePages, type Dated, type Period } from '../src/model/periods.ts';
import { formatPeriod, wordsOf } from '../src/plan/words/format.ts';
import { type GeneratedList, leavesOf, periodName } from './archives.ts';
import { ASSOCIATIONS, PARENT, TAGS } from './corpus.ts';

/** Files of data and of lists' heads that a site for Hugo has besides its articles, by their path. */
export type Files = ReadonlyMap<string, string>;

const ORIGIN = 'https://thu.example';
const words = wordsOf('vi');

/**
 * What a template cannot reckon without looking at every list once more: which years and periods a list has, what comes
 * before and after each, and where it stands.
 */
export function dataFiles(lists: readonly GeneratedList[]): Files {
  return new Map([
    ['data/lists.json', JSON.stringify(Object.fromEntries(lists.map((list) => [list.key, listFacts(list)])))],
    ['data/periods.json', JSON.stringify(Object.fromEntries(lists.flatMap(periodsOf)))],
  ]);
}

/** Heads of sections and tags, and of those periods that no article would make, for they only name shorter ones. */
export function headFiles(lists: readonly GeneratedList[]): Files {
  const head = (...fields: readonly string[]): string => `---\n${fields.join('\n')}\n---\n`;
  const folders = ASSOCIATIONS.map(([folder]) => folder).sort();
  const tags = TAGS.map(slug).sort();
  return new Map([
    [
      `content/${PARENT}/_index.md`,
      head('title: Đảng - đoàn thể', 'weight: 1', 'outputs: [HTML, RSS, ATOM, FEED]'),
    ],
    ...ASSOCIATIONS.map(
      ([folder, title]) =>
        [
          `content/${PARENT}/${folder}/_index.md`,
          head(`title: ${title}`, `weight: ${folders.indexOf(folder) + 1}`),
        ] as const,
    ),
    // Hugo finds a tag's page by its words; where it is and how tags are ordered is ours.
    ...TAGS.map(
      (tag) =>
        [
          `content/the/${tag.replaceAll(' ', '-')}/_index.md`,
          head(
            `title: ${tag}`,
            `url: /the/${slug(tag)}/`,
            `list: ${slug(tag)}`,
            `weight: ${tags.indexOf(slug(tag)) + 1}`,
          ),
        ] as const,
    ),
    ...lists.flatMap((list) =>
      archivePages(list.years)
        .filter((page) => page.parts.length > 0)
        .map((page) => [`content/luu-tru/${termOf(list.key, page.period)}/_index.md`, head()] as const),
    ),
  ]);
}

/** By the article's slug: one term for each list that it is on. */
export function termsByArticle(lists: readonly GeneratedList[]): Map<string, string[]> {
  const terms = new Map<string, string[]>();
  for (const list of lists) {
    for (const page of leavesOf(list)) {
      const term = termOf(list.key, page.period);
      for (const { article } of page.articles) {
        const known = terms.get(article.slug);
        if (known === undefined) terms.set(article.slug, [term]);
        else known.push(term);
      }
    }
  }
  return terms;
}

interface Link {
  readonly title: string;
  readonly href: string;
}

function listFacts({ key, title, address, years }: GeneratedList): object {
  const site = 'Bản tin thử';
  const isTag = address.startsWith('/the/');
  const isWithin = address.startsWith(`/${PARENT}/`);
  const trail: Link[] = [{ title: words.page.home, href: '/' }];
  if (isWithin) trail.push({ title: 'Đảng - đoàn thể', href: `/${PARENT}/` });
  if (address !== '/' && address !== `/${PARENT}/`) trail.push({ title, href: address });
  return {
    title,
    href: address,
    years: years.map(({ period }) => ({ year: period.year, href: hrefOf(key, period) })),
    trail,
    // What the menu says of where one is.
    current: isWithin ? 'true' : '',
    image: `${ORIGIN}${isTag ? '/' : address}chia_se.png`,
    alt: isWithin ? `${title} - ${site}` : site,
  };
}

/** What the page of each period of a list shows besides its articles. */
function periodsOf(list: GeneratedList): [term: string, facts: object][] {
  const leaves = leavesOf(list);
  const place = new Map(leaves.map((page, index) => [page, index]));
  const hasCalendars = !list.address.startsWith('/the/');
  return archivePages(list.years).map((page) => {
    const index = place.get(page);
    const { month, day } = page.period;
    const neighbour = (step: number): Link | null => {
      const other = index === undefined ? undefined : leaves[index + step];
      return other === undefined ? null : linkTo(list.key, other.period);
    };
    const facts = {
      list: list.key,
      title: formatPeriod(page.period, words),
      name: periodName(page.period),
      month,
      caption: month > 0 ? words.month(month) : '',
      calendar: hasCalendars && day === 0 && (month > 0 || page.parts.length === 0),
      above: periodsAbove(page.period).map((period) => linkTo(list.key, period)),
      parts: page.parts.map((part) => partOf(list.key, part)),
      newer: neighbour(-1),
      older: neighbour(1),
    };
    return [termOf(list.key, page.period), facts];
  });
}

function partOf(key: string, { period }: ArchivePage<Dated>): object {
  const { year, month, day } = period;
  const { title, href } = linkTo(key, period);
  return {
    title: title.charAt(0).toUpperCase() + title.slice(1),
    href,
    day,
    label: words.dayOf(day, month, year),
  };
}

function periodsAbove({ year, month, day }: Period): Period[] {
  return [...(month > 0 ? [{ year, month: 0, day: 0 }] : []), ...(day > 0 ? [{ year, month, day: 0 }] : [])];
}

function linkTo(key: string, period: Period): Link {
  return { title: formatPeriod(period, words), href: hrefOf(key, period) };
}

function hrefOf(key: string, period: Period): string {
  return `/luu-tru/${termOf(key, period)}/`;
}

function termOf(key: string, period: Period): string {
  return `${key}-${periodName(period)}`;
}
