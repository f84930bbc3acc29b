/** What Nunjucks makes of a template: its root and its blocks, each a function. */
export type TemplateCode = Readonly<Record<string, unknown>>;

/** Compiled templates by the fingerprint of their text as Nunjucks gets it. */
export type CompiledCode = ReadonlyMap<string, () => TemplateCode>;
