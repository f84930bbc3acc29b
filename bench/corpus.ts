import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/**
 * Generated sites that are the same on every machine: Vietnamese announcements of 700–5,000 characters, six
 * associations, sixty tags, dates evenly over nine years up to the last day.
 */
export interface CorpusOptions {
  readonly articles: number;
  /** The newest article's moment, in seconds of UTC. */
  readonly end: number;
}

export interface GeneratedArticle {
  /** Relative to the site's folder. */
  readonly path: string;
  readonly section: string;
  readonly title: string;
  readonly slug: string;
  /** Seconds of UTC. */
  readonly epoch: number;
  readonly tags: readonly string[];
  readonly views: number;
  readonly summary: string;
  readonly body: string;
}

export const PARENT = 'dang-doan-the';
export const ASSOCIATIONS: readonly (readonly [folder: string, title: string])[] = [
  ['cong-tac-dang', 'Công tác Đảng'],
  ['mat-tran-to-quoc', 'Mặt trận Tổ quốc'],
  ['lien-doan-lao-dong', 'Liên đoàn Lao động'],
  ['hoi-lien-hiep-phu-nu', 'Hội Liên hiệp Phụ nữ'],
  ['doan-tncs-ho-chi-minh', 'Đoàn TNCS Hồ Chí Minh'],
  ['hoi-cuu-chien-binh', 'Hội Cựu chiến binh'],
];

const SUBJECTS =
  'Ban Chấp hành|Thường trực Hội|Chi hội tổ dân phố|Cán bộ, hội viên|Ban Thường vụ|Các chi đoàn|Công đoàn cơ sở|Ban công tác Mặt trận|Câu lạc bộ|Đoàn viên phường'.split(
    '|',
  );
const VERBS =
  'triển khai|tổng kết|phát động|hoàn thành|bàn giao|tiếp nhận|rà soát|thống nhất|kiểm tra|giới thiệu'.split(
    '|',
  );
const OBJECTS =
  'kế hoạch công tác năm|phong trào thi đua|mô hình tuyến đường hoa|nguồn vốn vay ưu đãi|ngày hội đại đoàn kết|chương trình tặng quà|lớp tập huấn kỹ năng số|cuộc thi tìm hiểu truyền thống|quỹ tình nghĩa|đợt hiến máu tình nguyện'.split(
    '|',
  );
const TAILS =
  'trên địa bàn phường|với sự tham gia của đông đảo nhân dân|nhân kỷ niệm ngày thành lập|trong quý tới|theo hướng dẫn của cấp trên|gắn với xây dựng đời sống văn hóa|để chào mừng đại hội các cấp|tại các tổ dân phố còn khó khăn'.split(
    '|',
  );
const TAG_STEMS =
  'thi đua|an sinh|môi trường|khuyến học|hiến máu|tập huấn|văn nghệ|đại hội|giám sát|chuyển đổi số'.split(
    '|',
  );
export const TAGS: readonly string[] = Array.from(
  { length: 60 },
  (_, index) => `${TAG_STEMS[index % 10]} ${Math.floor(index / 10) + 1}`,
);

/** A small generator of numbers in [0, 1): the same sequence for the same seed everywhere (mulberry32). */
export function randomNumbers(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Number `index` of a corpus; each article depends on its own number only. */
export function generateArticle(index: number, epoch: number, tagCount?: number): GeneratedArticle {
  const random = randomNumbers(index + 1);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  const sentence = (): string => `${pick(SUBJECTS)} ${pick(VERBS)} ${pick(OBJECTS)} ${pick(TAILS)}.`;
  const paragraph = (): string => Array.from({ length: 2 + Math.floor(random() * 4) }, sentence).join(' ');
  const [folder] = pick(ASSOCIATIONS);
  const title = `${pick(SUBJECTS)} ${pick(VERBS)} ${pick(OBJECTS)} đợt ${index + 1}`;
  const length = 700 + Math.floor(random() ** 2 * 4300);
  const blocks: string[] = [];
  let size = 0;
  while (size < length) {
    const kind = random();
    const block =
      kind < 0.08
        ? `## ${pick(OBJECTS)} ${blocks.length}`
        : kind < 0.16
          ? Array.from({ length: 3 }, () => `- ${sentence()}`).join('\n')
          : kind < 0.19
            ? `| Đơn vị | Kết quả |\n| --- | ---: |\n${Array.from({ length: 4 }, () => `| ${pick(SUBJECTS)} | ${Math.floor(random() * 500)} |`).join('\n')}`
            : paragraph();
    blocks.push(block);
    size += block.length;
  }
  const tags = new Set<string>();
  const wanted = tagCount ?? 1 + Math.floor(random() * 4);
  while (tags.size < wanted) tags.add(pick(TAGS));
  const name = `bai-so-${index + 1}`;
  const year = inZone(epoch).getUTCFullYear();
  return {
    path: `content/${PARENT}/${folder}/${year}/${name}.md`,
    section: folder,
    title,
    slug: name,
    epoch,
    tags: [...tags],
    views: Math.floor(random() * 5000),
    summary: sentence(),
    body: `${blocks.join('\n\n')}\n`,
  };
}

const SPAN = 9 * 365 * 86400;

/** Number `index` of a site's articles, from the oldest. */
export function articleOf({ articles, end }: CorpusOptions, index: number): GeneratedArticle {
  return generateArticle(index, end - Math.floor((SPAN * (articles - 1 - index)) / articles));
}

export function* generateArticles(options: CorpusOptions): Generator<GeneratedArticle> {
  for (let index = 0; index < options.articles; index++) yield articleOf(options, index);
}

/** A moment whose fields of UTC are those of Vietnam's zone. */
export function inZone(epoch: number): Date {
  return new Date((epoch + 25200) * 1000);
}

/** `17/02/2020 15:47` in Vietnam's zone. */
export function writtenDate(epoch: number): string {
  const iso = inZone(epoch).toISOString();
  return `${iso.slice(8, 10)}/${iso.slice(5, 7)}/${iso.slice(0, 4)} ${iso.slice(11, 16)}`;
}

export function articleText(article: GeneratedArticle): string {
  const fields = [
    `title: ${article.title}`,
    `date: ${writtenDate(article.epoch)}`,
    `views: ${article.views}`,
    `summary: ${article.summary}`,
    `tags: [${article.tags.join(', ')}]`,
  ];
  return `---\n${fields.join('\n')}\n---\n\n${article.body}`;
}

export function writeArticle(root: string, article: GeneratedArticle): void {
  const file = path.join(root, ...article.path.split('/'));
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, articleText(article));
}

/** Makes a whole site in an empty folder. */
export function writeSite(root: string, options: CorpusOptions): void {
  rmSync(root, { recursive: true, force: true });
  const parent = path.join(root, 'content', PARENT);
  for (const [folder, title] of ASSOCIATIONS) {
    mkdirSync(path.join(parent, folder), { recursive: true });
    writeFileSync(path.join(parent, folder, '_index.md'), `---\ntitle: ${title}\n---\n`);
  }
  writeFileSync(path.join(parent, '_index.md'), '---\ntitle: Đảng - đoàn thể\n---\n');
  writeFileSync(
    path.join(root, 'content', 'site.yaml'),
    'title: Bản tin thử\nbase_url: https://thu.example\ntime_zone: Asia/Ho_Chi_Minh\nlanguage: vi\n',
  );
  for (const article of generateArticles(options)) writeArticle(root, article);
}
