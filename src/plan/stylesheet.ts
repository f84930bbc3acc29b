import type { ThemeSettings } from '../model/site.ts';
import type { AssetFile } from './assets.ts';
import { paletteCss } from './palette.ts';

const STYLE = 'style.css';
const TOKENS = 'tokens.css';
/** Published only where `site.yaml` asks for it. */
const FONT = 'font.css';
const FONT_FILES = 'fonts/';

/**
 * The theme's assets as they are published: one stylesheet of the tokens, the colours and the font of `site.yaml` and
 * `style.css`, without comments; fonts only if they are asked for. Everything else stays as it is.
 */
export function composeAssets(
  assets: readonly AssetFile[],
  theme: ThemeSettings,
  addressOf: (asset: AssetFile) => string,
): readonly AssetFile[] {
  const named = new Map(assets.map((asset) => [asset.name, asset]));
  const style = named.get(STYLE);
  const hasFont = theme.font !== 'system';
  const others = assets.filter(({ name }) => ![STYLE, TOKENS, FONT].includes(name));
  const published = others.filter(({ name }) => hasFont || !name.startsWith(FONT_FILES));
  if (style === undefined) return published;
  const textOf = (name: string): string =>
    new TextDecoder().decode(named.get(name)?.bytes ?? new Uint8Array());
  const parts = [textOf(TOKENS), hasFont ? textOf(FONT) : '', paletteCss(theme), textOf(STYLE)];
  // In the stylesheet a font is called by its name in the theme; readers get it by its content's.
  const text = tighten(parts.join('\n')).replace(/url\("([^"]+)"\)/g, (whole, name: string) => {
    const file = named.get(name);
    return file === undefined ? whole : `url("${addressOf(file).replace('/assets/', '')}")`;
  });
  return [...published, { ...style, bytes: new TextEncoder().encode(text) }];
}

/** CSS without comments and without the spaces that mean nothing; what stands in quotes stays. */
export function tighten(css: string): string {
  return css
    .replace(
      /\/\*[\s\S]*?\*\/|("(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*')/g,
      (_, quoted: string | undefined) => quoted ?? '',
    )
    .split(/("(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*')/)
    .map((part, index) => (index % 2 === 1 ? part : tightenCode(part)))
    .join('')
    .trim();
}

function tightenCode(code: string): string {
  return code
    .replace(/\s+/g, ' ')
    .replace(/ ?([{};,]) ?/g, '$1')
    .replace(/: /g, ':')
    .replace(/;\}/g, '}');
}
