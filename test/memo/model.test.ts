import { describe, expect, it } from 'vitest';
import { VIETNAM } from '../../src/base/time.ts';
import { type ModelMemo, recallSite } from '../../src/memo/model.ts';
import { buildSite, type SiteInput } from '../../src/model/build-site.ts';
import { parseDocument } from '../../src/parse/document.ts';
import { article, media, SETTINGS } from '../model/site-of-files.ts';
import { NOW, sourceOf } from '../support.ts';

const MONTH = 31 * 86_400;

function documentOf(path: string, text: string) {
  const { document } = parseDocument(sourceOf(path, text), { zone: VIETNAM });
  if (document === null) throw new Error(`No document: ${path}`);
  return document;
}

const shown = [documentOf('mot.md', article('Một', '17/02/2020'))];
const toCome = [documentOf('hai.md', article('Hai', '10/12/2026'))];
const picture = media('anh.png');
const input: SiteInput = {
  documents: [shown, toCome],
  settings: SETTINGS,
  media: [picture],
  publicFiles: [],
  empty: 0,
  now: NOW,
  drafts: false,
  future: false,
};

/** Whether the site is put together again for other `parts` than those of the last time. */
function isMadeAgain(parts: Partial<SiteInput>): boolean {
  const memo: { last: ModelMemo | undefined } = { last: undefined };
  const first = recallSite(input, memo, buildSite);
  return recallSite({ ...input, ...parts }, memo, buildSite) !== first;
}

describe('a site of the same documents', () => {
  it.each<[string, Partial<SiteInput>]>([
    ['in new lists', { documents: [shown, toCome], media: [picture] }],
    ['a little later', { now: NOW + 60 }],
  ])('is the same: %s', (_, parts) => {
    expect(isMadeAgain(parts)).toBe(false);
  });

  it.each<[string, Partial<SiteInput>]>([
    ['the clock has passed an article', { now: NOW + MONTH }],
    ['the clock was set back before one', { now: 0 }],
    ['a document says something else', { documents: [[...shown], toCome] }],
    ['a document is gone', { documents: [shown] }],
    ['a picture is another', { media: [{ ...picture }] }],
    ['a file of the root has come', { publicFiles: [picture] }],
    ['the settings are others', { settings: { ...SETTINGS } }],
    ['drafts are shown', { drafts: true }],
    ['a file has become empty', { empty: 1 }],
  ])('is put together again if %s', (_, parts) => {
    expect(isMadeAgain(parts)).toBe(true);
  });
});
