import { readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contrast, paletteCss, shade } from '../../src/plan/palette.ts';
import { REPOSITORY } from '../support.ts';

const anyColour = fc
  .integer({ min: 0, max: 0xffffff })
  .map((number) => `#${number.toString(16).padStart(6, '0')}`);

/** The tokens of a stylesheet in light and in dark. */
function tokensOf(css: string): { light: Map<string, string>; dark: Map<string, string> } {
  const [light = '', dark = ''] = css.split('@media');
  const read = (part: string): Map<string, string> =>
    new Map(
      [...part.matchAll(/--([\w-]+):\s*(#[0-9a-f]+)/g)].map(([, name = '', value = '']) => [name, value]),
    );
  return { light: read(light), dark: new Map([...read(light), ...read(dark)]) };
}

const whole = (colour: string): string =>
  colour.length === 4 ? `#${[...colour.slice(1)].map((digit) => digit + digit).join('')}` : colour;

/** What is written on what, and how much it must stand out. */
const PAIRS = [
  ['ink', 'paper', 7],
  ['ink', 'warm', 7],
  ['ink', 'spoken', 7],
  ['soft', 'paper', 4.5],
  ['soft', 'warm', 4.5],
  ['link', 'paper', 4.5],
  ['link', 'warm', 4.5],
  ['mark', 'paper', 4.5],
  ['mark', 'warm', 4.5],
  ['band-ink', 'band', 7],
  ['gilt', 'band', 4.5],
  ['focus', 'paper', 3],
] as const;

function weakPairs(css: string): string[] {
  const { light, dark } = tokensOf(css);
  return [light, dark].flatMap((tokens) =>
    PAIRS.filter(([a, b, ratio]) => {
      const [one, other] = [tokens.get(a), tokens.get(b)];
      return one === undefined || other === undefined || contrast(whole(one), whole(other)) < ratio;
    }).map(([a, b]) => `${a} on ${b}: ${tokens.get(a)} ${tokens.get(b)}`),
  );
}

const TOKENS = readFileSync(path.join(REPOSITORY, 'templates/assets/tokens.css'), 'utf8');

describe('the colours', () => {
  it('of the theme can be read, in light and dark', () => {
    expect(weakPairs(TOKENS)).toEqual([]);
  });

  it('are seen to be weak if they are', () => {
    expect(weakPairs(TOKENS.replace('--soft: #5f5650', '--soft: #999999'))).toHaveLength(2);
  });

  it('of any association can be read too', () => {
    const [light = '', dark = ''] = TOKENS.split('@media');
    const { crest, font } = { crest: null, font: 'system' } as const;
    fc.assert(
      fc.property(anyColour, fc.oneof(anyColour, fc.constant('')), (colour, accent) => {
        const [ownLight = '', ownDark = ''] = paletteCss({ colour, accent, crest, font }).split('@media');
        expect(weakPairs(`${light}${ownLight}@media${dark}${ownDark}`)).toEqual([]);
      }),
    );
  });

  it('stay as they are where they can be read already', () => {
    expect(shade('#0b3d2e', '#ffffff', '#000000', 7)).toBe('#0b3d2e');
    expect(contrast('#000000', '#ffffff')).toBe(21);
    expect(paletteCss({ colour: '', accent: '', crest: null, font: 'system' })).toBe('');
  });
});
