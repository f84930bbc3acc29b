import type { Diagnostic } from '../base/diagnostic.ts';
import { fingerprint } from '../base/fingerprint.ts';
import type { TemplateFile } from '../read/snapshot.ts';
import type { TemplateSource, Templates } from '../render/templates.ts';

/** Templates ready to render, and what is wrong with them. */
export interface CompiledTemplates {
  readonly templates: Templates;
  /** Compiles all of them, the first time. */
  readonly findings: () => readonly Diagnostic[];
}

/** The last ones; compiling takes as long as parsing a hundred articles. Not kept on the disk: it is code. */
export interface TemplatesMemo {
  last: { readonly key: string; readonly compiled: CompiledTemplates } | undefined;
}

export function compileTemplates(
  files: ReadonlyMap<string, TemplateFile>,
  memo: TemplatesMemo,
  create: (sources: ReadonlyMap<string, TemplateSource>) => Templates,
): CompiledTemplates {
  const sources = sourcesOf(files);
  const key = fingerprint(
    JSON.stringify([...sources.values()].map(({ name, path, text }) => [name, path, text])),
  );
  if (memo.last?.key === key) return memo.last.compiled;
  const templates = create(sources);
  let findings: readonly Diagnostic[] | undefined;
  const compiled: CompiledTemplates = {
    templates,
    findings() {
      findings ??= templates.check();
      return findings;
    },
  };
  memo.last = { key, compiled };
  return compiled;
}

export function sourcesOf(files: ReadonlyMap<string, TemplateFile>): ReadonlyMap<string, TemplateSource> {
  const decoder = new TextDecoder();
  const templates = [...files.values()].filter((file) => file.path.endsWith('.njk'));
  return new Map(
    templates.map(({ path, shownPath, bytes }) => [
      path,
      { name: path, path: shownPath, text: decoder.decode(bytes) },
    ]),
  );
}
