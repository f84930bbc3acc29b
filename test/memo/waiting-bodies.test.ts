import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { NO_SPILL, type Spill } from '../../src/base/spill.ts';
import { createWaitingBodies, packBody } from '../../src/memo/waiting-bodies.ts';
import type { Body } from '../../src/model/body.ts';
import { spillFile } from '../../src/write/spill-file.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'bantin-spill-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const bodyOf = (name: string): Body => ({
  html: [`<p>Hội ${name} `, ' đã họp.</p>'],
  holes: [{ kind: 'link', reference: 0 }] as unknown as Body['holes'],
});

/** Has `count` bodies wait, three at a time, with room for some of them in memory; gives them all back. */
function waitFor(count: number, spill: Spill, most: number): (Body | undefined)[] {
  const waiting = createWaitingBodies(spill, most);
  for (let first = 0; first < count; first += 3) {
    const pieces = [first, first + 1, first + 2].map((each) => Buffer.from(packBody(bodyOf(`${each}`))));
    let start = 0;
    const bodies = pieces.map(({ length }, index) => {
      start += length;
      return [`${first + index}.md`, { start: start - length, length, holes: bodyOf('').holes }] as const;
    });
    waiting.hold(new Uint8Array(Buffer.concat(pieces)), bodies);
  }
  return Array.from({ length: count }, (_, each) => waiting.get(`${count - 1 - each}.md`)).toReversed();
}

describe('bodies that wait', () => {
  const expected = Array.from({ length: 30 }, (_, each) => bodyOf(`${each}`));

  it.each([0, 250, 1e6])('are the same with room for %i bytes in memory', (most) => {
    const spill = spillFile(path.join(folder, 'in', 'bodies'));
    expect(waitFor(30, spill, most)).toEqual(expected);
    // The next build begins anew, and finds nothing of this one.
    expect(waitFor(30, spill, most)).toEqual(expected);
  });

  it('leave the memory beyond what it has room for', () => {
    const added: number[] = [];
    const counting: Spill = { ...NO_SPILL, add: (bytes) => void added.push(bytes.length) };
    waitFor(30, counting, 250);
    expect(added.length).toBe(8);
  });

  it('stay in memory where there is no other room', () => {
    writeFileSync(path.join(folder, 'file'), '');
    expect(waitFor(30, spillFile(path.join(folder, 'file', 'bodies')), 0)).toEqual(expected);
    expect(waitFor(30, NO_SPILL, 0)).toEqual(expected);
  });

  it('are not known by another name', () => {
    expect(createWaitingBodies(NO_SPILL).get('khác.md')).toBeUndefined();
  });
});

describe('the file for what does not fit', () => {
  it('has no name while it is used', () => {
    const spill = spillFile(path.join(folder, 'nameless', 'bodies'));
    expect(spill.add(Buffer.from('một'))).toBe(0);
    expect(readdirSync(path.join(folder, 'nameless'))).toEqual([]);
    expect(spill.add(Buffer.from('hai'))).toBe(5);
    expect(Buffer.from(spill.read(5, 3)).toString()).toBe('hai');
  });

  it('says so when it does not have what it is asked for', () => {
    const spill = spillFile(path.join(folder, 'short', 'bodies'));
    expect(() => spill.read(0, 1)).toThrow('Fewer bytes');
    spill.add(Buffer.from('một'));
    expect(() => spill.read(0, 100)).toThrow('Fewer bytes');
    spill.clear();
    expect(() => spill.read(0, 1)).toThrow('Fewer bytes');
    expect(spill.add(Buffer.from('hai'))).toBe(0);
  });
});
