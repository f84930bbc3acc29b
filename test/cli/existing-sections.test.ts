import { expect, it } from 'vitest';
import { findExisting, nameFaults, sectionPart } from '../../src/cli/existing-sections.ts';
import { memoryFileSystem } from '../../src/read/memory-file-system.ts';
import { article, section } from '../support.ts';

const SITE = memoryFileSystem({
  'content/dang-doan-the/_index.md': section('Đảng, đoàn thể'),
  'content/dang-doan-the/hoi-ccb/_index.md': section('Hội Cựu chiến binh'),
  'content/dang-doan-the/hoi-ccb/2020/bai.md': article('title: Bài\ndate: 17/02/2020'),
  'content/dang-doan-the/hoi-ccb/trong-cay/index.md': article('title: Trồng cây\ndate: 17/02/2020'),
  'content/to-2/_index.md': section('Tổ 2'),
  'content/xa/tin-tuc/_index.md': section('Tin tức'),
  'content/phuong/tin-tuc/_index.md': section('Tin tức'),
});
const CCB = 'dang-doan-the/hoi-ccb';

it.each([
  ['', ''],
  [CCB, CCB],
  [`${CCB}/2020`, `${CCB}/2020`],
  [`${CCB}/2024/03`, `${CCB}/2024/03`],
  ['Hội Cựu chiến binh/2024', `${CCB}/2024`],
  ['2024', '2024'],
  ['Dang-Doan-The/Hoi-CCB', CCB],
  ['hoi-ccb', CCB],
  ['Hội Cựu chiến binh', CCB],
  ['hoi cuu chien binh', CCB],
])('knows the section “%s”', (words, folder) => {
  expect(findExisting(SITE, words)).toEqual({ kind: 'found', folder });
});

it.each([
  ['hoi-cbb', [CCB]],
  ['Hội Cựu chiến bing', [CCB]],
  ['dang-doan-the/hoi-cbb', [CCB]],
  ['Tin tức', ['phuong/tin-tuc', 'xa/tin-tuc']],
])('asks which is meant by “%s”', (words, folders) => {
  const found = findExisting(SITE, words);
  const near = found.kind === 'unclear' ? found.near.map(({ folder }) => folder) : [];
  expect(near.sort()).toEqual(folders);
});

it.each(['hoi-nong-dan', 'dang-doan-the/hoi-phu-nu', 'to-3', 'trong-cay'])(
  'takes “%s” for a new one',
  (words) => {
    expect(findExisting(SITE, words)).toEqual({ kind: 'new', folder: words });
  },
);

it('takes a folder of digits for a part of the section that it lies in', () => {
  expect(findExisting(SITE, 'to-3/2024')).toEqual({ kind: 'new', folder: 'to-3/2024' });
  expect(['to-3/2024/03', 'to-3', '2024', ''].map(sectionPart)).toEqual(['to-3', 'to-3', '', '']);
});

it.each([
  ['assets', ['slug-reserved']],
  ['2024/Thẻ', ['slug-reserved']],
  ['tin/luu-tru/2024', ['slug-reserved']],
  ['tin/！', ['slug-empty']],
  ['tin/assets', []],
  ['tin/2024', []],
  ['', []],
])('says of “%s” what the build would', (folder, codes) => {
  expect(nameFaults(folder).map(({ code }) => code)).toEqual(codes);
});
