import { describe, expect, it } from 'vitest';
import {
  encodeAddress,
  extensionOf,
  folderOf,
  nameKey,
  nameOf,
  outputPathOf,
  resolvePath,
  SITE_ADDRESSES,
} from '../../src/base/address.ts';

describe('addresses and paths', () => {
  it.each([
    ['/dang-doan-the/', '/dang-doan-the/'],
    ['/dang/chia_se.png', '/dang/chia_se.png'],
    ['/cv #12.pdf', '/cv%20%2312.pdf'],
    ['/gì?/50%.pdf', '/g%C3%AC%3F/50%25.pdf'],
    ["/a(1)&b+c,d'e.pdf", "/a(1)&b+c,d'e.pdf"],
  ])('%s is printed as %s', (address, printed) => {
    expect(encodeAddress(address)).toBe(printed);
  });

  it.each([
    ['/', 'index.html'],
    ['/dang-doan-the/', 'dang-doan-the/index.html'],
    ['/rss.xml', 'rss.xml'],
    ['/dang-doan-the/rss.xml', 'dang-doan-the/rss.xml'],
  ])('%s is answered by %s', (address, path) => {
    expect(outputPathOf(address)).toBe(path);
  });

  it("answers each of the site's own addresses by a file of its own", () => {
    const paths = Object.values(SITE_ADDRESSES).map(outputPathOf);
    expect(new Set(paths).size).toBe(paths.length);
    for (const path of paths) expect(path).toMatch(/^[a-z0-9_-]+(?:\/[a-z0-9-]+)*\.[a-z]+$/);
  });

  it.each([
    ['content/tin/bai.md', 'content/tin', 'bai.md', 'md'],
    ['bai.md', '', 'bai.md', 'md'],
    ['tin/ANH.JPG', 'tin', 'ANH.JPG', 'jpg'],
    ['tin/ke-hoach.tar.gz', 'tin', 'ke-hoach.tar.gz', 'gz'],
    ['tin.2020/ghi-chu', 'tin.2020', 'ghi-chu', ''],
    ['tin/.an', 'tin', '.an', ''],
    ['tin/cuoi.', 'tin', 'cuoi.', ''],
  ])('%s has folder %j, name %j and extension %j', (path, folder, name, extension) => {
    expect(folderOf(path)).toBe(folder);
    expect(nameOf(path)).toBe(name);
    expect(extensionOf(path)).toBe(extension);
  });

  it.each([
    ['tin/hoi', 'anh.jpg', 'tin/hoi/anh.jpg'],
    ['tin/hoi', './anh.jpg', 'tin/hoi/anh.jpg'],
    ['tin/hoi', '../anh.jpg', 'tin/anh.jpg'],
    ['tin/hoi', '../../anh.jpg', 'anh.jpg'],
    ['tin/hoi', 'a//b/../c/', 'tin/hoi/a/c'],
    ['', 'anh.jpg', 'anh.jpg'],
    ['tin', '..', ''],
  ])('from %j, %j is %j', (folder, relative, path) => {
    expect(resolvePath(folder, relative)).toBe(path);
  });

  it.each([
    ['', '..'],
    ['tin', '../../x'],
    ['tin', '../../tin/x'],
  ])('never leads above the top: from %j, %j', (folder, relative) => {
    expect(resolvePath(folder, relative)).toBeUndefined();
  });

  it('takes names for one that differ only in case and normal form', () => {
    expect(nameKey('Tin/Ảnh.JPG')).toBe(nameKey('tin/ảnh.jpg'.normalize('NFD')));
    expect(nameKey('hoà.md')).not.toBe(nameKey('hòa.md'));
  });
});
