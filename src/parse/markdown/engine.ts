import MarkdownIt, { type RendererRule, type StateCore, type StateInline, type Token } from 'markdown-it';

export type { RendererRule, StateCore, StateInline, Token };
export const { StateBlock } = MarkdownIt;
export type StateBlock = InstanceType<typeof StateBlock>;
export type Engine = ReturnType<typeof createEngine>;

/** Containers inside one another past this are dropped by the parser: the caller reports them. */
export const MAX_NESTING = 100;

/**
 * markdown-it as this program uses it; the one place that makes one. `linkify` turns bare addresses into links, and
 * `typographer` straight quotes into curly ones; both read every line again, so texts without are spared them (a tenth
 * of the time, and a fiftieth). It is to be given texts without CR and NUL.
 */
export function createEngine(linkify: boolean, typographer: boolean) {
  const engine = MarkdownIt({ html: true, linkify, typographer, quotes: '“”‘’' });
  engine.set({ maxNesting: MAX_NESTING });
  // `(c)` is an item of a list in Vietnamese documents, not a copyright sign; only the quotes are wanted.
  engine.disable('replacements');
  // It would look for CR and NUL, which decode and cleanWordPaste have seen to.
  engine.disable('normalize');
  // Links stay as written: what they lead to is judged by readLinkTarget and resolved by the model.
  engine.validateLink = () => true;
  engine.normalizeLink = (url) => url;
  engine.normalizeLinkText = (url) => url;
  // Only what begins with a scheme: `mattran.org.vn` in a sentence may be a name.
  engine.linkify.set({ fuzzyLink: false, fuzzyEmail: false, fuzzyIP: false });
  return engine;
}

/** An attribute of a token as text; empty if it has none. */
export function attribute(token: Token | undefined, name: string): string {
  return String(token?.attrGet(name) ?? '');
}

/** HTML that is printed as it is; the type is ours, so that no rule of markdown-it takes it for a writer's. */
export const TRUSTED = 'html_trusted';

export function trustedToken(engine: Engine, html: string): Token {
  // The class of tokens is only to be had from a state.
  const { Token: TokenClass } = new engine.core.State('', engine, {});
  const token = new TokenClass(TRUSTED, '', 0);
  token.content = html;
  return token;
}
