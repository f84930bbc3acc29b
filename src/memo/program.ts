/**
 * Stands for all the code that parses and renders: what another program remembered is not believed. In the bundle
 * `scripts/bundle.mjs` puts the fingerprint of the whole program in its place.
 */
export const PROGRAM = '@program@';
