import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { listFiles } from '../site/sample-site.ts';
import { article, REPOSITORY, SITE_YAML, section } from '../support.ts';

const COMMAND = path.join(REPOSITORY, 'build/bantin.js');

let root: string;
beforeEach(() => {
  root = mkdtempSync(path.join(tmpdir(), 'bantin-cli-'));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

function write(files: Readonly<Record<string, string>>): void {
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(root, name)), { recursive: true });
    writeFileSync(path.join(root, name), text);
  }
}

function bantin(args: readonly string[], environment: Readonly<Record<string, string>> = {}, cwd = root) {
  const env = { PATH: process.env['PATH'] ?? '', SOURCE_DATE_EPOCH: '1795500000', ...environment };
  const { status, stdout, stderr } = spawnSync(process.execPath, [COMMAND, ...args], {
    cwd,
    env,
    encoding: 'utf8',
  });
  return { status, stdout, stderr };
}

const SOUND = {
  'content/site.yaml': SITE_YAML,
  'content/tin/_index.md': section('Tin tức'),
  'content/tin/bai.md': article('title: Bài\ndate: 17/02/2020 15:47'),
};

/** Every published file with its bytes, the records of the program included. */
function fingerprintOf(folder: string): Record<string, string> {
  const hash = (file: string) =>
    createHash('sha256')
      .update(readFileSync(path.join(folder, file)))
      .digest('hex');
  return Object.fromEntries(listFiles(folder).map((file) => [file, hash(file)]));
}

describe('build', () => {
  it('says in a line what it did, and exits 0', () => {
    write(SOUND);
    const { status, stdout, stderr } = bantin(['build']);
    expect([status, stdout]).toEqual([0, '']);
    expect(stderr).toMatch(/^Đã dựng 1 bài, \d+ trang vào dist · ghi \d+, giữ nguyên 0, xóa 0 · [\d.]+ s\n$/);
    expect(bantin(['build']).stderr).toContain('ghi 0, ');
  });

  it('exits 1 with findings, and leaves the published site as it was', () => {
    write(SOUND);
    bantin(['build']);
    const before = fingerprintOf(path.join(root, 'dist'));
    write({ 'content/tin/hong.md': article('title: Hỏng\ndate: 31/02/2020') });
    const { status, stderr } = bantin(['build']);
    expect(status).toBe(1);
    expect(stderr).toContain('content/tin/hong.md:3:7  lỗi  ');
    expect(stderr).toContain('trang cũ vẫn nguyên');
    expect(fingerprintOf(path.join(root, 'dist'))).toEqual(before);
  });

  it('publishes what is sound with --keep-going, keeps the page of what is not, and still exits 1', () => {
    write(SOUND);
    bantin(['build']);
    const page = readFileSync(path.join(root, 'dist/tin/bai/index.html'), 'utf8');
    write({
      'content/tin/bai.md': article('title: Bài sửa\ndate: hôm nay'),
      'content/tin/moi.md': article('title: Mới\ndate: 01/03/2020'),
    });
    expect(bantin(['build', '--keep-going']).status).toBe(1);
    expect(readFileSync(path.join(root, 'dist/tin/bai/index.html'), 'utf8')).toBe(page);
    expect(existsSync(path.join(root, 'dist/tin/moi/index.html'))).toBe(true);
  });

  it('refuses an output folder that holds the sources, in the language of the site', () => {
    write({ ...SOUND, 'content/site.yaml': `${SITE_YAML}language: en\n` });
    const { status, stderr } = bantin(['build', '--out', '.']);
    expect(status).toBe(2);
    expect(stderr).toContain('error');
    expect(stderr).toContain('Nothing was published');
  });

  it('says who is at work and exits 2 while another build is, and takes over what a dead one has left', () => {
    write(SOUND);
    bantin(['build']);
    const lock = 'dist/.bantin/lock';
    write({ [lock]: JSON.stringify({ pid: process.pid, startedAt: '24/11/2026 09:00' }) });
    const { status, stderr } = bantin(['build', '--clean']);
    expect(status).toBe(2);
    expect(stderr).toContain(String(process.pid));
    expect(stderr).toContain('24/11/2026 09:00');
    const dead = spawnSync(process.execPath, ['-e', '']).pid;
    write({ [lock]: JSON.stringify({ pid: dead, startedAt: '24/11/2026 09:00' }) });
    expect(bantin(['build', '--clean']).status).toBe(0);
    expect(existsSync(path.join(root, lock))).toBe(false);
  });

  it('gives one JSON object with --json', () => {
    write({
      ...SOUND,
      'content/tin/nhap.md': article('title: Nháp\ndate: 01/01/2020\ndraft: true'),
      'content/tin/hong.md': article('title: Hỏng'),
    });
    const { status, stdout } = bantin(['build', '--json']);
    expect(status).toBe(1);
    const report = JSON.parse(stdout) as { ok: boolean; diagnostics: object[]; summary: object };
    expect(report.ok).toBe(false);
    expect(report.diagnostics).toEqual([
      {
        severity: 'error',
        code: 'date-missing',
        message: expect.any(String),
        path: 'content/tin/hong.md',
        line: 1,
        column: 1,
        hint: expect.stringContaining('kind: page'),
      },
    ]);
    expect(Object.keys(report.summary).sort()).toEqual([
      'articles',
      'deleted',
      'ms',
      'pages',
      'skipped',
      'unchanged',
      'written',
    ]);
    expect(report.summary).toMatchObject({ articles: 1, skipped: 1, written: 0 });
  });

  it('leaves out drafts and what is still to come, unless told otherwise', () => {
    write({
      ...SOUND,
      'content/tin/nhap.md': article('title: Nháp\ndate: 01/01/2020\ndraft: true'),
      'content/tin/mai.md': article('title: Mai\ndate: 01/01/2099'),
    });
    expect(bantin(['build']).stderr).toContain('bỏ qua 2 bài');
    expect(bantin(['build', '--drafts', '--future']).stderr).toContain('Đã dựng 3 bài');
  });

  it('makes warnings errors with --strict', () => {
    write({ ...SOUND, 'content/tin/bai.md': article('title: Bài\ndate: 17/02/2020', '[x](mat.md)') });
    expect(bantin(['build']).status).toBe(0);
    expect(bantin(['build', '--strict']).status).toBe(1);
    expect(bantin(['check']).status).toBe(1);
  });

  it('carries the path of --base in every link', () => {
    write(SOUND);
    expect(bantin(['build', '--base', 'https://vidu.gov.vn/tin-tuc/']).status).toBe(0);
    const page = readFileSync(path.join(root, 'dist/tin/bai/index.html'), 'utf8');
    const links = [...page.matchAll(/(?:href|src)="(\/[^"]*)"/g)].map((match) => match[1] ?? '');
    expect(links.filter((link) => !link.startsWith('/tin-tuc/'))).toEqual([]);
    expect(page).toContain('href="https://vidu.gov.vn/tin-tuc/tin/bai/"');
  });

  it.each([
    ['--out', '.'],
    ['--out', 'content'],
    ['--out', 'content/x'],
    ['--out', '..'],
    ['--out', '.bantin'],
    ['--out', '.bantin/dev'],
  ])('refuses %s %s, where the sources are', (...args) => {
    write(SOUND);
    expect(bantin(['build', ...args]).status).toBe(2);
    expect(listFiles(root).sort()).toEqual(Object.keys(SOUND).sort());
  });

  it('says when the next article is due, also where nothing has changed', () => {
    const due = (text: string) => article(`title: Hẹn ngày\ndate: ${text}`);
    const draft = article('title: Nháp\ndate: 25/11/2026\ndraft: true');
    write({ ...SOUND, 'content/tin/nhap.md': draft });
    expect(bantin(['build']).stderr).not.toContain('Bài hẹn');
    write({ 'content/tin/sau.md': due('05/12/2026'), 'content/tin/truoc.md': due('01/12/2026 08:30') });
    expect(bantin(['build']).stderr).toContain('bỏ qua 3 bài');
    expect(bantin(['build']).stderr).toContain('Bài hẹn ngày gần nhất: 01/12/2026 08:30.');
    expect(bantin(['check']).stderr).not.toContain('01/12/2026');
    expect(bantin(['build', '--future']).stderr).not.toContain('01/12/2026');
  });

  it.each(['content', 'content/tin', '.'])('refuses an output folder that is a link to %s', (target) => {
    write(SOUND);
    symlinkSync(path.join(root, target), path.join(root, 'dist'), 'junction');
    const { status, stderr } = bantin(['build']);
    expect(status).toBe(2);
    expect(stderr).toContain('Hãy xóa liên kết ấy');
    expect(bantin(['build', '--out', 'content']).stderr).toContain('Chọn thư mục khác bằng --out');
    rmSync(path.join(root, 'dist'));
    expect(listFiles(root).sort()).toEqual(Object.keys(SOUND).sort());
  });

  it('never touches a file that is not its own, and names it', () => {
    write({ ...SOUND, 'dist/index.html': 'của tôi', 'dist/ghi-chu.txt': 'x' });
    const { status, stderr } = bantin(['build']);
    expect(status).toBe(1);
    expect(stderr).toContain('index.html');
    expect(readFileSync(path.join(root, 'dist/index.html'), 'utf8')).toBe('của tôi');
    expect(listFiles(path.join(root, 'dist')).filter((file) => !file.startsWith('.bantin/'))).toEqual([
      'ghi-chu.txt',
      'index.html',
    ]);
  });

  it('speaks English if asked, and has no colours where there is no terminal', () => {
    write({ ...SOUND, 'content/tin/hong.md': article('title: Hỏng\ndate: x') });
    const { stderr } = bantin(['build'], { BANTIN_LANG: 'en' });
    expect(stderr).toContain('  error  ');
    expect(stderr).not.toMatch(/\x1b/);
  });

  it('counts the twenty-first warning of a code and those after it', () => {
    write({
      ...SOUND,
      'content/tin/bai.md': article(
        'title: Bài\ndate: 17/02/2020',
        Array.from({ length: 25 }, (_, i) => `[x](mat-${i}.md)`).join('\n\n'),
      ),
    });
    const { stderr } = bantin(['build']);
    expect(stderr.match(/không dẫn tới đâu/g)).toHaveLength(20);
    expect(stderr).toContain('… và 5 cảnh báo “link-dead” nữa');
    const { diagnostics } = JSON.parse(bantin(['build', '--json']).stdout) as { diagnostics: object[] };
    expect(diagnostics).toHaveLength(25);
  });
});

describe('the same input', () => {
  it('gives the same bytes in any zone, language and folder', () => {
    const copies = ['mot', 'hai/ba'].map((name) => path.join(root, name));
    const environments = [{ TZ: 'UTC' }, { TZ: 'America/New_York', LANG: 'C', LC_ALL: 'C' }];
    const results = copies.map((copy, index) => {
      cpSync(path.join(REPOSITORY, 'content'), path.join(copy, 'content'), { recursive: true });
      const { status } = bantin(['build', '--root', copy], environments[index] ?? {});
      expect(status).toBe(0);
      return fingerprintOf(path.join(copy, 'dist'));
    });
    expect(Object.keys(results[0] ?? {}).length).toBeGreaterThan(300);
    expect(results[1]).toEqual(results[0]);
  });
});

describe('a machine that allows few open files', () => {
  it('builds all the same', () => {
    const command = `ulimit -n 64; "${process.execPath}" "${COMMAND}" build --root "${REPOSITORY}" --out "${root}/out"`;
    const { status, stderr } = spawnSync('bash', ['-c', command], { encoding: 'utf8' });
    expect([status, stderr]).toEqual([0, expect.stringContaining('Đã dựng')]);
  });
});

describe('wrong usage', () => {
  it.each([
    [[]],
    [['xay']],
    [['build', '--la']],
    [['new']],
    [['import']],
    [['import', 'x.txt']],
    [['build', '--base', 'vidu']],
  ])('%j exits 2 and shows how', (args) => {
    const { status, stderr } = bantin(args);
    expect(status).toBe(2);
    expect(stderr).toContain('Cách dùng: npx bantin');
  });

  it.each([
    [['build', '--darft'], 'không có tùy chọn --darft; có phải --drafts?'],
    [['new', 'A', '--sectoin', 'hoi'], 'không có tùy chọn --sectoin; có phải --section?'],
    [['new', 'A', '--section'], 'thiếu giá trị sau --section'],
    [['new', 'A', '--section', '--root', '.'], 'thiếu giá trị sau --section'],
    [['build', '--strict=1'], '--strict không nhận giá trị'],
    [['build', 'thừa'], 'thừa “thừa”'],
  ])('%j: %s', (args, words) => {
    const { status, stderr } = bantin(args);
    expect([status, stderr.split('\n')[0]]).toEqual([2, `gõ lệnh chưa đúng: ${words}`]);
  });

  it('is told in the language of the site', () => {
    write({ 'trang/content/site.yaml': `${SITE_YAML}language: en\n` });
    expect(bantin(['build', '--root', 'trang', '--darft']).stderr).toContain('there is no option --darft');
  });

  it.each(['abc', '-1', '1.5', '2026-11-24', '9999999999999999'])(
    'SOURCE_DATE_EPOCH=%s is no time, and nothing is made by another',
    (value) => {
      write(SOUND);
      for (const args of [['build'], ['check'], ['new', 'Họp'], ['dev']]) {
        const { status, stdout, stderr } = bantin(args, { SOURCE_DATE_EPOCH: value });
        expect([status, stdout, stderr.split('\n')]).toEqual([
          2,
          '',
          [expect.stringContaining(`“${value}”`), ''],
        ]);
      }
      expect(listFiles(root).sort()).toEqual(Object.keys(SOUND).sort());
    },
  );

  it('SOURCE_DATE_EPOCH that is empty is none', () => {
    write(SOUND);
    expect(bantin(['check'], { SOURCE_DATE_EPOCH: '' }).status).toBe(0);
  });

  it('what the disk refuses exits 2, in words', () => {
    write({ ...SOUND, 'content/a.md': article('title: A\ndate: 17/02/2020') });
    const refused = bantin(['new', 'X', '--section', 'a.md/x']);
    expect(refused.status).toBe(2);
    expect(refused.stderr).toMatch(/^Không dùng được content\/a\.md.*\(.*ENOTDIR\)\.\n$/);
    const missing = bantin(['import', 'khong-co.txt', '--section', 'tin']);
    expect(missing.status).toBe(2);
    expect(missing.stderr).toContain('khong-co.txt:1:1  lỗi  không có tệp này');
  });

  it('a folder that is called site.yaml is no settings, for new as for build', () => {
    write({ 'content/site.yaml/x': '', 'content/tin/bai.md': article('title: A\ndate: 17/02/2020') });
    expect(bantin(['new', 'X', '--section', 'tin']).status).toBe(0);
    expect(bantin(['preview']).stderr).toContain('chưa có gì trong dist');
  });

  it('a folder without content/ exits 2', () => {
    expect(bantin(['build']).status).toBe(2);
    expect(existsSync(path.join(root, 'dist'))).toBe(false);
  });
});

describe('new', () => {
  it('makes an article of today with an address that is right for đ, ơ and ư', () => {
    write(SOUND);
    const { status, stdout } = bantin(['new', 'Đường hoa: ước mơ nhỏ', '--section', 'tin']);
    expect(status).toBe(0);
    const file = 'content/tin/2026-11-24-duong-hoa-uoc-mo-nho.md';
    expect(stdout).toContain(file);
    expect(readFileSync(path.join(root, file), 'utf8')).toMatch(
      /^---\ntitle: Đường hoa: ước mơ nhỏ\ndate: 24\/11\/2026 \d\d:\d\d\n/,
    );
    expect(bantin(['build', '--future']).status).toBe(0);
    const again = bantin(['new', 'Đường hoa: ước mơ nhỏ', '--section', 'tin']);
    expect(again.status).toBe(1);
    expect(again.stderr).toContain(`Hôm nay đã có bài tên ấy: ${file}\nMở tệp đó`);
  });

  it.each([
    ['the', [], '2026-11-24-the-1'],
    ['Lưu trữ', ['--section', 'tin'], 'tin/2026-11-24-luu-tru-1'],
    ['Thẻ', ['--section', 'tin/2024'], 'tin/2024/2026-11-24-the'],
  ])('makes what can be built of the title “%s” %j', (title, args, file) => {
    write(SOUND);
    const { status, stderr } = bantin(['new', title, ...args]);
    expect([status, stderr, existsSync(path.join(root, `content/${file}.md`))]).toEqual([0, '', true]);
    expect(bantin(['build', '--future', '--strict']).status).toBe(0);
  });

  it.each(['assets', 'tin/luu-tru', 'tin/lưu trữ/2024'])(
    'makes nothing in %s, which no section may be',
    (section) => {
      write(SOUND);
      const { status, stderr } = bantin(['new', 'Họp', '--section', section]);
      expect([status, stderr]).toEqual([1, expect.stringContaining(`content/${section}:1:1  lỗi  tên “`)]);
      expect(listFiles(root).sort()).toEqual(Object.keys(SOUND).sort());
    },
  );

  it('calls no folder of digits a section', () => {
    write(SOUND);
    expect(bantin(['new', 'Họp', '--section', 'moi/2024']).stderr).toContain('content/moi/_index.md');
  });

  it('says that there was no site, and where there is one now', () => {
    const { status, stdout, stderr } = bantin(['new', 'Họp']);
    expect(status).toBe(0);
    expect(stderr).toContain('chưa có trang tin nào');
    expect(stdout).toContain(path.join(root, 'content/2026-11-24-hop.md'));
  });

  it('does not climb out of content/', () => {
    write(SOUND);
    expect(bantin(['new', 'X', '--section', '../../tmp']).status).toBe(2);
  });
});

describe('import', () => {
  const PORTAL = `Đảng - đoàn thể

Hội nghị giao ban * quý I: 3 > 2
Ngày đăng 17/02/2020 | 15:47  | Lượt xem: 1.405

Đoạn thứ nhất có dấu _gạch_ và <ngoặc>.

- Việc một.
- Việc hai.

1. Không phải danh sách của máy.
`;

  it('makes an article whose page holds every paragraph, and the section it needs', () => {
    write({ 'bai.txt': PORTAL });
    const { status, stdout } = bantin(['import', 'bai.txt', '--section', 'dang-doan-the/hoi-nong-dan']);
    expect(status).toBe(0);
    expect(stdout).toContain('content/dang-doan-the/_index.md');
    expect(bantin(['build']).status).toBe(0);
    const page = readFileSync(
      path.join(root, 'dist/dang-doan-the/hoi-nong-dan/hoi-nghi-giao-ban-quy-i-3-2/index.html'),
      'utf8',
    );
    const text = page
      .replace(/<[^>]+>/g, '')
      .replace(/&lt;/g, '<')
      .replace(/&gt;/g, '>')
      .replace(/\s+/g, ' ');
    expect(text).toContain('Ngày đăng 17/02/2020 | 15:47 | Lượt xem: 1.405');
    for (const words of [
      'Hội nghị giao ban * quý I: 3 > 2',
      'Đoạn thứ nhất có dấu _gạch_ và <ngoặc>.',
      'Việc hai.',
      '1. Không phải danh sách của máy.',
    ]) {
      expect(text).toContain(words);
    }
  });

  it('makes every section on the way to it, so that a strict build takes what it made', () => {
    write({ ...SOUND, 'bai.txt': PORTAL });
    const { status, stdout } = bantin(['import', 'bai.txt', '--section', 'tin/tin-moi/2020/dang-doan-the']);
    expect(status).toBe(0);
    expect(stdout.match(/chuyên mục.*/g)).toEqual([
      'chuyên mục “Tin moi” ở content/tin/tin-moi/_index.md',
      'chuyên mục “Đảng - đoàn thể” ở content/tin/tin-moi/2020/dang-doan-the/_index.md',
    ]);
    expect(bantin(['build', '--strict']).status).toBe(0);
    expect(readFileSync(path.join(root, 'content/tin/_index.md'), 'utf8')).toBe(section('Tin tức'));
  });

  it('makes nothing in a folder that can be no section', () => {
    write({ ...SOUND, 'bai.txt': PORTAL });
    const { status, stderr } = bantin(['import', 'bai.txt', '--section', 'assets']);
    expect([status, stderr]).toEqual([1, expect.stringContaining('content/assets:1:1  lỗi')]);
    expect(existsSync(path.join(root, 'content/assets'))).toBe(false);
  });

  it('never writes over an article that is there', () => {
    write({ 'bai.txt': PORTAL });
    const command = ['import', 'bai.txt', '--section', 'tin'];
    expect(bantin(command).status).toBe(0);
    expect(bantin(command).status).toBe(1);
  });
});
