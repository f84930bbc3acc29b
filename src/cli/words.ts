import type { Language } from '../base/messages/describe.ts';
import type { Stage } from '../base/stopwatch.ts';
import { diskReason } from './disk-reasons.ts';
import type { ExistingSection } from './existing-sections.ts';

/** What the command line says besides findings. */
export interface CliWords {
  readonly error: string;
  readonly warning: string;
  readonly more: (count: number, code: string) => string;
  readonly counts: (errors: number, warnings: number) => string;
  readonly built: (articles: number, pages: number, out: string) => string;
  readonly changes: (written: number, unchanged: number, deleted: number) => string;
  readonly skipped: (count: number) => string;
  /** `clock` is the next moment at which an article is due. */
  readonly due: (clock: string) => string;
  readonly notBuilt: string;
  readonly partlyBuilt: string;
  readonly checked: (articles: number, pages: number) => string;
  readonly created: (path: string) => string;
  readonly sectionCreated: (path: string, title: string) => string;
  /** `new` where there is an article of that name of today. */
  readonly articleExists: (path: string) => string;
  /** `new` where nobody has written anything yet. */
  readonly siteBegun: (root: string) => string;
  readonly sectionBegun: (folder: string) => string;
  readonly sectionUnclear: (section: string, near: readonly ExistingSection[]) => string;
  /** What the disk refused; `reason` is its own short word (`EACCES`). */
  readonly diskRefused: (path: string, reason: string) => string;
  readonly workingFolderGone: string;
  readonly argument: Readonly<{
    unknown: (option: string, meant: string) => string;
    valueMissing: (option: string) => string;
    valueUnwanted: (option: string) => string;
    unexpected: (word: string) => string;
  }>;
  readonly serving: (address: string) => string;
  readonly portTaken: (wanted: number, port: number) => string;
  readonly openToAll: (host: string) => string;
  readonly files: (count: number) => string;
  readonly rendered: (count: number) => string;
  readonly waiting: string;
  readonly polling: (reason: string) => string;
  readonly fault: string;
  /** The same where nothing is ever built. */
  readonly previewFault: string;
  readonly nothingBuilt: (out: string) => string;
  readonly usage: string;
  readonly unknownCommand: (command: string) => string;
  readonly badUsage: (reason: string) => string;
  readonly clockUnclear: (value: string) => string;
  readonly stages: Readonly<Record<Stage, string>>;
  /** What no stage accounts for, and all of it. */
  readonly rest: string;
  readonly total: string;
  readonly thread: (number: number) => string;
  readonly traceRefused: (file: string, reason: string) => string;
  readonly missing: Readonly<Record<'title' | 'files' | 'section', string>>;
}

const listed = (sections: readonly ExistingSection[]): string =>
  sections.map(({ folder, title }) => `  --section ${quoted(folder)}${title && `   (${title})`}`).join('\n');

const quoted = (words: string): string => (/\s/.test(words) ? `"${words}"` : words);

const vi: CliWords = {
  error: 'lỗi',
  warning: 'cảnh báo',
  more: (count, code) => `… và ${count} cảnh báo “${code}” nữa (xem hết bằng --json)`,
  counts: (errors, warnings) =>
    [errors && `${errors} lỗi`, warnings && `${warnings} cảnh báo`].filter(Boolean).join(', '),
  built: (articles, pages, out) => `Đã dựng ${articles} bài, ${pages} trang vào ${out}`,
  changes: (written, unchanged, deleted) => `ghi ${written}, giữ nguyên ${unchanged}, xóa ${deleted}`,
  skipped: (count) => `bỏ qua ${count} bài (nháp, trống hoặc chưa tới ngày)`,
  due: (clock) => `Bài hẹn ngày gần nhất: ${clock}. Từ lúc ấy hãy dựng lại thì bài mới lên trang.`,
  notBuilt: 'Chưa dựng được trang; trang cũ vẫn nguyên.',
  partlyBuilt: 'Đã dựng phần không có lỗi; bài có lỗi giữ nguyên trang cũ, chưa lên danh sách.',
  checked: (articles, pages) => `Đã kiểm tra ${articles} bài, ${pages} trang; không ghi gì`,
  created: (path) => `Đã tạo ${path}`,
  sectionCreated: (path, title) => `Đã tạo chuyên mục “${title}” ở ${path}`,
  articleExists: (path) =>
    `Hôm nay đã có bài tên ấy: ${path}\nMở tệp đó để viết tiếp, hoặc đặt tiêu đề khác cho bài mới.`,
  siteBegun: (root) => `Ở ${root} chưa có trang tin nào (không thấy content/), nên đã tạo content/ mới.`,
  sectionBegun: (folder) =>
    `Chưa có chuyên mục nào ở ${folder}, nên đã tạo mới; đặt tên cho nó trong ${folder}/_index.md.`,
  sectionUnclear: (section, near) =>
    `Không có chuyên mục “${section}”. Có phải là:\n${listed(near)}\nNếu muốn chuyên mục mới thì tạo thư mục cho nó trong content/ trước.`,
  workingFolderGone: 'Thư mục đang đứng không còn nữa; hãy chuyển sang thư mục khác (cd) rồi chạy lại.',
  diskRefused: (path, reason) => `Không dùng được ${path} (${diskReason('vi', reason)}).`,
  argument: {
    unknown: (option, meant) => `không có tùy chọn ${option}${meant && `; có phải ${meant}?`}`,
    valueMissing: (option) => `thiếu giá trị sau ${option}`,
    valueUnwanted: (option) => `${option} không nhận giá trị`,
    unexpected: (word) => `thừa “${word}”`,
  },
  serving: (address) => `Mở ${address} bằng trình duyệt · dừng: Ctrl-C`,
  portTaken: (wanted, port) => `Cổng ${wanted} đang có chương trình khác dùng, nên dùng cổng ${port}.`,
  openToAll: (host) => `Chú ý: với --host ${host}, ai trong mạng cũng đọc được trang này.`,
  files: (count) => `${count} tệp`,
  rendered: (count) => `dựng lại ${count} trang`,
  waiting: 'Đang chờ lượt dựng kia xong…',
  polling: (reason) =>
    `Hệ điều hành không còn chỗ theo dõi tệp (${reason}), nên cứ một lát mới xem lại một lần; trang sẽ mới chậm hơn.`,
  fault: 'Chương trình gặp lỗi ngoài dự kiến; vẫn chạy tiếp, sẽ dựng lại khi có thay đổi.',
  previewFault: 'Chương trình gặp lỗi ngoài dự kiến khi trả lời một yêu cầu; vẫn chạy tiếp.',
  nothingBuilt: (out) => `chưa có gì trong ${out}; hãy dựng trước: npx bantin build`,
  unknownCommand: (command) => `không có lệnh “${command}”`,
  badUsage: (reason) => `gõ lệnh chưa đúng: ${reason}`,
  clockUnclear: (value) =>
    `Biến SOURCE_DATE_EPOCH phải là số giây từ 01/01/1970 (UTC), ví dụ 1795500000, không phải “${value}”; bỏ biến này thì lấy giờ của máy.`,
  stages: {
    start: 'khởi động',
    open: 'mở bộ nhớ đệm',
    read: 'đọc tệp',
    compare: 'so với lần trước',
    parse: 'phân tích bài',
    model: 'ghép thành trang tin',
    plan: 'lên danh sách trang',
    templates: 'đọc mẫu',
    render: 'dựng trang',
    write: 'đưa vào thư mục',
    save: 'ghi bộ nhớ đệm',
  },
  rest: 'việc khác',
  total: 'tất cả',
  thread: (number) => `luồng giúp ${number}`,
  traceRefused: (file, reason) => `không ghi được ${file} (${reason})`,
  missing: {
    title: 'thiếu tiêu đề, ví dụ: npx bantin new "Hội nghị sơ kết"',
    files: 'thiếu tên tệp, ví dụ: npx bantin import bai.txt --section dang-doan-the',
    section: 'thiếu chuyên mục, ví dụ: --section dang-doan-the/hoi-cuu-chien-binh',
  },
  usage: `Cách dùng: npx bantin <lệnh> [--root THƯ_MỤC]

  build    dựng trang từ content/ vào dist/
             --out THƯ_MỤC   ghi vào thư mục khác
             --base URL      địa chỉ của trang, thay cho base_url trong site.yaml
             --drafts        cả bài nháp
             --future        cả bài chưa tới ngày đăng
             --strict        mọi cảnh báo là lỗi
             --keep-going    dựng phần không có lỗi
             --clean         không dùng kết quả ghi nhớ của lần trước
             --workers SỐ    số luồng làm giúp (tự chọn); kết quả luôn như nhau
             --timings       thời gian của từng bước
             --trace TỆP     ghi dấu thời gian để xem bằng Perfetto
             --json          kết quả dạng JSON
  dev      viết và xem: dựng vào dist/, mở cho trình duyệt, tự dựng lại khi có tệp thay đổi
             --port SỐ       cổng (4000); đang có chương trình dùng thì lấy cổng kế tiếp
             --host MÁY      địa chỉ khác 127.0.0.1; khi ấy ai trong mạng cũng đọc được
             --drafts, --future   như build, nhưng dựng vào .bantin/dev/
  preview  mở dist/ như máy chủ web thật   [--port SỐ] [--host MÁY] [--out THƯ_MỤC]
  check    kiểm tra như build, không ghi gì   [--strict] [--json]
  new      bài mới: npx bantin new "Tiêu đề" [--section ĐƯỜNG_DẪN]
  import   nhập bài từ văn bản của cổng thông tin: npx bantin import TỆP… --section ĐƯỜNG_DẪN
`,
};

const en: CliWords = {
  error: 'error',
  warning: 'warning',
  more: (count, code) => `… and ${count} more warnings “${code}” (--json shows all)`,
  counts: (errors, warnings) =>
    [errors && `${errors} error(s)`, warnings && `${warnings} warning(s)`].filter(Boolean).join(', '),
  built: (articles, pages, out) => `Built ${articles} articles, ${pages} pages into ${out}`,
  changes: (written, unchanged, deleted) => `${written} written, ${unchanged} unchanged, ${deleted} deleted`,
  skipped: (count) => `${count} left out (drafts, empty or still to come)`,
  due: (clock) => `The next article is due on ${clock}: build again then, and it is published.`,
  notBuilt: 'Nothing was published; the site that was there stays.',
  partlyBuilt: 'Published what is sound; articles with errors keep their old page and are on no list.',
  checked: (articles, pages) => `Checked ${articles} articles, ${pages} pages; nothing written`,
  created: (path) => `Created ${path}`,
  sectionCreated: (path, title) => `Created the section “${title}” in ${path}`,
  articleExists: (path) =>
    `There already is an article of today with that name: ${path}\nOpen that file to go on with it, or choose another title.`,
  siteBegun: (root) => `There was no site in ${root} (no content/), so content/ was made there.`,
  sectionBegun: (folder) =>
    `There was no section ${folder}, so it was made; ${folder}/_index.md can give it a title.`,
  sectionUnclear: (section, near) =>
    `There is no section “${section}”. Is it one of these?\n${listed(near)}\nFor a new section, make its folder in content/ first.`,
  workingFolderGone: 'The working folder is not there any more; change to another (cd) and run again.',
  diskRefused: (path, reason) => `${path} cannot be used (${diskReason('en', reason)}).`,
  argument: {
    unknown: (option, meant) => `there is no option ${option}${meant && `; is it ${meant}?`}`,
    valueMissing: (option) => `a value is missing after ${option}`,
    valueUnwanted: (option) => `${option} takes no value`,
    unexpected: (word) => `“${word}” is not expected`,
  },
  serving: (address) => `Open ${address} in a browser · stop: Ctrl-C`,
  portTaken: (wanted, port) => `Port ${wanted} is in use; this is port ${port}.`,
  openToAll: (host) => `Mind: with --host ${host}, everyone in the network can read this site.`,
  files: (count) => `${count} files`,
  rendered: (count) => `${count} rendered`,
  waiting: 'Waiting for that build to end…',
  polling: (reason) =>
    `The system has no more watches (${reason}): files are looked at from time to time, and pages follow more slowly.`,
  fault: 'Something unexpected went wrong; the program goes on and builds again with the next change.',
  previewFault: 'Something unexpected went wrong with the answer to a request; the program goes on.',
  nothingBuilt: (out) => `there is nothing in ${out} yet; build first: npx bantin build`,
  unknownCommand: (command) => `there is no command “${command}”`,
  badUsage: (reason) => `wrong usage: ${reason}`,
  clockUnclear: (value) =>
    `SOURCE_DATE_EPOCH must be seconds since 1970 (UTC), such as 1795500000, not “${value}”; unset it to go by the clock.`,
  stages: {
    start: 'start',
    open: 'open the cache',
    read: 'read',
    compare: 'compare with last',
    parse: 'parse',
    model: 'model',
    plan: 'plan',
    templates: 'templates',
    render: 'render',
    write: 'write',
    save: 'save the cache',
  },
  rest: 'everything else',
  total: 'all',
  thread: (number) => `helping thread ${number}`,
  traceRefused: (file, reason) => `${file} cannot be written (${reason})`,
  missing: {
    title: 'the title is missing, as in: npx bantin new "Spring meeting"',
    files: 'no file named, as in: npx bantin import article.txt --section news',
    section: 'the section is missing, as in: --section dang-doan-the/hoi-cuu-chien-binh',
  },
  usage: `Usage: npx bantin <command> [--root DIR]

  build    makes the site from content/ in dist/
             --out DIR       write to another folder
             --base URL      the site's address, instead of base_url in site.yaml
             --drafts        drafts too
             --future        articles still to come too
             --strict        every warning is an error
             --keep-going    publish what is sound
             --clean         use nothing remembered from last time
             --workers N     threads that help (chosen by itself); the result is the same
             --timings       how long each stage took
             --trace FILE    a trace of it, for Perfetto
             --json          the result as JSON
  dev      write and look: builds into dist/, serves it, builds again whenever a file changes
             --port N        the port (4000), or the next that is free
             --host HOST     another address than 127.0.0.1; everyone in the network can read it then
             --drafts, --future   as for build, but into .bantin/dev/
  preview  serves dist/ as a web server would   [--port N] [--host HOST] [--out DIR]
  check    what build would complain of, without writing   [--strict] [--json]
  new      a new article: npx bantin new "Title" [--section PATH]
  import   articles from a portal's plain text: npx bantin import FILE… --section PATH
`,
};

export const cliWords = (language: Language): CliWords => ({ vi, en })[language];
