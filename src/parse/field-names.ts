import { nearest } from '../base/edit-distance.ts';
import { foldName } from '../base/vietnamese.ts';

/**
 * How a field's value stands on its line. `text`: raw to the end of the line. `plain`: the same, but a comment
 * (` # …`) is cut off. `list`: raw if it is one line of words, YAML if it is a YAML list. `yaml`: as YAML says.
 */
export type FieldForm = 'text' | 'plain' | 'list' | 'yaml';

interface FieldName {
  readonly form: FieldForm;
  /** Besides the name itself; compared folded, so accents, case, spaces, `_` and `-` do not matter. */
  readonly names: readonly string[];
}

const FIELDS = {
  title: { form: 'text', names: ['tiêu đề', 'tên bài', 'tên'] },
  date: { form: 'plain', names: ['ngày đăng', 'ngày', 'đăng ngày', 'ngày xuất bản'] },
  updated: { form: 'plain', names: ['cập nhật', 'ngày cập nhật', 'lastmod'] },
  views: { form: 'plain', names: ['lượt xem', 'số lượt xem', 'đã xem', 'view count', 'hits'] },
  author: { form: 'text', names: ['tác giả', 'người viết'] },
  source: { form: 'text', names: ['nguồn', 'nguồn tin'] },
  summary: { form: 'text', names: ['tóm tắt', 'sapo', 'trích yếu', 'mô tả', 'description', 'lead'] },
  image: { form: 'text', names: ['ảnh', 'hình ảnh', 'ảnh đại diện', 'hình'] },
  imageCaption: { form: 'text', names: ['image caption', 'chú thích ảnh', 'chú thích', 'caption'] },
  imageAlt: { form: 'text', names: ['image alt', 'mô tả ảnh'] },
  tags: { form: 'list', names: ['thẻ', 'từ khóa', 'từ khoá', 'keywords', 'tag'] },
  attachments: { form: 'list', names: ['tệp đính kèm', 'đính kèm', 'tập tin đính kèm', 'attachment'] },
  pinned: { form: 'plain', names: ['ghim', 'ghim đầu trang'] },
  draft: { form: 'plain', names: ['nháp', 'bản nháp'] },
  slug: { form: 'text', names: ['đường dẫn'] },
  aliases: { form: 'list', names: ['địa chỉ cũ', 'alias'] },
  id: { form: 'text', names: ['mã bài', 'mã'] },
  kind: { form: 'plain', names: ['loại', 'loại bài'] },
  also: { form: 'list', names: ['đăng cùng', 'chuyên mục khác'] },
  order: { form: 'plain', names: ['thứ tự'] },
  translation: { form: 'list', names: ['bản dịch', 'translations'] },
  language: { form: 'plain', names: ['ngôn ngữ'] },
  contact: { form: 'yaml', names: ['liên hệ'] },
} as const satisfies Record<string, FieldName>;

export type Field = keyof typeof FIELDS;

const FIELD_BY_NAME: ReadonlyMap<string, Field> = new Map(
  (Object.keys(FIELDS) as Field[]).flatMap((field) =>
    [field, ...FIELDS[field].names].map((name) => [foldName(name), field] as const),
  ),
);

/** How a suggestion spells each folded name. */
const SPELLING: ReadonlyMap<string, string> = new Map(
  (Object.keys(FIELDS) as Field[]).flatMap((field) =>
    [field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`), ...FIELDS[field].names].map(
      (name) => [foldName(name), name] as const,
    ),
  ),
);

/** What names have been looked up: a site spells its few fields the same way thousands of times. */
const lookedUp = new Map<string, Field | undefined>();

/** The field that a name stands for, in either language. */
export function fieldNamed(name: string): Field | undefined {
  if (lookedUp.has(name)) return lookedUp.get(name);
  const field = FIELD_BY_NAME.get(foldName(name));
  if (lookedUp.size < 1000) lookedUp.set(name, field);
  return field;
}

export function formOf(field: Field): FieldForm {
  return FIELDS[field].form;
}

/** The known name that an unknown one was probably meant to be. */
export function nearMiss(name: string): string | undefined {
  const near = nearest(foldName(name), FIELD_BY_NAME.keys());
  return near === undefined ? undefined : SPELLING.get(near);
}
