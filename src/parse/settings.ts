import { type Diagnostic, error, isError, type Place, warning, wholeFile } from '../base/diagnostic.ts';
import { nearest } from '../base/edit-distance.ts';
import { readLinkTarget } from '../base/link-target.ts';
import type { SettingShape } from '../base/messages/catalogue.ts';
import { isLanguage, type Language } from '../base/messages/describe.ts';
import { parseZone, VIETNAM } from '../base/time.ts';
import type { ExtraValue } from '../model/document.ts';
import type { Footer, Settings } from '../model/site.ts';
import { decode } from './decode.ts';
import { placeOfName, placeOfValue } from './setting-places.ts';
import { isMap, readSettingsYaml, type SettingsMap } from './settings-yaml.ts';
import { createSource, type Source } from './source.ts';
import { DEFAULT_THEME, readTheme, THEME_FIELDS } from './theme-settings.ts';
import { withoutUnseen } from './unseen.ts';

export const DEFAULT_SETTINGS: Settings = {
  title: 'Bản tin',
  organisation: '',
  description: '',
  origin: 'http://localhost',
  basePath: '',
  zone: VIETNAM,
  language: 'vi',
  navigation: [],
  links: [],
  footer: { responsible: '', address: '', phone: '', email: '', note: '' },
  theme: DEFAULT_THEME,
};

export interface SettingsResult {
  readonly settings: Settings;
  readonly diagnostics: readonly Diagnostic[];
}

const PATH = 'content/site.yaml';

/** `content/site.yaml`, or the defaults and one warning where there is none (`bytes` null). */
export function parseSettings(bytes: Uint8Array | null): SettingsResult {
  const top: Place = { path: PATH, line: 1, column: 1, text: '' };
  if (bytes === null) return defaults(warning('settings-missing', top, {}));
  const decoded = decode(bytes);
  if ('looksLike' in decoded) {
    const { looksLike, spot } = decoded;
    return defaults(error('encoding', { path: PATH, ...spot }, { looksLike }));
  }
  const source = createSource(PATH, withoutUnseen(decoded.text.replace(/\t/g, '  ')));
  const read = readSettingsYaml(source);
  return 'faults' in read ? defaults(...read.faults) : readSettings(source, read.map);
}

/** What a site is built with whose settings cannot be read. */
function defaults(...diagnostics: readonly Diagnostic[]): SettingsResult {
  return { settings: DEFAULT_SETTINGS, diagnostics };
}

const KNOWN = [
  'title',
  'organisation',
  'description',
  'base_url',
  'time_zone',
  'language',
  'navigation',
  'links',
  'footer',
  'theme',
];
const ENTRY = {
  navigation: ['title', 'address', 'language'],
  links: ['title', 'url', 'language'],
};
const FOOTER = ['responsible', 'address', 'phone', 'email', 'note'] as const;

function readSettings(source: Source, map: SettingsMap): SettingsResult {
  const diagnostics: Diagnostic[] = [];
  const refuse = (field: string, value: ExtraValue, expected: SettingShape): void => {
    const shown = typeof value === 'string' ? value.trim() : '';
    const place = shown === '' ? placeOfName(source, field) : placeOfValue(source, field, field, shown);
    diagnostics.push(error('settings-value', place, { field, value: shown, expected }));
  };
  const refuseUnknown = (value: ExtraValue, known: readonly string[], top?: string): void => {
    if (!isMap(value)) return;
    for (const field of Object.keys(value)) {
      if (known.includes(field)) continue;
      const params = { field, meant: nearest(field, known) ?? '', known };
      diagnostics.push(error('settings-unknown', placeOfName(source, top ?? field, field), params));
    }
  };
  const text = (field: string): string => {
    const value = map[field] ?? '';
    if (typeof value === 'string') return value.trim();
    refuse(field, value, 'text');
    return '';
  };
  const entries = (field: 'navigation' | 'links', address: 'address' | 'url'): Entry[] => {
    const value = map[field] ?? [];
    const items = Array.isArray(value) ? value : [value];
    const read = items.map((item) => readEntry(item, address));
    for (const item of items) refuseUnknown(item, ENTRY[field], field);
    if (read.some((entry) => entry === undefined)) refuse(field, value, field);
    return read.filter((entry) => entry !== undefined);
  };
  const languageOf = (entry: Entry): Language => {
    const own = entry.language || siteLanguage;
    if (isLanguage(own)) return own;
    const place = placeOfValue(source, 'navigation', 'language', own);
    diagnostics.push(error('settings-value', place, { field: 'language', value: own, expected: 'language' }));
    return siteLanguage;
  };

  const linkOf = ({ title, target }: Entry): Settings['links'][number] => {
    const link = readLinkTarget(target);
    if (link.kind === 'external') return { title, url: target };
    const place = placeOfValue(source, 'links', 'url', target);
    if (link.kind === 'unsafe') {
      diagnostics.push(error('settings-value', place, { field: 'url', value: target, expected: 'url' }));
      return { title, url: '' };
    }
    const url = /^[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+(?::\d+)?(?:[/?#]|$)/u.test(target)
      ? `https://${target}`
      : '';
    diagnostics.push(warning('settings-link', place, { url: target, meant: url }));
    return { title, url: url || target };
  };

  refuseUnknown(map, KNOWN);
  refuseUnknown(map['footer'] ?? {}, FOOTER, 'footer');
  refuseUnknown(map['theme'] ?? {}, THEME_FIELDS, 'theme');
  const zone = text('time_zone') === '' ? VIETNAM : parseZone(text('time_zone'));
  if (zone === undefined) refuse('time_zone', text('time_zone'), 'zone');
  const language = text('language') || 'vi';
  const siteLanguage = isLanguage(language) ? language : 'vi';
  if (language !== siteLanguage) refuse('language', language, 'language');
  const base = text('base_url') === '' ? undefined : readBaseUrl(text('base_url'));
  if (base === undefined && text('base_url') !== '') refuse('base_url', text('base_url'), 'address');
  const footer = map['footer'] ?? {};
  if (!isMap(footer) || Object.values(footer).some((value) => typeof value !== 'string')) {
    refuse('footer', footer, 'footer');
  }
  const theme = readTheme(map['theme'] ?? {}, source, (finding) => diagnostics.push(finding));
  if (theme === undefined) refuse('theme', map['theme'] ?? '', 'theme');

  return {
    settings: {
      title: text('title') || text('organisation') || DEFAULT_SETTINGS.title,
      organisation: text('organisation'),
      description: text('description'),
      origin: base?.origin ?? DEFAULT_SETTINGS.origin,
      basePath: base?.basePath ?? '',
      zone: zone ?? VIETNAM,
      language: siteLanguage,
      navigation: entries('navigation', 'address').map((entry) => ({
        title: entry.title,
        address: entry.target,
        language: languageOf(entry),
        place: placeOfValue(source, 'navigation', 'address', entry.target),
      })),
      links: entries('links', 'url').map(linkOf),
      footer: readFooter(isMap(footer) ? footer : {}),
      theme: theme ?? DEFAULT_THEME,
    },
    diagnostics,
  };
}

/** `https://vidu.gov.vn/tin-tuc/` as its origin and its path; undefined if it is no such URL. */
export function readBaseUrl(
  text: string,
): { readonly origin: string; readonly basePath: string } | undefined {
  try {
    const url = new URL(text);
    if (url.protocol !== 'https:' && url.protocol !== 'http:') return undefined;
    if (url.search !== '' || url.hash !== '' || url.username !== '') return undefined;
    return { origin: url.origin, basePath: url.pathname.replace(/\/+$/, '') };
  } catch {
    return undefined;
  }
}

/** An entry of a list in the settings. */
interface Entry {
  readonly title: string;
  readonly target: string;
  /** Empty if it says none. */
  readonly language: string;
}

function readEntry(item: ExtraValue, address: string): Entry | undefined {
  if (!isMap(item)) return undefined;
  const title = item['title'];
  const target = item[address];
  const language = item['language'] ?? '';
  if (typeof title !== 'string' || typeof target !== 'string' || typeof language !== 'string')
    return undefined;
  return { title: title.trim(), target: target.trim(), language: language.trim() };
}

function readFooter(map: SettingsMap): Footer {
  const value = (name: (typeof FOOTER)[number]): string => {
    const text = map[name];
    return typeof text === 'string' ? text.trim() : '';
  };
  return {
    responsible: value('responsible'),
    address: value('address'),
    phone: value('phone'),
    email: value('email'),
    note: value('note'),
  };
}

/** What the settings are read from where there is no `site.yaml`. */
export const NO_SETTINGS: SettingsFile = { bytes: null };

export interface SettingsFile {
  readonly bytes: Uint8Array | null;
}

/** The settings, with `baseUrl` in place of the file's own if it is one; a site without either is told of. */
export function parseSettingsFile({ bytes }: SettingsFile, baseUrl: string | undefined): SettingsResult {
  const { settings, diagnostics } = parseSettings(bytes);
  const base = baseUrl === undefined ? undefined : readBaseUrl(baseUrl);
  if (base !== undefined) return { settings: { ...settings, ...base }, diagnostics };
  // What is wrong with the file may be its address.
  const hasAddress =
    settings.origin !== DEFAULT_SETTINGS.origin || bytes === null || diagnostics.some(isError);
  const missing = hasAddress ? [] : [warning('settings-no-address', wholeFile(PATH), {})];
  return { settings, diagnostics: [...diagnostics, ...missing] };
}
