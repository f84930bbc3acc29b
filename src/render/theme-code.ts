import type { CompiledCode } from './compiled-code.ts';

/**
 * The built-in templates as Nunjucks compiled them when the program was bundled: `scripts/bundle.mjs` puts them here. That
 * spares each build from nothing 25 ms. Where nothing was bundled, they are compiled as the site's own are.
 */
export const THEME_CODE: CompiledCode = new Map();
