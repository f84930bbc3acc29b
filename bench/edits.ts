import path from 'node:path';
import type { Contestant } from './contestants.ts';
import { articleOf, type CorpusOptions, type GeneratedArticle, generateArticle, PARENT } from './corpus.ts';

/** What a writer does in one go, and where a reader sees it. */
export interface Edit {
  save(): void;
  /** Files of the output relative to the site, each with words that it has afterwards and did not have before. */
  readonly shownIn: readonly (readonly [file: string, words: string])[];
}

export type EditKind = 'body' | 'title' | 'new';

/** A site that is edited: article after article, spread over all its years, none of them twice. */
export interface Edits {
  next(kind: EditKind): Edit;
}

/** For up to `most` edits. */
export function editsOf({ system, root }: Contestant, options: CorpusOptions, most: number): Edits {
  let number = 0;
  const pageOf = ({ section, slug }: GeneratedArticle): string =>
    path.join(system.out, PARENT, section, slug, 'index.html');

  const editOf = (article: GeneratedArticle, words: string): Edit => ({
    save: () => system.writeArticle(root, article),
    shownIn: [[pageOf(article), words]],
  });

  return {
    next(kind) {
      const index = Math.floor(((number + 0.5) * options.articles) / most);
      number++;
      if (kind === 'new') {
        const article = generateArticle(options.articles + number, options.end + number * 60, 4);
        const edit = editOf(article, article.title);
        return { ...edit, shownIn: [...edit.shownIn, [path.join(system.out, 'index.html'), article.title]] };
      }
      const article = articleOf(options, index);
      const words = `(sửa lần ${number})`;
      const changed =
        kind === 'title'
          ? { title: `${article.title} ${words}` }
          : { body: `${article.body}\nBổ sung ${words}.\n` };
      return editOf({ ...article, ...changed }, words);
    },
  };
}
