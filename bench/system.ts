import type { CorpusOptions, GeneratedArticle } from './corpus.ts';
import type { Command } from './processes.ts';

/** A generator of sites that is measured: how it is started, and the generated site in its own form. */
export interface System {
  readonly name: string;
  readonly version: string;
  /** Below the site's folder, as are all paths of it: where its pages are. */
  readonly out: string;
  /** What it makes, and what it remembers from one build to the next. */
  readonly memory: readonly string[];
  readonly build: Command;
  /** Builds again whenever a file is saved. */
  readonly watch: Command;
  /** What it says when it has built for the first time and is waiting. */
  readonly watchReady: RegExp;
  /** Makes the whole site in the folder `root`, which may hold another. */
  writeSite(root: string, options: CorpusOptions): void;
  /** Saves one article of that site again. */
  writeArticle(root: string, article: GeneratedArticle): void;
}
