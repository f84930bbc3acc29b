import { fingerprint } from '../../src/base/fingerprint.ts';

/** Reads a site file by file, as far as links lead from its entrances; then it begins again. */
export interface Crawler {
  /** Reads one file. */
  step(): void;
  /** Reads all the site once, from the entrances, whatever was read before. */
  wholeSite(): void;
  readonly complaints: readonly string[];
  /** Files read. */
  readonly count: number;
}

/** A place, and the place that leads to it. */
interface Place {
  readonly file: string;
  readonly from: Place | undefined;
}

/** Where readers and machines begin; every site has them. */
const ENTRANCES = ['index.html', '404.html', 'sitemap.xml', 'api/index.json', 'robots.txt'];

/** By the fingerprint of what has the links: a thousand crawlers read the same pages. */
const knownLinks = new Map<string, readonly string[]>();

/** `read` gives a file of the site, if it is there; `isWhole` says whether bytes with a fingerprint may stand at a path. */
export function crawler(
  read: (file: string) => Uint8Array | undefined,
  isWhole: (file: string, print: string) => boolean,
): Crawler {
  const complaints: string[] = [];
  let queue: Place[] = [];
  let seen = new Set<string>();
  let count = 0;

  function links(file: string, bytes: Uint8Array, print: string): readonly string[] {
    if (!/\.(?:html|xml|json|txt|webmanifest)$/.test(file)) return [];
    const known = knownLinks.get(print) ?? linksIn(Buffer.from(bytes).toString());
    knownLinks.set(print, known);
    return known;
  }

  function start(): void {
    queue = ENTRANCES.map((file) => ({ file, from: undefined }));
    seen = new Set(ENTRANCES);
  }

  /**
   * Every page on the way is read again, after the file was missed: who followed a link that has gone since has
   * followed a link of yesterday. Then the file is looked for once more, for it may have come with the link.
   */
  function isDead(place: Place): boolean {
    for (let each = place; each.from !== undefined; each = each.from) {
      const { file } = each.from;
      const bytes = read(file);
      if (bytes === undefined || !links(file, bytes, fingerprint(bytes)).includes(each.file)) return false;
    }
    return read(place.file) === undefined;
  }

  function visit(place: Place): void {
    const { file } = place;
    const bytes = read(file);
    count += 1;
    if (bytes === undefined) {
      if (isDead(place))
        complaints.push(`${place.from?.file ?? 'everybody'} leads to ${file}, which is not there`);
      return;
    }
    const print = fingerprint(bytes);
    if (!isWhole(file, print)) complaints.push(`${file} is no whole file of any edition`);
    for (const link of links(file, bytes, print)) {
      if (seen.has(link)) continue;
      seen.add(link);
      queue.push({ file: link, from: place });
    }
  }

  function step(): void {
    const place = queue.shift();
    if (place === undefined) start();
    else visit(place);
  }

  return {
    step,
    wholeSite() {
      start();
      while (queue.length > 0) step();
    },
    complaints,
    get count() {
      return count;
    },
  };
}

/** Files of the site that a page, a feed or a list leads to. */
function linksIn(text: string): string[] {
  const found = text.matchAll(/(?:(?:href|src)=["']?|"src": "|https:\/\/vidu\.example)(\/[^"'<>\s?#&\\]*)/g);
  const files = [...found].map(([, address = '']) => decodeURIComponent(address).slice(1));
  return [...new Set(files.map((file) => (file === '' || file.endsWith('/') ? `${file}index.html` : file)))];
}
