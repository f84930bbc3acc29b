import type { DrawnColours } from '../base/drawing.ts';
import type { ThemeSettings } from '../model/site.ts';

/** Red, green and blue from 0 to 255. */
type Colour = readonly [number, number, number];

/** The grounds that text stands on, as in `tokens.css`. */
const PAPER = { light: '#faf6ef', dark: '#221d1a' } as const;
const WHITE = '#ffffff';
const BLACK = '#000000';
/** What WCAG asks of text, and of what is drawn. */
const READABLE = 4.5;
const VISIBLE = 3;
const GOLD = '#c8962c';

/**
 * The colours of `site.yaml` as the theme's tokens. An association names one colour; whatever it is, it is made darker or
 * lighter until everything that is written in it or on it can be read, in light and in dark. Empty where nothing is
 * named.
 */
export function paletteCss({ colour, accent }: ThemeSettings): string {
  if (!isOwn({ colour, accent })) return '';
  const band = bandColour({ colour });
  const bandDark = shade(band, '#fdf5ea', BLACK, 11);
  const gold = accent || GOLD;
  const tokens = (mode: 'light' | 'dark', towards: string, ground: string, bandColour: string): string =>
    [
      `--mark:${shade(colour || (mode === 'light' ? '#9b1c1f' : '#ef938d'), PAPER[mode], towards, READABLE)}`,
      `--link:${shade(colour || (mode === 'light' ? '#8d1a1d' : '#f2aaa5'), PAPER[mode], towards, 6.5)}`,
      `--band:${bandColour}`,
      `--gold:${shade(gold, ground, towards, mode === 'light' ? 2 : VISIBLE)}`,
      `--gilt:${giltOn(band, accent)}`,
    ].join(';');
  const light = tokens('light', BLACK, WHITE, band);
  const dark = tokens('dark', WHITE, PAPER.dark, bandDark);
  return `:root{${light}}@media (prefers-color-scheme:dark){:root{${dark}}}`;
}

/** The band's colour, which browsers also show around the page. */
export function bandColour({ colour }: Pick<ThemeSettings, 'colour'>): string {
  return colour === '' ? '#8a171b' : shade(colour, WHITE, BLACK, 7);
}

function isOwn({ colour, accent }: Pick<ThemeSettings, 'colour' | 'accent'>): boolean {
  return colour !== '' || accent !== '';
}

function giltOn(band: string, accent: string): string {
  return shade(accent || GOLD, band, WHITE, 6);
}

/** The colours of pictures that the program draws: as the band of every page is in light. */
export function drawnColours(theme: ThemeSettings): DrawnColours {
  const band = bandColour(theme);
  const accent = shade(theme.accent || GOLD, band, WHITE, VISIBLE);
  return { band, accent, name: isOwn(theme) ? giltOn(band, theme.accent) : '#f6dca0' };
}

/** `colour`, moved towards black or white until it contrasts with `ground` by the ratio of WCAG. */
export function shade(colour: string, ground: string, towards: string, ratio: number): string {
  const [from, to] = [read(colour), read(towards)];
  for (let step = 0; step < 50; step++) {
    const mixed = write(from.map((channel, index) => channel + ((to[index] ?? 0) - channel) * (step / 50)));
    if (contrast(mixed, ground) >= ratio) return mixed;
  }
  return towards;
}

/** WCAG's contrast ratio, from 1 to 21. */
export function contrast(a: string, b: string): number {
  const [one, other] = [luminance(read(a)), luminance(read(b))];
  return (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
}

function luminance(colour: Colour): number {
  const [red, green, blue] = colour.map((channel) => {
    const value = channel / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * (red ?? 0) + 0.7152 * (green ?? 0) + 0.0722 * (blue ?? 0);
}

function read(hex: string): Colour {
  const number = Number.parseInt(hex.slice(1), 16);
  return [(number >> 16) & 255, (number >> 8) & 255, number & 255];
}

function write(channels: readonly number[]): string {
  return `#${channels.map((channel) => Math.round(channel).toString(16).padStart(2, '0')).join('')}`;
}
