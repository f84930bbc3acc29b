import { type Diagnostic, warning } from '../base/diagnostic.ts';
import type { ExtraValue } from '../model/document.ts';
import type { ThemeSettings } from '../model/site.ts';
import { placeOfValue } from './setting-places.ts';
import type { Source } from './source.ts';

export const DEFAULT_THEME: ThemeSettings = { colour: '', accent: '', crest: null, font: 'system' };

export const THEME_FIELDS = ['colour', 'accent', 'crest', 'font'];
const FONTS = ['system', 'noto-sans'] as const;

/** What `theme:` in `site.yaml` says; undefined if it is not of that form. Unknown names are passed over. */
export function readTheme(
  value: ExtraValue,
  source: Source,
  report: (finding: Diagnostic) => void,
): ThemeSettings | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  const fields = new Map(Object.entries(value).filter(([name]) => THEME_FIELDS.includes(name)));
  if ([...fields.values()].some((field) => typeof field !== 'string')) return undefined;
  const text = (name: string): string => String(fields.get(name) ?? '').trim();
  const colour = readColour(text('colour'));
  const accent = readColour(text('accent'));
  const font = FONTS.find((each) => each === (text('font') || 'system'));
  if (colour === undefined || accent === undefined || font === undefined) return undefined;
  const crest = text('crest');
  if (crest === '') return { colour, accent, crest: null, font };
  const place = placeOfValue(source, 'theme', 'crest', crest);
  if (!/\.(?:svg|png|webp|jpe?g)$/i.test(crest)) {
    report(warning('image-missing', place, { image: crest, meant: '' }));
    return { colour, accent, crest: null, font };
  }
  return { colour, accent, crest: { file: crest.replace(/^\/+/, ''), place }, font };
}

/** `#8a171b`, in YAML only within quotes, or `8a171b`; empty where none is given. */
function readColour(text: string): string | undefined {
  if (text === '') return '';
  const hex = /^#?([0-9a-f]{6})$/i.exec(text)?.[1];
  return hex === undefined ? undefined : `#${hex.toLowerCase()}`;
}
