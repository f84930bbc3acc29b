import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { article, section } from '../support.ts';

/** The files of a site, by path. */
export type Edition = ReadonlyMap<string, string>;

/** Much to rename, and little to render. */
const ATTACHMENTS = ['cong-van.pdf', 'phu-luc.pdf', 'danh-sach.pdf', 'ban-do.pdf'];

const SECTIONS = ['dang', 'dang/hoi-nong-dan', 'doan', 'hoi'];

/**
 * One site at so many moments of its life. From each to any other articles come, go, are renamed, move and change; the
 * footer changes on every page, so that hundreds of files are renamed into place.
 */
export function editions(count: number, articles: number): Edition[] {
  return Array.from({ length: count }, (_, number) => edition(number, articles));
}

function edition(number: number, articles: number): Edition {
  const files = new Map<string, string>([
    ['content/site.yaml', `title: Bản tin\nbase_url: https://vidu.example\nfooter:\n  note: Lần ${number}\n`],
    ['templates/assets/style.css', `p { margin: ${number}px; }\n`],
  ]);
  const present = Array.from({ length: articles }, (_, index) => index).filter(
    (index) => (index + number) % 5 !== 0,
  );
  for (const name of SECTIONS) {
    if (present.some((index) => sectionOf(index, number) === name)) {
      files.set(`content/${name}/_index.md`, section(`Mục ${name}`));
    }
  }
  present.forEach((index, place) => {
    const folder = folderOf(index, number);
    const next = present[(place + 1) % present.length] ?? index;
    const isChanged = index % 3 === number % 3;
    const date = `${String((index % 28) + 1).padStart(2, '0')}/0${(index % 9) + 1}/${2015 + (index % 4)}`;
    files.set(
      `content/${folder}/index.md`,
      article(
        `title: Bài ${index}${isChanged ? ` sửa lần ${number}` : ''}\ndate: ${date}\ntags: [thẻ ${(index + number) % 6}]`,
        `Xem [bài sau](/${folderOf(next, number)}/) và ${ATTACHMENTS.map((name) => `[${name}](${name})`).join(', ')}.`,
      ),
    );
    for (const name of ATTACHMENTS) {
      files.set(`content/${folder}/${name}`, `${name} của ${index}${isChanged ? ` lần ${number}` : ''}`);
    }
  });
  return files;
}

function sectionOf(index: number, number: number): string {
  const moves = index % 7 === number % 7 ? 1 : 0;
  return SECTIONS[(index + moves) % SECTIONS.length] ?? '';
}

function folderOf(index: number, number: number): string {
  const name = index % 4 === number % 4 ? `bai-${index}-doi-ten` : `bai-${index}`;
  return `${sectionOf(index, number)}/${name}`;
}

/** Makes the sources in `root` those of the edition; files that stay the same are not touched. */
export function settle(root: string, files: Edition): void {
  for (const folder of ['content', 'templates']) {
    mkdirSync(path.join(root, folder), { recursive: true });
    for (const name of readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })) {
      const file = `${folder}/${name.split(path.sep).join('/')}`;
      const isNeeded = [...files.keys()].some((each) => each === file || each.startsWith(`${file}/`));
      if (!isNeeded) rmSync(path.join(root, file), { recursive: true, force: true });
    }
  }
  for (const [file, text] of files) {
    const target = path.join(root, file);
    if (readIfThere(target)?.equals(Buffer.from(text))) continue;
    mkdirSync(path.dirname(target), { recursive: true });
    writeFileSync(target, text);
  }
}

export function readIfThere(file: string): Buffer | undefined {
  try {
    return readFileSync(file);
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ENOTDIR') return undefined;
    throw cause;
  }
}
