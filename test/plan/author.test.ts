import { expect, it } from 'vitest';
import { buildInMemory, SITE_YAML } from '../support.ts';

it.each([
  ['Nguyễn Văn A', 'Person'],
  ['Đoàn Thị Hương Giang', 'Person'],
  ['Thu Hà', 'Person'],
  ['Bài và ảnh: Trần Thị Bích', 'Person'],
  ['Lê Văn Bình, Hội Cựu chiến binh phường', 'Person'],
  ['Lê Văn Bình - Ban Tuyên giáo', 'Person'],
  ['John O’Neill', 'Person'],
  ['Ban Biên tập', 'Organization'],
  ['Ủy ban Kiểm tra', 'Organization'],
  ['UỶ BAN MẶT TRẬN', 'Organization'],
  ['UBND phường', 'Organization'],
  ['Hội Phụ Nữ', 'Organization'],
  ['Báo Nhân Dân', 'Organization'],
  ['Đoàn Thanh Niên', 'Organization'],
  ['Mặt trận Tổ quốc', 'Organization'],
  ['Cựu chiến binh phường', 'Organization'],
  ['Editorial Board', 'Organization'],
  ['VOV', 'Organization'],
])('%s is told to machines as a %s, without the address of the site', (author, type) => {
  const { files } = buildInMemory({
    'content/site.yaml': SITE_YAML,
    'content/hoi/_index.md': '---\ntitle: Hội\n---\n',
    'content/hoi/bai.md': `---\ntitle: Bài\ndate: 17/02/2020\nauthor: "${author}"\n---\n\nChữ.\n`,
  });
  const script = /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(
    files.get('hoi/bai/index.html') ?? '',
  )?.[1];
  const data = JSON.parse(script ?? '') as { '@graph': readonly { author?: unknown }[] };
  expect(data['@graph'][0]?.author).toEqual({ '@type': type, name: author });
});
