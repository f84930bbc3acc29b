import { type Diagnostic, error } from '../base/diagnostic.ts';
import type { ExtraValue } from '../model/document.ts';
import { readFieldByField } from './field-by-field.ts';
import { placeAt, type Source } from './source.ts';
import { quoteSettings } from './text-below.ts';
import { findAnchor, parseYaml } from './yaml.ts';

export type SettingsMap = { readonly [name: string]: ExtraValue };

/** What `site.yaml` says, by the names of its settings; or all that makes it unreadable, each at its own line. */
export function readSettingsYaml(
  source: Source,
): { readonly map: SettingsMap } | { readonly faults: readonly Diagnostic[] } {
  const anchors = source.lines().flatMap((line, index) => {
    const anchor = findAnchor(line);
    return anchor ? [error('front-matter-anchor', placeAt(source, index + 1, anchor.column), anchor)] : [];
  });
  if (anchors.length > 0) return { faults: anchors };
  const lines = quoteSettings(withoutFences(source.lines()));
  const yaml = parseYaml(lines.join('\n'));
  if ('reason' in yaml) {
    const starts = lines.flatMap((line, index) => (/^[^\s#:-][^:]*:(?:\s|$)/.test(line) ? [index] : []));
    const { faults } = readFieldByField(lines, starts, yaml);
    return {
      faults: faults.map(({ fault, index, column }) =>
        error('settings-yaml', placeAt(source, index + 1, column), { fault }),
      ),
    };
  }
  const value = yaml.value ?? {};
  if (isMap(value)) return { map: value };
  const line = source.lines().findIndex((text) => !/^\s*(?:#.*|---\s*)?$/.test(text)) + 1;
  return { faults: [error('settings-not-fields', placeAt(source, Math.max(line, 1), 1), {})] };
}

/** Two `---` around all, as in an article, are two documents to YAML. */
function withoutFences(lines: readonly string[]): readonly string[] {
  const last = lines.findLastIndex((line) => line.trim() !== '');
  return /^---\s*$/.test(lines[last] ?? '') ? lines.slice(0, last) : lines;
}

export function isMap(value: ExtraValue): value is SettingsMap {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
