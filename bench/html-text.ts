import { Parser } from 'htmlparser2';

/** What a reader finds on the page of an article. */
export interface Story {
  readonly title: string;
  /** The first `<time>` after the title. */
  readonly date: string;
  /** Everything in the element of the class `prose`. */
  readonly text: string;
}

/** Elements without an end. */
const VOID = new Set(['img', 'br', 'hr', 'meta', 'link', 'input', 'col', 'wbr']);

/** Elements whose text nobody sees. */
const SILENT = new Set(['script', 'style', 'template']);

/** Reads a page as a browser would, whatever else is on it; parts that are not there are empty. */
export function storyOf(html: string): Story {
  const found: Record<keyof Story, string> = { title: '', date: '', text: '' };
  let part: keyof Story | undefined;
  /** Open elements of the part that is read. */
  let depth = 0;
  const parser = new Parser({
    onopentag(name, { class: classes = '' }) {
      if (VOID.has(name)) {
        if (part !== undefined) found[part] += ' ';
        return;
      }
      if (part === undefined) {
        if (name === 'h1' && found.title === '') part = 'title';
        else if (name === 'time' && found.title !== '' && found.date === '') part = 'date';
        else if (classes.split(' ').includes('prose') && found.text === '') part = 'text';
      }
      if (part === undefined) return;
      depth++;
      found[part] += ' ';
    },
    ontext(text) {
      if (part !== undefined) found[part] += text;
    },
    onclosetag(name) {
      if (part === undefined || VOID.has(name)) return;
      found[part] += ' ';
      depth--;
      if (depth === 0) part = undefined;
    },
  });
  parser.end(html);
  return found;
}

/** Everything that is said in the body of a page, in its order; scripts say nothing. */
export function spokenIn(html: string): string {
  let spoken = '';
  let isBody = false;
  let silent = 0;
  const parser = new Parser({
    onopentag(name) {
      if (name === 'body') isBody = true;
      if (SILENT.has(name)) silent++;
      spoken += ' ';
    },
    ontext(text) {
      if (isBody && silent === 0) spoken += text;
    },
    onclosetag(name) {
      if (SILENT.has(name)) silent--;
      spoken += ' ';
    },
  });
  parser.end(html);
  return wordsOf(spoken);
}

/** What a page says it is: its heading and the first link below it, which on an archive's page leads to its list. */
export function titleOf(html: string): string {
  const [, heading = '', link = ''] =
    /<h1\b[^>]*>(.*?)<\/h1>(?:.*?<a\b[^>]*>(.*?)<\/a>)?/s.exec(html.slice(html.indexOf('<main'))) ?? [];
  return [heading, link].map((part) => spokenIn(`<body>${part}</body>`)).join(', ');
}

/** Letters and digits only, with one space between words: what is left when Markdown or a page is read aloud. */
export function wordsOf(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** How many articles a page leads to. */
export function linksOf(html: string): number {
  return new Set(html.slice(html.indexOf('<main')).match(/href="[^"]*\/bai-so-\d+\/"/g)).size;
}
