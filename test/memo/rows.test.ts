import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Memo } from '../../src/memo/memo.ts';
import { openRows, type Row, replaceRows, writeRows } from '../../src/memo/rows.ts';

const anyKey = fc.oneof(
  fc.constantFrom('', 'a', 'ab', 'đảng/một.md', 'đảng/hai.md', '"', ',\n', 'a",', '\u{1f600}', '\uffff'),
  fc.string({ maxLength: 4 }),
);
const anyRow = fc.record({ key: anyKey, said: fc.array(fc.oneof(anyKey, fc.nat()), { maxLength: 3 }) });
const anyTable = fc
  .array(anyRow, { maxLength: 30 })
  .map((rows) => new Map(rows.map(({ key, said }): [string, Row] => [key, [key, ...said]])));

const writeTable = (table: ReadonlyMap<string, Row>): Uint8Array =>
  Buffer.concat([...writeRows(table, (_, row) => row)]);

const inOrder = (rows: Iterable<Row>): Row[] => [...rows].sort(([a], [b]) => (a < b ? -1 : 1));

describe('rows', () => {
  it('are found one by one, by a value, and all at once', () => {
    fc.assert(
      fc.property(anyTable, anyKey, (table, key) => {
        const rows = openRows(writeTable(table));
        expect(rows.all()).toEqual(inOrder(table.values()));
        for (const each of [key, ...table.keys()]) expect(rows.find(each)).toEqual(table.get(each));
        const naming = inOrder(table.values()).filter((row) => row.includes(key));
        expect(rows.naming(key)).toEqual(naming);
      }),
    );
  });

  it('that change are as if all were written anew', () => {
    fc.assert(
      fc.property(anyTable, anyTable, fc.array(anyKey, { maxLength: 10 }), (table, come, gone) => {
        const changes = new Map<string, Row | undefined>([
          ...come,
          ...gone.map((key) => [key, undefined] as const),
        ]);
        const after = new Map([...table, ...come]);
        for (const key of gone) after.delete(key);
        const changed = Buffer.concat(replaceRows(openRows(writeTable(table)), changes));
        expect(changed.toString()).toBe(Buffer.from(writeTable(after)).toString());
      }),
    );
  });
});

it('many rows are as one table', () => {
  const rows = Array.from({ length: 3000 }, (_, index): Row => [String(index).padStart(5, '0'), index]);
  const table = new Map(rows.toReversed().map((row) => [row[0], row]));
  expect(openRows(writeTable(table)).all()).toEqual(rows);
  expect(openRows(writeTable(table)).keys()).toEqual(rows.map(([key]) => key));
});

describe('a memory', () => {
  const table = (count: number) =>
    openRows(
      writeTable(new Map(Array.from({ length: count }, (_, index) => [`k${index}`, [`k${index}`, index]]))),
    );
  const memoOf = (count: number) =>
    new Memo({ rows: () => table(count), open: ([, value]) => Number(value) });
  const written = (memo: Memo<number>) =>
    openRows(Buffer.concat([...memo.write(() => (key, value) => [key, value])])).all();

  it('answers the same whether it is open or not', () => {
    const [closed, open] = [memoOf(40), memoOf(40)];
    open.open();
    for (const memo of [closed, open]) {
      memo.set('k7', 700);
      memo.set('new', 1);
      expect([memo.get('k7'), memo.get('k8'), memo.get('no'), memo.get('new')]).toEqual([
        700,
        8,
        undefined,
        1,
      ]);
    }
    for (const memo of [closed, open]) {
      memo.delete('k9');
      expect([memo.size, memo.get('k7'), memo.get('k9')]).toEqual([40, 700, undefined]);
    }
  });

  it.each([0, 1, 255, 256, 257, 400])('in which %i entries change is written as it is', (changes) => {
    const memo = memoOf(400);
    for (let index = 0; index < changes; index++) {
      if (index % 3 === 0) memo.delete(`k${index}`);
      else memo.set(`k${index}`, -index);
    }
    const expected = Array.from({ length: 400 }, (_, index): Row[] => {
      if (index >= changes) return [[`k${index}`, index]];
      return index % 3 === 0 ? [] : [[`k${index}`, -index]];
    });
    expect(written(memo)).toEqual(inOrder(expected.flat()));
    expect(memo.isChanged).toBe(changes > 0);
  });

  it('of which the bytes are spoilt is empty, and says that nothing is known of what named a text', () => {
    const memo = new Memo({ rows: () => undefined, open: ([, value]) => Number(value) });
    expect([memo.get('a'), memo.naming('a'), memo.size]).toEqual([undefined, undefined, 0]);
    memo.set('b', 2);
    expect(written(memo)).toEqual([['b', 2]]);
  });

  it('names what was written and what was set since', () => {
    const memo = memoOf(3);
    memo.set('k1', 7);
    memo.set('x', 7);
    expect([...(memo.naming('k2') ?? [])].sort()).toEqual(['k1', 'k2', 'x']);
  });
});
