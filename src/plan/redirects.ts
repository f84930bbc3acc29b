import { extensionOf, nameKey, SITE_ADDRESSES } from '../base/address.ts';
import { type Diagnostic, error } from '../base/diagnostic.ts';
import type { Recall } from '../base/recall.ts';
import { compareText } from '../base/vietnamese.ts';
import type { Located } from '../model/document.ts';
import type { Entry, Site } from '../model/site.ts';
import type { PlanContext } from './context.ts';
import type { Page } from './page.ts';

/** Old addresses: a page for each that is a plain path, and all of them in a list for the web server. */
export function planRedirects({ site, chrome, recall }: PlanContext): Page[] {
  const aliases = aliasesIn(site, recall);
  const pages = withPages(aliases).map(({ alias, path, entry }): Page => {
    const { language, sitePart } = chrome.in(entry.language);
    return {
      path,
      source: entry.document.place.path,
      alias,
      content: () => ({
        kind: 'template',
        template: 'redirect.njk',
        view: {
          language,
          words: sitePart.words,
          title: entry.document.title || entry.section.title,
          href: chrome.href(entry.address),
          canonical: chrome.url(entry.address),
        },
      }),
    };
  });
  const lines = aliases.map(({ alias, entry }) => `${alias.value}\t${chrome.href(entry.address)}\n`);
  const list: Page = {
    path: SITE_ADDRESSES.redirects.slice(1),
    source: 'content',
    content: () => ({ kind: 'text', text: lines.join('') }),
  };
  return [...pages, list];
}

/**
 * Old addresses for which no page answers and that two documents want: the check over paths sees none of them, and the
 * web server could not obey both lines. Each is told at its own place.
 */
export function checkRedirects(site: Site, recall: Recall): Diagnostic[] {
  const byValue = new Map<string, Alias[]>();
  for (const each of aliasesIn(site, recall)) {
    if (pathOf(each.alias.value) !== undefined) continue;
    const same = byValue.get(each.alias.value);
    if (same) same.push(each);
    else byValue.set(each.alias.value, [each]);
  }
  return [...byValue.values()].flatMap((same) =>
    same.flatMap(({ alias, entry }) => {
      const others = same.filter((other) => other.entry !== entry).map((other) => other.alias.place.path);
      return others.length === 0 ? [] : error('alias-clash', alias.place, { alias: alias.value, others });
    }),
  );
}

interface Alias {
  readonly alias: Located;
  readonly entry: Entry;
}

function aliasesIn(site: Site, recall: Recall): Alias[] {
  return [...site.months.map(({ articles }) => articles), site.pages]
    .flatMap((entries) => recall.for(aliasesOf)(entries))
    .concat(aliasesOf(site.sections.flatMap(({ entry }) => entry ?? [])))
    .sort((a, b) => compareText(a.alias.value, b.alias.value));
}

function aliasesOf(entries: readonly Entry[]): readonly Alias[] {
  return entries.flatMap((entry) => entry.document.aliases.map((alias) => ({ alias, entry })));
}

/** Of one document the old addresses that need a page: for `/x` and `/x/` one page answers. */
function withPages(aliases: readonly Alias[]): readonly (Alias & { readonly path: string })[] {
  const seen = new Map<Entry, Set<string>>();
  return aliases.flatMap((each) => {
    const path = pathOf(each.alias.value);
    if (path === undefined) return [];
    const paths = seen.get(each.entry) ?? new Set();
    seen.set(each.entry, paths);
    if (paths.has(nameKey(path))) return [];
    paths.add(nameKey(path));
    return { ...each, path };
  });
}

/**
 * Where the redirect page of an old address lies; undefined if no file can answer for it (a query, a letter that a
 * disk refuses). An old `.aspx` is made a folder, whose index every web server finds.
 */
function pathOf(alias: string): string | undefined {
  if (alias.includes('?')) return undefined;
  const path = decode(alias).replace(/^\/+/, '');
  if (/[\0-\x1f\x7f:*"<>|\\]|\/\/|(?:^|\/)\.{1,2}(?:\/|$)/.test(path)) return undefined;
  // The front page answers for `/`: nobody can lead on from there.
  if (path === '' || path.endsWith('/')) return `${path}index.html`;
  return /^html?$/.test(extensionOf(path)) ? path : `${path}/index.html`;
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
