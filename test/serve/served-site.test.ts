import { describe, expect, it } from 'vitest';
import { type Built, servedSite } from '../../src/serve/served-site.ts';
import type { Written } from '../../src/write/output.ts';

const PAGE = 'tin/bai/index.html';
const OLD = 'assets/style.0123456789.css';
const NEW = 'assets/style.abcdef0123.css';

/** A folder in which `paths` are published, and the site that is served of it. */
function world(paths: readonly string[], basePath = '') {
  const disk = { paths: new Set(paths), version: 'v1' };
  const site = servedSite(() => disk, basePath);
  return {
    disk,
    site,
    build(
      version: string,
      written: readonly string[],
      deleted: readonly string[],
      more: Partial<Built> = {},
    ) {
      const before = disk.version;
      for (const path of deleted) disk.paths.delete(path);
      for (const path of written) disk.paths.add(path);
      disk.version = version;
      const unchanged = disk.paths.size - written.length;
      const summary = { written: written.length, unchanged, deleted: deleted.length };
      const output: Written = { written, deleted, summary, version, before };
      return site.update({ output, basePath, fromStylesheets: false, ...more });
    },
    has: (path: string) => site.files.has(path),
  };
}

describe('the site that is served', () => {
  it('follows what builds write and delete', () => {
    const { build, has, site } = world(['index.html', PAGE]);
    const change = build('v2', ['index.html', 'moi/index.html'], [PAGE]);
    expect(change).toEqual({
      version: 'v2',
      changed: new Set(['index.html', 'moi/index.html', PAGE]),
      styles: [],
      onlyStyles: false,
    });
    expect(['index.html', 'moi/index.html', PAGE].map(has)).toEqual([true, true, false]);
    expect(site.version).toBe('v2');
  });

  it('has nothing to tell where nothing changed', () => {
    const { build } = world(['index.html']);
    expect(build('v1', [], [])).toBeUndefined();
  });

  it('looks at the disk again when somebody else has published, and takes all for changed', () => {
    const { disk, build, has } = world(['index.html', PAGE]);
    disk.paths = new Set(['index.html', 'khac/index.html']);
    disk.version = 'of another';
    const change = build('v2', [], [], { fromStylesheets: true });
    expect(change?.changed).toEqual(new Set(['index.html', PAGE, 'khac/index.html']));
    expect(change?.onlyStyles).toBe(false);
    expect([has(PAGE), has('khac/index.html')]).toEqual([false, true]);
  });

  it('knows a file that stood there already and became ours', () => {
    const { disk, build, has } = world(['index.html']);
    disk.paths.add('co-san.txt');
    build('v2', ['index.html'], []);
    expect(has('co-san.txt')).toBe(true);
  });

  it('has what stands there when a build stopped in the middle, and takes all of it for changed', () => {
    const { disk, site, has, build } = world(['index.html', PAGE]);
    disk.paths = new Set(['index.html', 'moi/index.html']);
    disk.version = 'v1+half';
    const change = site.lookAgain();
    expect(change.changed).toEqual(new Set(['index.html', PAGE, 'moi/index.html']));
    expect([change.version, site.version, change.onlyStyles]).toEqual(['v1+half', 'v1+half', false]);
    expect([has(PAGE), has('moi/index.html')]).toEqual([false, true]);
    disk.version = '';
    expect(build('v2', [PAGE], [])?.changed).toEqual(new Set(['index.html', PAGE, 'moi/index.html']));
    expect(has(PAGE)).toBe(true);
  });

  it('moves with the base path', () => {
    const { build, site } = world(['index.html'], '/cu');
    expect(site.files.home).toBe('/cu/');
    expect(build('v2', ['index.html'], [], { basePath: '/tin%20moi' })?.onlyStyles).toBe(false);
    expect(site.files.home).toBe('/tin%20moi/');
  });
});

describe('a stylesheet', () => {
  it('that has another name now stands in for the one that is gone', () => {
    const { build } = world(['index.html', OLD], '/tin');
    expect(build('v2', ['index.html', NEW], [OLD], { fromStylesheets: true })).toMatchObject({
      styles: [{ from: `/tin/${OLD}`, to: `/tin/${NEW}` }],
      onlyStyles: true,
    });
  });

  it('that has changed in its place is loaded again', () => {
    const { build } = world(['index.html', 'rieng.css']);
    expect(build('v2', ['rieng.css'], [])?.styles).toEqual([{ from: '/rieng.css', to: '/rieng.css' }]);
  });

  it.each([
    ['a page came', ['index.html', NEW, 'moi/index.html'], [OLD], true],
    ['a page went', ['index.html', NEW], [OLD, PAGE], true],
    ['other sources changed too', ['index.html', NEW], [OLD], false],
  ])('does not hide that %s', (_, written, deleted, fromStylesheets) => {
    const { build } = world(['index.html', OLD, PAGE]);
    expect(build('v2', written, deleted, { fromStylesheets })?.onlyStyles).toBe(false);
  });

  it('without a former one of its name is none that changed', () => {
    const { build } = world(['index.html', OLD]);
    expect(build('v2', ['assets/khac.abcdef0123.css'], [OLD])?.styles).toEqual([]);
  });
});
