import fc from 'fast-check';
import footnotes from 'markdown-it-footnote';
import { describe, expect, it } from 'vitest';
import { createEngine, type Engine, type Token } from '../../src/parse/markdown/engine.ts';
import { addIndentedText } from '../../src/parse/markdown/indented-text.ts';
import { addLooseDestinations } from '../../src/parse/markdown/loose-destination.ts';
import { addRendering } from '../../src/parse/markdown/rendering.ts';
import { addShortcuts } from '../../src/parse/markdown/shortcuts.ts';
import { addUnclosedHtml } from '../../src/parse/markdown/unclosed-html.ts';

function engine(linkify: boolean): Engine {
  const made = createEngine(linkify, true).use(footnotes);
  addIndentedText(made);
  addUnclosedHtml(made);
  addLooseDestinations(made);
  addRendering(made);
  return made;
}

/** Every sign of Markdown's, and whatever may stand before, between and behind. */
const piece = fc.constantFrom(
  ...[
    'Hội nghị',
    'đại hội ',
    'ế',
    'A',
    'z',
    '1',
    '.',
    ' ',
    '  ',
    '    ',
    '\t',
    ' \t',
    '\n',
    '\n\n',
    '\n  ',
    '\n    ',
  ],
  ...[
    '\n \n',
    '- ',
    '* ',
    '+ ',
    '1. ',
    '10) ',
    '> ',
    '>',
    '# ',
    '### ',
    ' ##',
    '---',
    '===',
    '***',
    '```\n',
    '~~~',
    '~~',
  ],
  ...[
    '|',
    '| a | b |\n|---|--:|\n',
    '|-',
    '--|--\n',
    ':-',
    '*',
    '**',
    '_',
    '__',
    '`',
    '``',
    '[',
    ']',
    '(',
    ')',
    '](x)',
  ],
  ...[
    '![',
    '!',
    '[^1]',
    '[^1]: ',
    '^[',
    '[a]: b "c"\n',
    '[x](y z (1).pdf)',
    '<b>',
    '</b>',
    '<',
    '<div>\n',
    '<!--',
  ],
  ...[
    '&amp;',
    '&',
    '\\\\',
    '\\',
    ':',
    '://',
    'https://a.vn/b',
    'mailto:a@b.vn',
    '<https://a.b>',
    '"',
    "'",
    '#',
    '$',
    '%',
  ],
  ...['+', '-', '=', '@', '{', '}', '[x] ', '\u00a0', '\u2028', '\f', '\u{1f642}', '\ud83d', '\u0300'],
);
const text = fc.array(piece, { maxLength: 24 }).map((pieces) => pieces.join(''));
/** What shortcuts are for: lines of words, seldom with a sign among them. */
const words = fc.constantFrom('Hội', 'nghị ', 'đảng ', ' ', '\n', '\n\n', '\n- ', ' - ', ': ', '*', '  ');
const prose = fc.array(words, { maxLength: 30 }).map((pieces) => pieces.join(''));

const RUNS = { numRuns: 20_000 };

function linesOf(of: Engine, written: string) {
  const { bMarks, eMarks, tShift, sCount, bsCount, lineMax } = new of.block.State(written, of, {}, []);
  return { bMarks, eMarks, tShift, sCount, bsCount, lineMax };
}

/** What becomes of the first `length` signs of a line. */
function wordsOf(of: Engine, written: string, length: number): Token[] {
  const tokens: Token[] = [];
  const state = new of.inline.State(written, of, {}, tokens);
  state.posMax = Math.min(length, written.length);
  of.inline.tokenize(state);
  return tokens;
}

describe.each([true, false])('shortcuts, with addresses: %s,', (linkify) => {
  const long = engine(linkify);
  const short = engine(linkify);
  addShortcuts(short);

  it('make the tokens that markdown-it makes', () => {
    fc.assert(
      fc.property(fc.oneof(text, prose), (written) => {
        expect(short.parse(written, {})).toEqual(long.parse(written, {}));
      }),
      RUNS,
    );
  }, 120_000);

  it('find the lines that markdown-it finds', () => {
    const spaces = fc.array(fc.constantFrom(' ', '\t', '\n', 'a', 'ế', '  '), { maxLength: 12 });
    fc.assert(
      fc.property(spaces, (pieces) => {
        expect(linesOf(short, pieces.join(''))).toEqual(linesOf(long, pieces.join('')));
      }),
      RUNS,
    );
  });

  it('end where a part of a line ends', () => {
    fc.assert(
      fc.property(prose, fc.nat(40), (written, length) => {
        expect(wordsOf(short, written, length)).toEqual(wordsOf(long, written, length));
      }),
      RUNS,
    );
  });
});

describe('plain words', () => {
  it('take the shortcuts', () => {
    const short = engine(false);
    addShortcuts(short);
    short.block.ruler.disable('paragraph');
    short.inline.parse = () => expect.unreachable();
    const tokens = short.parse('Hội nghị (tổng kết) năm 2020 - 2025; 100%.\n\nĐảng bộ\n', {});
    expect(tokens.map(({ type }) => type)).toEqual([
      ...['paragraph_open', 'inline', 'paragraph_close'],
      ...['paragraph_open', 'inline', 'paragraph_close'],
    ]);
  });
});
