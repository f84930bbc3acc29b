import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Article, TagName } from '../../src/model/site.ts';
import { relatedTo } from '../../src/plan/related.ts';

const TAGS = ['a', 'b', 'c', 'd'].map(
  (slug): TagName => ({ slug, title: slug, language: 'vi', address: `/the/${slug}/` }),
);

/** An article, as far as this is concerned. */
const articleWith = (tags: readonly number[]): Article =>
  ({ tags: tags.map((index) => TAGS[index]) }) as unknown as Article;

const anyTags = fc.uniqueArray(fc.integer({ min: 0, max: 3 }), { maxLength: 4 });

it('the related ones have the most tags in common, the newer first, and are four at most', () => {
  fc.assert(
    fc.property(anyTags, fc.array(anyTags, { maxLength: 30 }), (own, others) => {
      const article = articleWith(own);
      const older = others.map(articleWith);
      const common = (each: Article): number => each.tags.filter((tag) => article.tags.includes(tag)).length;
      const expected = older
        .filter((each) => common(each) > 0)
        .sort((a, b) => common(b) - common(a) || older.indexOf(a) - older.indexOf(b))
        .slice(0, 4);
      expect(relatedTo(article, older)).toEqual(expected);
      expect(relatedTo(article, older).map((each) => older.indexOf(each))).toEqual(
        expected.map((each) => older.indexOf(each)),
      );
    }),
  );
});
