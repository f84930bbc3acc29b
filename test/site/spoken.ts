import { Parser } from 'htmlparser2';

/** A text of a page, with the language that its nearest element with `lang` says it is in. */
export interface Spoken {
  readonly text: string;
  readonly lang: string;
}

/** Elements that are closed by nothing. */
const VOID = new Set('area base br col embed hr img input link meta source track wbr'.split(' '));

/** Every text of a page that is shown or read out, in their order; what is for machines is left out. */
export function spokenIn(html: string): readonly Spoken[] {
  const found: Spoken[] = [];
  const open: { readonly name: string; readonly lang: string }[] = [];
  const langNow = (): string => open.at(-1)?.lang ?? '';
  const say = (text: string, lang: string): void => {
    if (text.trim() !== '') found.push({ text: text.trim(), lang });
  };
  const parser = new Parser({
    onopentag(name, attributes) {
      const lang = attributes['lang'] ?? langNow();
      for (const attribute of ['aria-label', 'alt', 'title', 'abbr']) {
        if (name !== 'link') say(attributes[attribute] ?? '', lang);
      }
      if (!VOID.has(name)) open.push({ name, lang });
    },
    ontext(text) {
      if (!open.some(({ name }) => name === 'script' || name === 'title')) say(text, langNow());
    },
    onclosetag(name) {
      if (open.at(-1)?.name === name) open.pop();
    },
  });
  parser.end(html);
  return found;
}
