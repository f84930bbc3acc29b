import path from 'node:path';
import {
  articleOf,
  type CorpusOptions,
  type GeneratedArticle,
  generateArticle,
  PARENT,
  writeArticle,
} from './corpus.ts';

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

/** For up to `most` edits of the site in `root`. */
export function editsOf(root: string, options: CorpusOptions, most: number): Edits {
  let number = 0;

  const editOf = (article: GeneratedArticle, words: string): Edit => ({
    save: () => writeArticle(root, article),
    shownIn: [[pageOf(article), words]],
  });

  return {
    next(kind) {
      const index = Math.floor(((number + 0.5) * options.articles) / most);
      number++;
      if (kind === 'new') {
        const article = generateArticle(options.articles + number, options.end + number * 60, 4);
        const edit = editOf(article, article.title);
        return { ...edit, shownIn: [...edit.shownIn, ['dist/index.html', article.title]] };
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

function pageOf({ section, slug }: GeneratedArticle): string {
  return path.join('dist', PARENT, section, slug, 'index.html');
}
