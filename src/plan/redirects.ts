import { extensionOf, SITE_ADDRESSES } from '../base/address.ts';
import { compareText } from '../base/vietnamese.ts';
import type { Entry } from '../model/site.ts';
import type { PlanContext } from './context.ts';
import type { Page } from './page.ts';

/** Old addresses: a page for each that is a plain path, and all of them in a list for the web server. */
export function planRedirects({ site, chrome, recall }: PlanContext): Page[] {
  const aliases = [...site.months.map(({ articles }) => articles), site.pages]
    .flatMap((entries) => recall.for(aliasesOf)(entries))
    .concat(aliasesOf(site.sections.flatMap(({ entry }) => entry ?? [])))
    .sort((a, b) => compareText(a.alias, b.alias));
  const pages = aliases.flatMap(({ alias, entry }): Page[] => {
    const path = pathOf(alias);
    if (path === undefined) return [];
    const { language, sitePart } = chrome.in(entry.language);
    return [
      {
        path,
        source: entry.document.place.path,
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
      },
    ];
  });
  const lines = aliases.map(({ alias, entry }) => `${alias}\t${chrome.href(entry.address)}\n`);
  const list: Page = {
    path: SITE_ADDRESSES.redirects.slice(1),
    source: 'content',
    content: () => ({ kind: 'text', text: lines.join('') }),
  };
  return [...pages, list];
}

interface Alias {
  readonly alias: string;
  readonly entry: Entry;
}

function aliasesOf(entries: readonly Entry[]): readonly Alias[] {
  return entries.flatMap((entry) => entry.document.aliases.map((alias) => ({ alias, entry })));
}

/**
 * Where the redirect page of an old address lies; undefined if no file can answer for it (a query, a letter that a
 * disk refuses). An old `.aspx` is made a folder, whose index every web server finds.
 */
function pathOf(alias: string): string | undefined {
  if (/[?#]/.test(alias)) return undefined;
  const path = decode(alias).replace(/^\/+/, '');
  if (path === '' || /[\0-\x1f\x7f:*"<>|\\]|\/\/|(?:^|\/)\.{1,2}(?:\/|$)/.test(path)) return undefined;
  if (path.endsWith('/')) return `${path}index.html`;
  return /^html?$/.test(extensionOf(path)) ? path : `${path}/index.html`;
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
