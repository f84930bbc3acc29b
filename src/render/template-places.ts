import { type Place, wholeFile } from '../base/diagnostic.ts';

export interface TemplateSource {
  /** Relative to `templates/`, such as `partials/card.njk`: what other templates call it. */
  readonly name: string;
  /** Where it lies, for messages. */
  readonly path: string;
  readonly text: string;
}

/**
 * Nunjucks tells the line of an error, but of a layout's error the page's name. So every template begins at a line
 * of its own, all templates counted through, and a line number alone says where something is.
 */
export interface TemplatePlaces {
  /** The text as Nunjucks gets it: comments make up for the lines of all templates before it. */
  text(name: string): string | undefined;
  /** `line` is as Nunjucks counts, from 1; undefined if it is of no template. */
  find(line: number, column: number): { readonly source: TemplateSource; readonly place: Place } | undefined;
  /** Where a filter or template is asked for that a message without a line says there is not. */
  search(reason: string): Place | undefined;
}

const PREFIX_END = '#}';

export function numberLines(sources: readonly TemplateSource[]): TemplatePlaces {
  const starts: {
    readonly first: number;
    readonly source: TemplateSource;
    readonly lines: readonly string[];
  }[] = [];
  const texts = new Map<string, string>();
  // A line number of 0 or 1 is what Nunjucks gives when it knows none.
  let first = 10;
  for (const source of sources) {
    const lines = source.text.split('\n');
    starts.push({ first, source, lines });
    texts.set(source.name, `{#${'\n'.repeat(first - 1)}${PREFIX_END}${source.text}`);
    first += lines.length;
  }
  return {
    text: (name) => texts.get(name),
    search(reason) {
      const [, kind, name] = /^(filter|template) not found: ([\w./-]+)$/.exec(reason) ?? [];
      if (name === undefined) return undefined;
      const use = new RegExp(kind === 'filter' ? `\\|\\s*${name}\\b` : `["']${name}["']`);
      const source = sources.find((each) => use.test(each.text));
      return source && placeOf(source, source.text.search(use));
    },
    find(line, column) {
      const found = starts.findLast((start) => start.first <= line);
      if (found === undefined || line >= first) return undefined;
      const own = line - found.first + 1;
      const ownColumn = Math.max(1, own === 1 ? column - PREFIX_END.length : column);
      const text = found.lines[own - 1] ?? '';
      return { source: found.source, place: { path: found.source.path, line: own, column: ownColumn, text } };
    },
  };
}

/** Where a text first stands in a template; the whole file if it does not. */
export function placeOf(source: TemplateSource, offset: number): Place {
  if (offset < 0) return wholeFile(source.path);
  const before = source.text.slice(0, offset).split('\n');
  const line = before.length;
  return {
    path: source.path,
    line,
    column: (before.at(-1)?.length ?? 0) + 1,
    text: source.text.split('\n')[line - 1] ?? '',
  };
}
