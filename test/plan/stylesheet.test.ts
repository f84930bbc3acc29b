import { describe, expect, it } from 'vitest';
import type { ThemeSettings } from '../../src/model/site.ts';
import { type AssetFile, addressOf } from '../../src/plan/assets.ts';
import { composeAssets, tighten } from '../../src/plan/stylesheet.ts';

const THEME: ThemeSettings = { colour: '', accent: '', crest: null, font: 'system' };

const asset = (name: string, text: string): AssetFile => ({
  name,
  source: `templates/assets/${name}`,
  bytes: new TextEncoder().encode(text),
});

const FILES = [
  asset('font.css', '@font-face { src: url("fonts/a.woff2") }'),
  asset('fonts/a.woff2', 'wOF2'),
  asset('reader.js', '1'),
  asset('style.css', 'p { color: var(--ink) }'),
  asset('tokens.css', '/* Màu */\n:root { --ink: #000; }'),
];

function compose(theme: Partial<ThemeSettings> = {}, files = FILES) {
  const assets = composeAssets(files, { ...THEME, ...theme }, addressOf);
  const style = assets.find(({ name }) => name === 'style.css');
  return { names: assets.map(({ name }) => name), style: new TextDecoder().decode(style?.bytes) };
}

describe('the published stylesheet', () => {
  it('is the tokens and the style in one file', () => {
    const { names, style } = compose();
    expect(names).toEqual(['reader.js', 'style.css']);
    expect(style).toBe(':root{--ink:#000}p{color:var(--ink)}');
  });

  it('has the colours of site.yaml between the two', () => {
    const { style } = compose({ colour: '#0b5d3b' });
    expect(style).toMatch(/^:root\{--ink:#000\}:root\{--mark:#0b5d3b;.*p\{color:var\(--ink\)\}$/);
  });

  it('calls fonts by their published names, if they are asked for', () => {
    const { names, style } = compose({ font: 'noto-sans' });
    expect(names).toContain('fonts/a.woff2');
    expect(style).toMatch(/src:url\("fonts\/a\.[0-9a-f]{10}\.woff2"\)/);
  });

  it('is left alone where a theme has no tokens, and is not made where it has no style', () => {
    expect(compose({}, [asset('style.css', 'p{}')]).style).toBe('p{}');
    expect(compose({}, [asset('a.js', '1')]).names).toEqual(['a.js']);
  });
});

describe('tightening', () => {
  it.each([
    ['a { b: c; }\n\n.d , e { f: g }', 'a{b:c}.d,e{f:g}'],
    ['a::before { content: "› ; { x"; }', 'a::before{content:"› ; { x"}'],
    ["a::after { content: ' ,  x: y /* k */ ; \\' '; }", "a::after{content:' ,  x: y /* k */ ; \\' '}"],
    ['a { /* it\'s "one" */ b: calc(1px + 2px) }', 'a{b:calc(1px + 2px)}'],
    ['.a :is(b, c) > d + e { f: g }', '.a :is(b,c) > d + e{f:g}'],
    [
      '@media (min-width: 1em) and (scripting: none) { a { b: c } }',
      '@media (min-width:1em) and (scripting:none){a{b:c}}',
    ],
  ])('makes %s mean the same', (css, tight) => {
    expect(tighten(css)).toBe(tight);
  });
});
