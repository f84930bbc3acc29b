import { fold } from '../base/vietnamese.ts';

/** How many addresses are suggested, and how many pages are looked through for them. */
const SUGGESTED = 4;
const PARENTS = 2;

interface Found {
  readonly href: string;
  readonly title: string;
  readonly lang: string;
}

/**
 * Where nothing is at an address, its words are looked for among what the site's own lists name: the sections above it,
 * the tags, what is read most. Without this script the page still has the sections to choose from.
 */
async function suggest(place: HTMLElement): Promise<void> {
  const words = wordsOf(location.pathname);
  const sections = links(document);
  const { tags = '', read = '', home = '/' } = place.dataset;
  const lists = new Set([
    ...parentsOf(location.pathname, home),
    best(sections, words)[0]?.href ?? '',
    tags,
    read,
  ]);
  const pages = await Promise.all([...lists].map(linksOf));
  const candidates = new Map([...sections, ...pages.flat()].map((link) => [link.href, link]));
  const found = best([...candidates.values()], words).slice(0, SUGGESTED);
  const list = document.createElement('ul');
  list.className = 'lines';
  for (const link of found) {
    const item = document.createElement('li');
    const anchor = document.createElement('a');
    anchor.href = link.href;
    anchor.textContent = link.title;
    if (link.lang !== document.documentElement.lang) anchor.lang = link.lang;
    item.append(anchor);
    list.append(item);
  }
  if (found.length > 0) place.querySelector('p')?.replaceWith(list);
  else place.querySelector('p')?.replaceChildren(place.dataset['nothing'] ?? '');
}

/** Words of two letters and more, without accents; `luu-tru` and the like are everywhere and say nothing. */
function wordsOf(path: string): ReadonlySet<string> {
  const text = fold(decode(path)).replace(/\.[a-z]+$/, '');
  return new Set(text.split(/[^\p{L}\p{N}]+/u).filter((word) => word.length > 1 && !COMMON.has(word)));
}

const COMMON = new Set(['luu', 'tru', 'the', 'index', 'html', 'va', 'cua', 'cac', 'tin']);

/** The links that have some of the words, the likeliest first. */
function best(links: readonly Found[], words: ReadonlySet<string>): Found[] {
  return links
    .map((link) => ({ link, score: rate(link, words) }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score)
    .map(({ link }) => link);
}

/** How many of the words a link has, those of its title before those of its address. */
function rate({ href, title }: Found, words: ReadonlySet<string>): number {
  const inTitle = wordsOf(title);
  const inAddress = wordsOf(new URL(href).pathname);
  let score = 0;
  for (const word of words) score += inTitle.has(word) ? 1 : inAddress.has(word) ? 0.6 : 0;
  // One word in common out of many is chance.
  return score < Math.min(2, words.size) * 0.6 ? 0 : score - wordsOf(title).size / 100;
}

/** `/a/b/` and `/a/` of `/a/b/c/`; what is not below the site's root is not the site's. */
function parentsOf(path: string, home: string): string[] {
  const parts = path.split('/').filter(Boolean);
  return parts
    .slice(0, -1)
    .map((_, index) => `/${parts.slice(0, index + 1).join('/')}/`)
    .filter((parent) => parent.length > home.length && parent.startsWith(home))
    .slice(-PARENTS);
}

async function linksOf(address: string): Promise<Found[]> {
  if (address === '') return [];
  try {
    const reply = await fetch(address);
    if (!reply.ok) return [];
    return links(new DOMParser().parseFromString(await reply.text(), 'text/html'));
  } catch {
    return [];
  }
}

/** Pages have addresses that end with `/`; feeds and attachments have not. */
function links(page: Document): Found[] {
  const anchors = [...page.querySelectorAll('main a[href^="/"][href$="/"]')];
  return anchors.map((anchor) => ({
    href: new URL(anchor.getAttribute('href') ?? '/', location.href).href,
    title: anchor.textContent?.trim() ?? '',
    lang: anchor.closest('[lang]')?.getAttribute('lang') ?? '',
  }));
}

function decode(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

const place = document.getElementById('bt_suggest');
if (place !== null) void suggest(place);
