import { expect, it } from 'vitest';
import { recentBodies } from '../../src/memo/recent-bodies.ts';

const bodyOf = (text: string) => ({ html: [text], holes: [] });

it('a body is had again for the same text only', () => {
  const recent = recentBodies();
  recent.set('a.md', 'một', bodyOf('1'));
  expect(recent.get('a.md', 'một')).toEqual(bodyOf('1'));
  expect(recent.get('a.md', 'hai')).toBeUndefined();
  expect(recent.get('b.md', 'một')).toBeUndefined();
  recent.set('a.md', 'hai', bodyOf('2'));
  expect(recent.get('a.md', 'một')).toBeUndefined();
  expect(recent.get('a.md', 'hai')).toEqual(bodyOf('2'));
});

it('of many, those that were asked for last stay', () => {
  const recent = recentBodies(2);
  for (const name of ['a', 'b']) recent.set(name, '', bodyOf(name));
  recent.get('a', '');
  recent.set('c', '', bodyOf('c'));
  expect(['a', 'b', 'c'].map((name) => recent.get(name, '')?.html[0])).toEqual(['a', undefined, 'c']);
});
