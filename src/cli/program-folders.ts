import { fileURLToPath } from 'node:url';

/** The theme that comes with the program: `templates/` beside `build/`, where the bundled command lies. */
export const THEME = fileURLToPath(new URL('../templates', import.meta.url));

/** What `bantin dev` puts into its pages, beside the bundled command. */
export const CLIENT = fileURLToPath(new URL('./client', import.meta.url));

/** What a thread of a build runs: `src/start/hand.ts`, bundled, beside the command. */
export const HAND = new URL('./bantin-hand.js', import.meta.url);
