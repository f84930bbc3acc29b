import { isUtf8 } from 'node:buffer';
import { type Diagnostic, error, wholeFile } from '../base/diagnostic.ts';
import { fingerprint } from '../base/fingerprint.ts';
import { beginsAsUtf16 } from '../base/utf8.ts';
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
  const misencoded = misencodedIn(files);
  const key = fingerprint(
    JSON.stringify([misencoded, ...[...sources.values()].map(({ name, path, text }) => [name, path, text])]),
  );
  if (memo.last?.key === key) return memo.last.compiled;
  const templates = create(sources);
  let findings: readonly Diagnostic[] | undefined;
  const compiled: CompiledTemplates = {
    templates,
    findings() {
      findings ??= [...misencoded, ...templates.check()];
      return findings;
    },
  };
  memo.last = { key, compiled };
  return compiled;
}

export function sourcesOf(files: ReadonlyMap<string, TemplateFile>): ReadonlyMap<string, TemplateSource> {
  const decoder = new TextDecoder();
  return new Map(
    templatesIn(files).map(({ path, shownPath, bytes }) => [
      path,
      { name: path, path: shownPath, text: decoder.decode(bytes) },
    ]),
  );
}

/** Their letters would come out as question marks on every page. */
function misencodedIn(files: ReadonlyMap<string, TemplateFile>): Diagnostic[] {
  return templatesIn(files)
    .filter(({ bytes }) => !isUtf8(bytes))
    .map(({ shownPath, bytes }) => {
      const looksLike = beginsAsUtf16(bytes) ? 'utf-16' : 'windows-1258';
      return error('encoding', wholeFile(shownPath), { looksLike });
    });
}

function templatesIn(files: ReadonlyMap<string, TemplateFile>): TemplateFile[] {
  return [...files.values()].filter(({ path }) => path.endsWith('.njk'));
}
