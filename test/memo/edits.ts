import fc from 'fast-check';

/** The files of a site while it is edited. */
export type Workspace = Map<string, string>;

/** One thing that somebody does to a site, a cache or an output. */
export type Edit =
  | { readonly does: 'write'; readonly path: string; readonly text: string }
  /** One paragraph more, if the file is there: its first words, and all that lists show of it, stay. */
  | { readonly does: 'append'; readonly path: string; readonly text: string }
  | { readonly does: 'delete'; readonly path: string }
  | { readonly does: 'rename'; readonly from: string; readonly to: string }
  /** Everything below a folder goes elsewhere. */
  | { readonly does: 'move'; readonly from: string; readonly to: string }
  /** The remembered bytes are cut short, or one of them is another; of 1. */
  | { readonly does: 'cut cache' | 'spoil cache'; readonly at: number }
  /** The next build is stopped after so many calls of the output. */
  | { readonly does: 'kill'; readonly after: number }
  /** A published file is taken away. */
  | { readonly does: 'lose'; readonly index: number };

const ARTICLES = [
  'content/dang/a/mot.md',
  'content/dang/a/hai/index.md',
  'content/dang/b/2020/ba.md',
  'content/dang/b/bon.md',
  'content/doan/nam.md',
  'content/sau.md',
];
/** The same address as another one: a file that becomes a folder, with photos beside it. */
const [FILE, AS_FOLDER] = ['content/dang/a/mot.md', 'content/dang/a/mot/index.md'];
const SECTIONS = [
  'content/_index.md',
  'content/dang/_index.md',
  'content/dang/a/_index.md',
  'content/doan/_index.md',
];
const PICTURES = ['content/dang/a/anh.png', 'content/dang/a/hai/anh.png', 'content/_public/logo.png'];
const TEMPLATES = [
  'templates/base.njk',
  'templates/partials/card.njk',
  'templates/partials/header.njk',
  'templates/partials/extra.njk',
  'templates/article.njk',
  'templates/assets/style.css',
];
const FOLDERS = ['content/dang/a', 'content/dang/b', 'content/doan', 'content/dang', 'content/moi'];

const BODIES = [
  'Hội nghị sơ kết.',
  'Xem [bài](/dang/a/mot/) và [hội](mot.md).',
  '![Ảnh](anh.png)\n\nChữ khác.',
  'Ghi chú[^1].\n\n[^1]: Cuối bài.',
  '## Mục\n\nXem [mục](#muc), [thẻ](/the/dai-hoi/), [năm](/dang/luu-tru/2020/).',
  '<b>Đậm</b> <script>x</script>',
];

/** Fields as a writer may have them; some texts are broken, for the repair must be seen too. */
const anyArticle = fc
  .record({
    title: fc.constantFrom('Đại hội', 'Hội nghị', 'Thăm hỏi'),
    date: fc.oneof(
      {
        weight: 15,
        arbitrary: fc.constantFrom('17/02/2020 15:47', '18/02/2020', '01/03/2021', '02/01/2030'),
      },
      { weight: 1, arbitrary: fc.constant('hôm qua') },
    ),
    tags: fc.subarray(['Đại hội', 'đại hội', 'Thăm hỏi']),
    views: fc.constantFrom('', '5', '405', '1.234'),
    more: fc.subarray(
      [
        'pinned: true',
        'draft: true',
        'also: doan',
        'aliases: [/cu/bai.aspx]',
        'image: anh.png',
        'author: BBT',
        'language: en',
        'translation: [/dang/a/mot/, /doan/nam/]',
      ],
      { maxLength: 3 },
    ),
    body: fc.constantFrom(...BODIES),
  })
  .map(({ title, date, tags, views, more, body }) =>
    [
      '---',
      `title: ${title}`,
      `date: ${date}`,
      `tags: [${tags.join(', ')}]`,
      ...(views ? [`views: ${views}`] : []),
      ...more,
      '---',
      '',
      body,
      '',
    ].join('\n'),
  );

const anyWriting: fc.Arbitrary<Edit> = fc.oneof(
  { weight: 8, arbitrary: written(fc.constantFrom(...ARTICLES), anyArticle) },
  {
    weight: 2,
    arbitrary: written(
      fc.constantFrom(...SECTIONS),
      fc.constantFrom(
        '---\ntitle: Hội A\n---\n',
        '---\ntitle: Hội A\nlanguage: en\ntranslation: /dang/\n---\n',
        '---\ntitle: Hội B\norder: 1\nsummary: Lời\n---\n\nGiới thiệu.\n',
      ),
    ),
  },
  {
    weight: 1,
    arbitrary: written(
      fc.constant('content/site.yaml'),
      fc.constantFrom(
        'title: Cổng\nbase_url: https://vidu.example\n',
        'title: Cổng\nbase_url: https://vidu.example/tin\nfooter:\n  note: Cuối\n',
        'title: Cổng\nlanguage: en\nbase_url: https://vidu.example\n',
      ),
    ),
  },
  { weight: 1, arbitrary: written(fc.constantFrom(...PICTURES), fc.constantFrom('ảnh', 'ảnh khác')) },
  {
    weight: 2,
    arbitrary: written(
      fc.constantFrom(...TEMPLATES),
      fc.constantFrom('A', 'B', 'C{{ nothing }}', '{% include "partials/extra.njk" ignore missing %}'),
    ),
  },
);

function written(path: fc.Arbitrary<string>, text: fc.Arbitrary<string>): fc.Arbitrary<Edit> {
  return fc.record({ does: fc.constant('write' as const), path, text });
}

const anyPath = fc.constantFrom(...ARTICLES, ...SECTIONS, ...PICTURES, ...TEMPLATES, 'content/site.yaml');

export const anyEdit: fc.Arbitrary<Edit> = fc.oneof(
  { weight: 10, arbitrary: anyWriting },
  {
    weight: 5,
    arbitrary: fc.record({
      does: fc.constant('append' as const),
      path: fc.constantFrom(...ARTICLES, AS_FOLDER, ...SECTIONS),
      text: fc.constantFrom('\nThêm một.\n', '\nThêm [hai](/dang/).\n', '\n<script>x</script>\n'),
    }),
  },
  { weight: 3, arbitrary: fc.record({ does: fc.constant('delete' as const), path: anyPath }) },
  {
    weight: 1,
    arbitrary: fc.record({
      does: fc.constant('rename' as const),
      from: fc.constantFrom(...ARTICLES),
      to: fc.constantFrom(...ARTICLES),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      { does: 'rename' as const, from: FILE, to: AS_FOLDER },
      { does: 'rename' as const, from: AS_FOLDER, to: FILE },
    ),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      does: fc.constant('move' as const),
      from: fc.constantFrom(...FOLDERS),
      to: fc.constantFrom('content/moi', 'content/dang/c', 'content/doan', 'content/dang/a'),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      does: fc.constantFrom('cut cache' as const, 'spoil cache' as const),
      at: fc.double({ min: 0, max: 0.999, noNaN: true }),
    }),
  },
  { weight: 1, arbitrary: fc.record({ does: fc.constant('kill' as const), after: fc.nat({ max: 40 }) }) },
  { weight: 1, arbitrary: fc.record({ does: fc.constant('lose' as const), index: fc.nat({ max: 60 }) }) },
);

/** What the edit does to the site's files; edits of cache and output do nothing to them. */
export function applyEdit(files: Workspace, edit: Edit): void {
  if (edit.does === 'write') files.set(edit.path, edit.text);
  else if (edit.does === 'append') {
    const text = files.get(edit.path);
    if (text !== undefined) files.set(edit.path, text + edit.text);
  } else if (edit.does === 'delete') files.delete(edit.path);
  else if (edit.does === 'rename') relocate(files, edit.from, edit.to);
  else if (edit.does === 'move') {
    for (const path of [...files.keys()]) {
      if (path.startsWith(`${edit.from}/`)) relocate(files, path, edit.to + path.slice(edit.from.length));
    }
  }
}

function relocate(files: Workspace, from: string, to: string): void {
  const text = files.get(from);
  if (text === undefined || from === to) return;
  files.delete(from);
  files.set(to, text);
}

/** Sites begin with something to lose. */
export function firstFiles(): Workspace {
  const fields = (title: string, date: string) =>
    `---\ntitle: ${title}\ndate: ${date}\ntags: [Đại hội]\n---\n\n`;
  return new Map([
    ['content/site.yaml', 'title: Cổng\nbase_url: https://vidu.example\n'],
    ['content/_index.md', '---\ntitle: Trang đầu\n---\n'],
    ['content/sau.md', `${fields('Sáu', '19/02/2020')}Chữ.\n`],
    ['content/dang/_index.md', '---\ntitle: Đảng\n---\n'],
    ['content/dang/a/_index.md', '---\ntitle: Hội A\n---\n'],
    ['content/dang/a/mot.md', `${fields('Một', '17/02/2020 15:47')}Chữ.\n`],
    ['content/dang/a/hai/index.md', `${fields('Hai', '18/02/2020')}![Ảnh](anh.png)\n`],
    ['content/dang/a/hai/anh.png', 'ảnh'],
    ['content/doan/_index.md', '---\ntitle: Union\nlanguage: en\n---\n'],
    ['content/doan/nam.md', `${fields('Năm', '01/03/2021')}Xem [một](/dang/a/mot/).\n`],
  ]);
}
