import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import {
  type Code,
  type Diagnostic,
  error,
  isEnvironment,
  isError,
  wholeFile,
} from '../src/base/diagnostic.ts';
import { vi as catalogue } from '../src/base/messages/vi.ts';
import { VIETNAM } from '../src/base/time.ts';
import { formatReport } from '../src/cli/report.ts';
import { readPortalText } from '../src/import/portal-text.ts';
import type { FileSystem } from '../src/read/file-system.ts';
import { type MemoryFiles, memoryFileSystem } from '../src/read/memory-file-system.ts';
import { article, buildInMemory, SITE_YAML, section } from './support.ts';

const PLAIN = article('title: Tin\ndate: 17/02/2020 15:47');

/** A sound site with one article whose front matter or text is given. */
function site(files: MemoryFiles): MemoryFiles {
  return {
    'content/site.yaml': SITE_YAML,
    'content/tin/_index.md': section('Tin tức'),
    'content/tin/tot.md': PLAIN,
    ...files,
  };
}

function withArticle(fields: string, body?: string): MemoryFiles {
  return site({ 'content/tin/bai.md': article(fields, body) });
}

const DATED = 'title: Bài\ndate: 17/02/2020 15:47';
const picture = readFileSync(new URL('./pixel.png', import.meta.url));

/** One invalid site for each finding that a build can make. */
const SITES: Partial<Record<Code, MemoryFiles | FileSystem>> = {
  'content-missing': {},
  'content-empty': { 'content/site.yaml': SITE_YAML },
  'file-unreadable': unreadable(site({})),
  'name-collision': site({ 'content/tin/Bai.md': PLAIN, 'content/tin/bai.md': PLAIN }),
  'link-outside': site({ 'content/tin/mat.md': { link: '/etc/passwd' } }),
  encoding: site({ 'content/tin/bai.md': 'Lµm viÖc víi Héi Cùu chiÕn binh, v¨n hãa §¶ng' }),
  'file-too-large': withArticle(DATED, 'chữ '.repeat(300_000)),
  'front-matter-unclosed': site({ 'content/tin/bai.md': `---\n${DATED}\n\nNội dung\n` }),
  'front-matter-fence': site({ 'content/tin/bai.md': `—--\n${DATED}\n ---\nNội dung\n` }),
  'front-matter-unopened': site({
    'content/tin/2024-03-05-bai.md': 'title: Bài mật\ndraft: true\n---\nNội dung\n',
  }),
  'front-matter-toml': site({
    'content/tin/2024-03-05-bai.md': '+++\ntitle = "Bài mật"\ndraft = true\n+++\nNội dung\n',
  }),
  'front-matter-too-large': withArticle(`${DATED}\nghi_chu: |\n${'  chữ\n'.repeat(600)}`),
  'front-matter-engine': site({ 'content/tin/bai.md': `---js\n${DATED}\n---\n` }),
  'front-matter-yaml': withArticle(`${DATED}\nghi chú: [a, b`),
  'front-matter-anchor': withArticle(`${DATED}\nbom: &a [x]`),
  'front-matter-tab': withArticle('title: Bài\ndate:\t17/02/2020'),
  'front-matter-not-fields': withArticle('- một\n- hai'),
  'front-matter-missing': site({ 'content/tin/2020-02-17-bai.md': '# Bài\n\nNội dung.\n' }),
  'field-twice': withArticle(`${DATED}\nngày đăng: 18/02/2020`),
  'field-indented': withArticle(`${DATED}\n views: 405`),
  'field-unspaced': withArticle(`${DATED}\nviews:405`),
  'field-wide-colon': withArticle(`${DATED}\nlượt xem：405`),
  'quote-unclosed': withArticle(`${DATED}\nsummary: "Họp mặt: hội viên`),
  'field-near-miss': withArticle(`${DATED}\nveiws: 405`),
  'field-unused': site({
    'content/tin/_index.md': '---\ntitle: Tin tức\nđường dẫn: tin-moi\ntags: [Tết]\n---\n',
    'content/gioi-thieu.md': article('title: Giới thiệu\nkind: page\nalso: tin'),
    'content/tin/bai.md': article(`${DATED}\nthứ tự: 2`),
  }),
  'field-shape': withArticle(`${DATED}\ncontact: số 1`),
  'attachment-key': site({
    'content/tin/bai/index.md': article(
      `${DATED}\nattachments:\n- file: kh.pdf\n  titel: Kế hoạch\n  số trang: 3`,
    ),
    'content/tin/bai/kh.pdf': 'x',
  }),
  'date-form': withArticle('title: Bài\ndate: hôm qua'),
  'date-range': withArticle('title: Bài\ndate: 31/02/2020'),
  'date-month-first': withArticle('title: Bài\nngày đăng: 02/17/2020'),
  'date-missing': withArticle('title: Bài'),
  'views-form': withArticle(`${DATED}\nviews: khoảng 400`),
  'boolean-form': withArticle(`${DATED}\npinned: có lẽ`),
  'kind-unknown': withArticle(`${DATED}\nkind: bài hát`),
  'language-unknown': withArticle(`${DATED}\nngôn ngữ: tiếng Anh`),
  'slug-invalid': withArticle(`${DATED}\nslug: ../../x`),
  'slug-repaired': withArticle(`${DATED}\nslug: Hội nghị`),
  'slug-reserved': withArticle(`${DATED}\nslug: luu-tru`),
  'slug-empty': site({ 'content/tin/！.md': PLAIN }),
  'alias-invalid': withArticle(`${DATED}\naliases: [tin-cu, /../tin-cu, https://cu.example/a%00]`),
  'title-missing': withArticle('date: 17/02/2020'),
  'title-empty': withArticle('date: 17/02/2020\ntiêu đề:'),
  'nesting-too-deep': withArticle(DATED, `${'> '.repeat(200)}sâu`),
  'html-removed': withArticle(DATED, 'Chữ <iframe src="https://vidu.example"></iframe> nữa.'),
  'html-unclosed': withArticle(DATED, 'Trước.\n\n<!-- ghi chú\n\nSau.'),
  'footnote-missing': withArticle(DATED, 'Một[^1], hai [^ghi chú].\n\n[^2]: Nghị định 44.'),
  'footnote-unused': withArticle(DATED, 'Một[^1].\n\n[^1]: Nghị định 44.\n[^2]: Nghị định 45.'),
  'footnote-twice': withArticle(DATED, 'Một[^1].\n\n[^1]: Nghị định 44.\n[^1]: Nghị định 45.'),
  'table-cells-lost': withArticle(DATED, '| Họ tên | Chi hội |\n| --- | --- |\n| Lê An | Số 1 | Ủy viên |'),
  'list-number': withArticle(DATED, '1. Mở đầu\n3. Kết luận'),
  'reference-unread': withArticle(DATED, 'Xem [kế hoạch](Kế hoạch (bản 1.pdf).\n\n!(hoi-truong.png)'),
  'reference-empty': withArticle(DATED, 'Xem [kế hoạch]().\n\n![Hội trường]()'),
  'link-unsafe': withArticle(DATED, 'Bấm [vào đây](javascript:alert(1)).'),
  'image-unsafe': withArticle(DATED, '![Hội trường](file:///C:/Anh/hoi-truong.jpg)'),
  'image-alt-missing': site({
    'content/tin/bai/index.md': article(DATED, 'Xem ![](anh.png) này.'),
    'content/tin/bai/anh.png': picture,
  }),
  'image-field-alt-missing': site({
    'content/tin/bai/index.md': article(`${DATED}\nảnh: anh.png`),
    'content/tin/bai/anh.png': picture,
  }),
  'settings-missing': { 'content/tin/_index.md': section('Tin tức'), 'content/tin/tot.md': PLAIN },
  'settings-no-address': site({ 'content/site.yaml': 'title: Bản tin\n' }),
  'settings-yaml': site({ 'content/site.yaml': 'title: [Bản tin\n' }),
  'settings-value': site({ 'content/site.yaml': 'title: Bản tin\ntime_zone: Giờ Hà Nội\n' }),
  'settings-not-fields': site({ 'content/site.yaml': '# Trang của hội\ntitle Hội CCB\n' }),
  'settings-unknown': site({
    'content/site.yaml': `${SITE_YAML}footer:\n  responsibel: Ban Biên tập\n  điện thoại: 1\n`,
  }),
  'settings-link': site({
    'content/site.yaml': `${SITE_YAML}links:\n  - title: Cổng\n    url: vidu.gov.vn\n  - title: Bài\n    url: /bai/\n`,
  }),
  'section-untitled': site({ 'content/hoi-nong-dan/bai.md': PLAIN }),
  'section-twice': site({
    'content/tin/2020/_index.md': section('Tin năm 2020'),
  }),
  'section-unknown': withArticle(`${DATED}\nalso: [tinn]`),
  'id-twice': site({
    'content/tin/a.md': article(`${DATED}\nid: 7`),
    'content/tin/b.md': article(`${DATED}\nid: 7`),
  }),
  'link-dead': withArticle(DATED, 'Đọc [bài trước](../tin/mat-roi.md).'),
  'translation-dead': withArticle(`${DATED}\nbản dịch: ../news/mat-roi.md`),
  'translation-same': withArticle(`${DATED}\ntranslation: tot.md`),
  'translation-twice': site({
    'content/news/_index.md': `---\ntitle: News\nlanguage: en\n---\n`,
    'content/news/a.md': article(`${DATED}\ntranslation: ../tin/tot.md`),
    'content/news/b.md': article(`${DATED}\ntranslation: ../tin/tot.md`),
  }),
  'anchor-dead': withArticle(DATED, 'Đọc [mục ba](tot.md#muc-3).'),
  'image-missing': site({
    'content/tin/bai/index.md': article(DATED, '![Hội trường](hoi-trung.png "Toàn cảnh")'),
    'content/tin/bai/hoi-truong.png': picture,
  }),
  'image-unreadable': site({
    'content/site.yaml': `${SITE_YAML}theme:\n  crest: huy-hieu.png\n`,
    'content/_public/huy-hieu.png': 'x',
    'content/tin/bai/index.md': article(
      `${DATED}\nimage: anh-bia.jpg\nimage_alt: Hội trường`,
      '![Hội trường](hoi-truong.png) ![Cây](cay.webp)',
    ),
    'content/tin/bai/anh-bia.jpg': 'Kính gửi: các chi hội',
    'content/tin/bai/hoi-truong.png': '',
    'content/tin/bai/cay.webp': picture,
  }),
  'image-external': withArticle(DATED, '![Hội trường](https://noikhac.example/a.jpg)'),
  'image-format': site({
    'content/tin/bai/index.md': article(`${DATED}\nimage: bang-khen.tiff`, '![Bằng khen](bang-khen.tiff)'),
    'content/tin/bai/bang-khen.tiff': 'x',
  }),
  'attachment-missing': withArticle(`${DATED}\nattachments: [ke-hoach.pdf]`),
  'attachment-type': site({
    'content/tin/bai/index.md': article(`${DATED}\nattachments: [trang.html]`),
    'content/tin/bai/trang.html': '<script>',
  }),
  'file-unused': site({ 'content/tin/le-ra.pdf': 'x' }),
  'address-collision': site({
    'content/tin/2020-01-01-bai.md': PLAIN,
    'content/tin/2021-01-01-bai.md': PLAIN,
  }),
  'address-reserved': site({
    'content/_public/.bantin/z': 'x',
    'content/tin/a.md': article(`${DATED}\naliases: /.Bantin/x`),
  }),
  'alias-clash': site({
    'content/tin/a.md': article(`${DATED}\naliases: [/cu/3.html, /default.aspx?id=3]`),
    'content/tin/b.md': article(`${DATED}\naliases: /default.aspx?id=3`),
    'content/tin/c.md': article(`${DATED}\nđịa chỉ cũ:\n  - /\n  - /tin/luu-tru/2020`),
  }),
  'address-nested': site({ 'content/_public/tin': 'x' }),
  'template-syntax': site({ 'templates/article.njk': '<p>\n{% if article %}\n{{ article.title }\n' }),
  'template-missing': site({ 'templates/article.njk': '<p>\n{% include "partials/khong-co.njk" %}' }),
  'template-undefined': site({
    'templates/article.njk':
      '{% extends "base.njk" %}\n{% block main %}\n<h1>{{ article.titel }}</h1>\n{% endblock %}',
  }),
  'template-loop': site({ 'templates/article.njk': '<p>\n{% include "article.njk" %}' }),
  'template-failed': site({ 'templates/article.njk': '<p>\n{{ article.title | khong_co }}' }),
};

/** Findings that need a disk, or another command; each is seen in its own test as well. */
const ELSEWHERE: Partial<Record<Code, Diagnostic>> = {
  'output-foreign': error('output-foreign', wholeFile('dist/index.html'), { path: 'index.html' }),
  'output-failed': error('output-failed', wholeFile('dist'), {
    reason: 'EACCES: permission denied',
    begun: false,
  }),
  'output-full': error('output-full', wholeFile('dist'), { begun: false }),
  'output-locked': error('output-locked', wholeFile('dist'), {
    owner: '4711',
    since: '2026-11-24T08:00:00.000Z',
  }),
  'output-unsafe': error('output-unsafe', wholeFile('content'), {
    folder: 'content',
    holds: 'sources',
    target: '',
  }),
  'thread-lost': error('thread-lost', wholeFile('content'), {}),
  'import-exists': error('import-exists', wholeFile('bai.txt'), { path: 'content/tin/2020-02-17-bai.md' }),
};
const IMPORTS: Partial<Record<Code, string>> = {
  'import-unknown': 'Một dòng\n',
  'import-dateless': 'Tin tức\n\nTiêu đề\nMột đoạn văn không có ngày.\n\nĐoạn nữa.\n',
};

function unreadable(files: MemoryFiles): FileSystem {
  const inner = memoryFileSystem(files);
  return {
    ...inner,
    read(path, length) {
      if (path.endsWith('tot.md')) throw Object.assign(new Error('no'), { code: 'EACCES' });
      return inner.read(path, length);
    },
  };
}

function findings(code: Code): readonly Diagnostic[] {
  const elsewhere = ELSEWHERE[code];
  if (elsewhere) return [elsewhere];
  const text = IMPORTS[code];
  if (text !== undefined) return readPortalText(text, 'bai.txt', VIETNAM).diagnostics;
  const files = SITES[code];
  if (files === undefined) return [];
  const { result } =
    'read' in files && typeof files.read === 'function'
      ? buildInMemory({}, { site: files as FileSystem })
      : buildInMemory(files as MemoryFiles);
  return result.diagnostics;
}

const CODES = Object.keys(catalogue) as Code[];

describe('every finding', () => {
  it.each(CODES)('%s is told as its golden text says', async (code) => {
    const all = findings(code);
    expect(all.map((finding) => finding.code)).toContain(code);
    const text = formatReport(all, { language: 'vi', colour: false });
    await expect(text).toMatchFileSnapshot(`golden/${code}.txt`);
  });

  it.each(Object.keys(SITES) as Code[])(
    '%s publishes nothing if it is an error, and all if it is not',
    (code) => {
      const files = SITES[code];
      if (files === undefined || 'read' in files) return;
      const { files: made, result } = buildInMemory(files as MemoryFiles);
      const broken = result.diagnostics.some(isError);
      expect(result.ok).toBe(!broken);
      expect(made.size > 0).toBe(!broken);
    },
  );

  it('is told alone if others only follow from it', () => {
    const { result } = buildInMemory(
      site({
        'content/tin/tot.md': article(DATED, 'Xem [bài](bai/index.md).'),
        'content/tin/bai/index.md': article(
          `title: Bài\ndate: hôm qua\nimage: anh.png\nimage_alt: Hội trường`,
        ),
        'content/tin/bai/anh.png': picture,
      }),
    );
    expect(result.diagnostics.map(({ code }) => code)).toEqual(['date-form']);
  });

  it.each([
    ['in an old encoding', Buffer.from('<p>Tin t\xe1\xbb</p>', 'latin1'), 'windows-1258'],
    ['in UTF-16', Buffer.from('\ufeff<p>Tin tức</p>', 'utf16le'), 'utf-16'],
  ])('tells of a template %s, for its letters would be lost on every page', (_, bytes, looksLike) => {
    const { files: made, result } = buildInMemory(site({ 'templates/partials/byline.njk': bytes }));
    expect(made.size).toBe(0);
    expect(result.diagnostics.map(({ code, place, params }) => [code, place.path, params])).toEqual([
      ['encoding', 'templates/partials/byline.njk', { looksLike }],
    ]);
  });

  it('tells the environment from the text', () => {
    const environment = CODES.filter((code) =>
      findings(code).some((finding) => finding.code === code && isEnvironment(finding)),
    );
    expect(environment).toEqual([
      'content-missing',
      'file-unreadable',
      'output-failed',
      'output-full',
      'output-locked',
      'output-unsafe',
      'thread-lost',
    ]);
  });
});
