import type { Catalogue, Encoding, IndexFile, SettingShape, Shape, Words, YamlFault } from './catalogue.ts';
import { beginsAsAddress } from './old-address.ts';
import { isOnOwnDisk } from './own-disk.ts';
import { isPhoto } from './photo.ts';

const ENCODINGS: Readonly<Record<Encoding, string>> = {
  'utf-16': 'UTF-16 (Notepad ghi là “Unicode”)',
  'windows-1258': 'Windows-1258 (ANSI)',
  tcvn3: 'TCVN3 (phông .VnTime, ABC)',
  vni: 'VNI (phông VNI-Times)',
  mojibake: 'UTF-8 đã bị đọc nhầm thành Latin-1',
  binary: 'tệp nhị phân, không phải văn bản',
};

const CONVERSIONS: Readonly<Record<Encoding, string>> = {
  'utf-16': 'Mở bằng Notepad, chọn Save As, ở ô Encoding chọn “UTF-8”.',
  'windows-1258': 'Mở bằng Notepad, chọn Save As, ở ô Encoding chọn “UTF-8”.',
  tcvn3: 'Dùng UniKey (Ctrl+Shift+F6), nguồn “TCVN3 (ABC)”, đích “Unicode”, rồi dán lại.',
  vni: 'Dùng UniKey (Ctrl+Shift+F6), nguồn “VNI Windows”, đích “Unicode”, rồi dán lại.',
  mojibake: 'Lấy lại bản gốc và chép lại; chữ đã hỏng trong tệp này.',
  binary: 'Kiểm tra xem có đổi nhầm đuôi tệp thành .md không.',
};

const SHAPES: Readonly<Record<Shape, string>> = {
  text: 'một dòng chữ',
  list: 'một danh sách, ví dụ [Đại hội, Thi đua yêu nước]',
  attachments: 'danh sách tên tệp, hoặc các mục có “file:” và “title:”',
  contact: 'các dòng “tên: giá trị”, ví dụ “điện thoại: (024) 0000 0001”',
  number: 'một số, ví dụ 3',
};

const SETTINGS: Readonly<Record<SettingShape, string>> = {
  text: 'một dòng chữ',
  zone: 'múi giờ như Asia/Ho_Chi_Minh hoặc +07:00',
  address: 'địa chỉ đầy đủ như https://vidu.gov.vn hoặc https://vidu.gov.vn/tin-tuc',
  language: '“vi” hoặc “en”',
  navigation: 'danh sách các mục có “title:” và “address:”',
  links: 'danh sách các mục có “title:” và “url:”',
  footer: 'các dòng responsible, address, phone, email, note',
  theme:
    'các dòng colour, accent (màu như "#8a171b", trong ngoặc kép), crest (tệp ảnh trong content/_public) và font (system hoặc noto-sans)',
  url: 'địa chỉ đầy đủ như https://chinhphu.vn',
};

/** What is wrong with lines of YAML, and what to type. */
const YAML_FAULTS: Readonly<Record<YamlFault, Words>> = {
  unspaced: {
    message: 'sau tên không có dấu hai chấm và dấu cách',
    hint: 'Gõ tên, dấu hai chấm thường, một dấu cách rồi giá trị: “tên: giá trị”.',
  },
  'no-colon': {
    message: 'dòng này không có dạng “tên: giá trị”',
    hint: 'Thêm tên và dấu hai chấm ở đầu; nếu là phần tiếp của dòng trên thì thụt vào hai dấu cách.',
  },
  colon: {
    message: 'trong giá trị có dấu hai chấm',
    hint: 'Đặt cả giá trị trong dấu nháy kép: tên: "…".',
  },
  'bracket-open': {
    message: 'có dấu [ hoặc { mà thiếu dấu ] hoặc }',
    hint: 'Thêm dấu ] hoặc } ở cuối; nếu ngoặc là chữ thì đặt cả giá trị trong dấu nháy kép "…".',
  },
  'bracket-hash': {
    message: 'trong ngoặc, dấu # che mất phần sau nó, cả dấu ] hoặc }',
    hint: 'Đặt mục có dấu # trong dấu nháy kép: ["Chủ đề #1", Tết].',
  },
  'quote-open': {
    message: 'có dấu nháy mở mà thiếu dấu nháy đóng',
    hint: 'Thêm dấu nháy ở cuối giá trị, hoặc xóa dấu nháy ở đầu.',
  },
  'behind-end': {
    message: 'có chữ sau dấu nháy đóng hoặc ngoặc đóng',
    hint: 'Bỏ cặp dấu nháy hay ngoặc ấy, hoặc đặt cả giá trị trong dấu nháy loại kia: \'"A" được khen\'.',
  },
  comma: {
    message: 'trong ngoặc thừa hoặc thiếu dấu phẩy',
    hint: 'Giữa hai mục gõ đúng một dấu phẩy: [Đại hội, Tết].',
  },
  sign: {
    message: 'giá trị không được bắt đầu bằng dấu này',
    hint: 'Đặt cả giá trị trong dấu nháy kép "…".',
  },
  tag: {
    message: 'giá trị không được bắt đầu bằng dấu !',
    hint: 'Xóa dấu !, hoặc đặt cả giá trị trong dấu nháy kép "…".',
  },
  escape: {
    message: 'trong dấu nháy kép, dấu \\ phải viết thành \\\\',
    hint: "Gõ thêm một dấu \\, hoặc dùng dấu nháy đơn '…'.",
  },
  twice: { message: 'một tên được ghi hai lần', hint: 'Giữ lại một dòng.' },
  dots: { message: 'dòng “...” cắt đôi phần này', hint: 'Xóa dòng này.' },
  indent: {
    message: 'thụt dòng chưa đúng',
    hint: 'Tên trường gõ sát lề trái; các mục của cùng một danh sách thụt vào bằng nhau.',
  },
  other: {
    message: 'không hiểu giá trị này',
    hint: 'Đặt cả giá trị trong dấu nháy kép: tên: "…".',
  },
};

const INDEX_FILES: Readonly<Record<IndexFile, { readonly state: string; readonly cure: string }>> = {
  missing: {
    state: 'chưa có tệp _index.md',
    cure: 'Tạo tệp _index.md trong thư mục này với dòng “title: Tên chuyên mục” giữa hai dòng ---.',
  },
  untitled: {
    state: 'chưa có tên trong tệp _index.md',
    cure: 'Thêm dòng “title: Tên chuyên mục” giữa hai dòng --- ở đầu tệp này.',
  },
  draft: {
    state: 'có bài đã đăng mà tệp _index.md còn là bản nháp nên chưa được dùng',
    cure: 'Xóa dòng “draft: true” trong tệp này; nếu cả chuyên mục chưa đăng thì ghi dòng ấy ở từng bài.',
  },
};

const did = (meant: string, otherwise: string): string => (meant ? `Có phải ý là “${meant}”?` : otherwise);

/** What is published after a build that could not write everything. */
function stateOfOutput(begun: boolean): string {
  return begun ? 'Trang mới chỉ ra được một phần; lần chạy sau sẽ làm nốt.' : 'Trang cũ vẫn nguyên.';
}

export const vi: Catalogue = {
  'content-missing': ({ folder }) => ({
    message: `không có thư mục ${folder}`,
    hint: 'Chạy lệnh trong thư mục của trang, nơi có “content”, hoặc chỉ ra bằng --root THƯ_MỤC.',
  }),
  'content-empty': () => ({
    message: 'thư mục content chưa có bài nào',
    hint: 'Tạo bài đầu tiên: npx bantin new "Tiêu đề bài".',
  }),
  'file-unreadable': ({ reason }) =>
    reason === 'ENOENT'
      ? { message: 'không có tệp này', hint: 'Xem lại tên tệp, và thư mục có tệp ấy.' }
      : {
          message: `không đọc được tệp (${reason})`,
          hint: 'Kiểm tra quyền đọc của tệp, hoặc đóng chương trình đang giữ nó.',
        },
  'name-collision': ({ other }) => ({
    message: `tên tệp chỉ khác “${other}” ở chữ hoa, chữ thường hoặc cách gõ dấu`,
    hint: 'Đổi tên một trong hai tệp; trên Windows và macOS hai tên này là một.',
  }),
  'link-outside': ({ target }) => ({
    message: `lối tắt dẫn ra ngoài trang (${target}) nên bị bỏ qua`,
    hint: 'Chép hẳn tệp vào thư mục content thay cho lối tắt.',
  }),
  encoding: ({ looksLike }) => ({
    message: `${looksLike === 'tcvn3' || looksLike === 'vni' ? 'chữ không phải Unicode' : 'tệp không phải UTF-8'}; trông như ${ENCODINGS[looksLike]}`,
    hint: CONVERSIONS[looksLike],
  }),
  'file-too-large': ({ kilobytes, limit }) => ({
    message: `bài dài ${kilobytes} kB, quá mức ${limit} kB`,
    hint: 'Chia thành nhiều bài, hoặc để bảng biểu dài trong tệp đính kèm.',
  }),
  'front-matter-unclosed': () => ({
    message: 'phần đầu bài mở bằng --- nhưng không đóng',
    hint: 'Thêm một dòng chỉ có --- ngay sau trường cuối cùng (tiêu đề, ngày đăng, …).',
  }),
  'front-matter-fence': ({ text }) => ({
    message: `dòng “${text}” đã được đọc là dòng --- của phần đầu bài`,
    hint: 'Gõ lại cả dòng: đúng ba dấu gạch ngang ---, sát lề trái, không có gì khác.',
  }),
  'front-matter-unopened': ({ field, spoilt }) => ({
    message: `phần đầu bài thiếu dòng --- ở trên “${field}”`,
    hint: `${spoilt ? `Thay dòng “${spoilt}” bằng` : 'Thêm lên trên dòng này'} một dòng chỉ có ---; sau trường cuối cùng cũng một dòng ---.`,
  }),
  'front-matter-toml': ({ written, meant }) => ({
    message: 'phần đầu bài viết theo kiểu TOML (giữa hai dòng +++) nên không đọc được',
    hint: `Thay mỗi dòng +++ bằng ---, và dấu = bằng dấu hai chấm: ${written ? `“${meant}” thay cho “${written}”` : '“title: Tên bài”'}.`,
  }),
  'front-matter-too-large': ({ kilobytes, lines }) => ({
    message: `phần đầu bài quá dài (${kilobytes} kB, ${lines} dòng; nhiều nhất 16 kB, 500 dòng)`,
    hint: 'Phần đầu bài chỉ để tiêu đề, ngày đăng …; nội dung viết dưới dòng --- thứ hai.',
  }),
  'front-matter-engine': ({ text }) => ({
    message: `sau --- ở dòng đầu không được có chữ “${text}”`,
    hint: 'Dòng đầu chỉ gõ ---.',
  }),
  'front-matter-yaml': ({ fault }) => ({
    message: `phần đầu bài không đọc được: ${YAML_FAULTS[fault].message}`,
    hint: YAML_FAULTS[fault].hint,
  }),
  'front-matter-anchor': ({ mark }) => ({
    message: `dấu ${mark} ở đầu giá trị không được dùng trong phần đầu bài`,
    hint: 'Đặt cả giá trị trong dấu nháy kép "…".',
  }),
  'front-matter-tab': () => ({
    message: 'phím Tab trong phần đầu bài đã được đổi thành dấu cách',
    hint: 'Thụt dòng bằng dấu cách.',
  }),
  'front-matter-not-fields': () => ({
    message: 'phần đầu bài không gồm các trường “tên: giá trị”',
    hint: 'Ví dụ: title: Hội nghị sơ kết',
  }),
  'front-matter-missing': () => ({
    message: 'bài không có phần đầu; ngày đăng lấy theo tên tệp',
    hint: 'Thêm lên đầu tệp ba dòng: ---, title: …, ---.',
  }),
  'field-twice': ({ field, line }) => ({
    message: `trường “${field}” đã có ở dòng ${line}`,
    hint: 'Giữ lại một dòng.',
  }),
  'quote-unclosed': ({ field, quote }) => ({
    message: `trường “${field}” mở đầu bằng dấu ${quote} mà không có dấu đóng; dấu ấy sẽ hiện ra trên trang`,
    hint: `Xóa dấu ${quote} ở đầu, hoặc thêm một dấu ${quote} ở cuối.`,
  }),
  'field-indented': ({ field }) => ({
    message: `trường “${field}” thụt vào như phần tiếp của dòng trên; đã đọc thành một trường riêng`,
    hint: 'Xóa dấu cách ở đầu dòng.',
  }),
  'field-unspaced': ({ field }) => ({
    message: `thiếu dấu cách sau dấu hai chấm của trường “${field}”; đã đọc như có dấu cách`,
    hint: `Gõ thêm một dấu cách: “${field}: …”.`,
  }),
  'field-wide-colon': ({ field }) => ({
    message: `dấu hai chấm của trường “${field}” là loại rộng “：”; đã đọc như dấu hai chấm thường`,
    hint: `Gõ lại bằng dấu hai chấm thường: “${field}: …”.`,
  }),
  'field-near-miss': ({ field, meant }) => ({
    message: `không có trường “${field}”`,
    hint: `Có phải ý là “${meant}”?`,
  }),
  'field-unused': ({ field, of, instead }) => ({
    message: `${{ article: 'bài viết', page: 'trang cố định', section: 'chuyên mục' }[of]} không dùng trường “${field}” nên dòng này không có tác dụng`,
    hint: {
      rename: 'Xóa dòng này; muốn đổi địa chỉ của chuyên mục thì đổi tên thư mục.',
      article: 'Xóa dòng này, hoặc ghi nó ở bài viết.',
      section: 'Xóa dòng này, hoặc ghi nó trong _index.md của chuyên mục.',
    }[instead],
  }),
  'field-shape': ({ field, expected }) => ({
    message: `trường “${field}” phải là ${SHAPES[expected]}`,
    hint: `Sửa lại “${field}”.`,
  }),
  'attachment-key': ({ key, meant }) => ({
    message: `tệp đính kèm không có thông tin “${key}”; dòng này không hiện ra trên trang`,
    hint: did(meant, 'Mỗi tệp chỉ có “file:” (tên tệp) và “title:” (tên hiện ra trên trang).'),
  }),
  'date-form': ({ field, value }) => ({
    message: `không hiểu ngày “${value}” ở trường “${field}”`,
    hint: 'Gõ ngày/tháng/năm và giờ:phút, ví dụ 17/02/2020 15:47.',
  }),
  'date-range': ({ field, value }) => ({
    message: `ngày “${value}” ở trường “${field}” không có thật`,
    hint: 'Xem lại ngày, tháng, giờ; ví dụ đúng: 17/02/2020 15:47.',
  }),
  'date-month-first': ({ field, value, meant }) => ({
    message: `ngày “${value}” ở trường “${field}” viết tháng trước ngày`,
    hint: `Viết ngày trước tháng: ${meant}.`,
  }),
  'date-missing': () => ({
    message: 'bài không có ngày đăng',
    hint: 'Thêm vào phần đầu bài “date: 17/02/2020 15:47” (ngày đăng thật); nếu là trang cố định như Giới thiệu thì thêm “kind: page”.',
  }),
  'views-form': ({ value }) => ({
    message: `lượt xem “${value}” không phải số nguyên`,
    hint: 'Chỉ gõ chữ số, ví dụ 1234 hoặc 1.234.',
  }),
  'boolean-form': ({ field, value }) => ({
    message: `trường “${field}” chỉ nhận có hoặc không, không nhận “${value}”`,
    hint: `Gõ “${field}: true” hoặc “${field}: false”.`,
  }),
  'kind-unknown': ({ value }) => ({
    message: `không có loại bài “${value}”`,
    hint: 'Chỉ có “kind: page” cho trang cố định; bài có ngày đăng thì bỏ dòng này.',
  }),
  'language-unknown': ({ value }) => ({
    message: `chưa có ngôn ngữ “${value}”`,
    hint: 'Gõ “language: vi” cho tiếng Việt hoặc “language: en” cho tiếng Anh.',
  }),
  'slug-invalid': ({ value, meant }) => ({
    message: `địa chỉ “${value}” không dùng được`,
    hint: `Chỉ dùng chữ thường không dấu, chữ số và dấu gạch nối, ví dụ “${meant}”.`,
  }),
  'slug-repaired': ({ value, meant }) => ({
    message: `địa chỉ “${value}” được sửa thành “${meant}”`,
    hint: `Gõ “slug: ${meant}”.`,
  }),
  'slug-reserved': ({ value, isFolder }) => ({
    message: `tên “${value}” được dành riêng cho trang của hệ thống`,
    hint: isFolder
      ? `Đổi tên thư mục, ví dụ “${value}-1”; tên chuyên mục trong _index.md giữ nguyên được.`
      : `Đổi tên tệp hay thư mục, hoặc thêm “slug:” với tên khác, ví dụ “slug: ${value}-1”.`,
  }),
  'slug-empty': ({ isFolder }) => ({
    message: `tên ${isFolder ? 'thư mục' : 'tệp'} không có chữ cái hay chữ số nào để làm địa chỉ`,
    hint: isFolder
      ? 'Đổi tên thư mục, ví dụ “tin-tuc”; tên chuyên mục thì ghi trong _index.md.'
      : 'Đổi tên tệp, hoặc thêm “slug: ten-bai” vào phần đầu bài.',
  }),
  'alias-invalid': ({ value }) => ({
    message: beginsAsAddress(value)
      ? `địa chỉ cũ “${value}” có hai dấu chấm liền nhau hoặc ký tự không dùng được`
      : `địa chỉ cũ “${value}” phải bắt đầu bằng /`,
    hint: 'Chép phần sau tên miền, ví dụ /tin-tuc/123.html.',
  }),
  'title-missing': ({ title }) => ({
    message: `bài không có tiêu đề; tạm dùng “${title}”`,
    hint: `Thêm vào phần đầu bài “title: ${title}”.`,
  }),
  'title-empty': ({ field, title }) => ({
    message: `trường “${field}” để trống; tạm dùng “${title}” làm tiêu đề`,
    hint: `Viết tiêu đề sau dấu hai chấm: “${field}: ${title}”.`,
  }),
  'nesting-too-deep': ({ what, limit }) => ({
    message: `${what === 'quote' ? 'trích dẫn' : 'danh sách'} lồng nhau quá ${limit} tầng`,
    hint: 'Bớt dấu > hoặc bớt thụt dòng; phần sâu hơn sẽ bị mất nếu để nguyên.',
  }),
  'html-removed': ({ what }) => ({
    message: `đã bỏ mã HTML không được phép: ${what}`,
    hint: 'Viết bằng Markdown, hoặc xóa đoạn mã này.',
  }),
  'html-unclosed': ({ what, end, inParagraph }) => ({
    message: `“${what}” mở ra mà không có “${end}” đóng lại${inParagraph ? ' trong cùng đoạn' : ''}`,
    hint:
      what === '<!--'
        ? 'Gõ --> ở cuối ghi chú: hai dấu gạch nối rồi dấu > (Word hay đổi thành —>).'
        : `Gõ thêm ${end}, hoặc xóa ${what}; nếu là chữ thì gõ &lt; thay cho dấu <.`,
  }),
  'footnote-missing': ({ label }) => ({
    message: `chưa có chú thích nào tên [^${label}], nên bạn đọc thấy nguyên [^${label}]`,
    hint: /\s/.test(label)
      ? 'Tên chú thích không được có dấu cách: gõ [^1], rồi thêm một dòng [^1]: Nội dung chú thích.'
      : `Thêm một dòng [^${label}]: Nội dung chú thích, hoặc xóa [^${label}] ở đây.`,
  }),
  'footnote-unused': ({ label }) => ({
    message: `chú thích [^${label}] không được nhắc đến trong bài nên không hiện ra`,
    hint: `Gõ [^${label}] vào chỗ cần chú thích, hoặc xóa đoạn này.`,
  }),
  'footnote-twice': ({ label }) => ({
    message: `chú thích [^${label}] được viết hai lần; chỉ lần viết sau hiện ra`,
    hint: 'Đổi số một trong hai, ở đây và ở chỗ nhắc đến nó.',
  }),
  'table-cells-lost': ({ text, columns }) => ({
    message: `hàng này nhiều ô hơn dòng đầu bảng (${columns} cột) nên “${text}” không hiện ra`,
    hint: 'Thêm cột vào dòng đầu bảng và dòng gạch ngang dưới nó; nếu dấu | là chữ thì gõ \\|.',
  }),
  'list-number': ({ written, shown }) => ({
    message: `mục đánh số ${written} sẽ hiện ra là ${shown}`,
    hint: 'Các mục của một danh sách luôn được đánh số liền nhau; sửa lại số, hoặc bổ sung mục còn thiếu.',
  }),
  'reference-unread': ({ text, isPicture }) => ({
    message: `“${text}” không thành ${isPicture ? 'ảnh' : 'liên kết'}; bạn đọc thấy nguyên như đã gõ`,
    hint: `Gõ ${isPicture ? '![Mô tả ảnh](anh.jpg)' : '[Kế hoạch](ke-hoach.pdf)'}: ] và ( liền nhau, đủ dấu đóng, tên tệp có đuôi. Nếu là chữ bình thường thì thêm \\ ngay trước chỗ này.`,
  }),
  'reference-empty': ({ words, isPicture }) => ({
    message: isPicture
      ? `ảnh${words && ` “${words}”`} không ghi tên tệp nên không hiện ra`
      : `liên kết${words && ` “${words}”`} không ghi địa chỉ hay tên tệp; bạn đọc chỉ thấy chữ`,
    hint: isPicture
      ? 'Ghi tên tệp, ví dụ ![Quang cảnh hội nghị](anh.jpg).'
      : 'Ghi địa chỉ hoặc tên tệp, ví dụ [Kế hoạch](ke-hoach.pdf). Nếu không cần liên kết thì bỏ các dấu ngoặc.',
  }),
  'link-unsafe': ({ target }) => ({
    message: `liên kết “${target}” không an toàn nên đã bỏ, giữ lại chữ`,
    hint: isOnOwnDisk(target)
      ? 'Chép tệp vào cạnh bài viết rồi chỉ ghi tên tệp, ví dụ [Kế hoạch](ke-hoach.pdf).'
      : 'Chỉ dùng địa chỉ http, https, mailto, tel hoặc đường dẫn trong trang.',
  }),
  'image-unsafe': ({ image }) => ({
    message: `không lấy được ảnh “${image}”; giữ lại chú thích, bỏ ảnh`,
    hint: 'Lưu ảnh thành tệp cạnh bài viết rồi chỉ ghi tên tệp, ví dụ ![Quang cảnh hội nghị](anh.jpg).',
  }),
  'image-alt-missing': ({ image }) => ({
    message: `ảnh “${image}” chưa có mô tả cho người không nhìn được`,
    hint: 'Viết mô tả trong ngoặc vuông: ![Quang cảnh hội nghị](anh.jpg).',
  }),
  'image-field-alt-missing': ({ image }) => ({
    message: `ảnh của bài, “${image}”, chưa có mô tả cho người không nhìn được`,
    hint: 'Thêm một dòng ngay dưới, ví dụ “mô tả ảnh: Quang cảnh hội nghị”.',
  }),
  'settings-missing': () => ({
    message: 'chưa có tệp content/site.yaml; dùng thông tin mặc định',
    hint: 'Tạo content/site.yaml với “title: Tên trang” và “base_url: https://…”.',
  }),
  'settings-no-address': () => ({
    message:
      'chưa có địa chỉ của trang; RSS, máy tìm kiếm và người chia sẻ bài sẽ được dẫn tới http://localhost',
    hint: 'Thêm một dòng “base_url: https://…” với địa chỉ mà bạn đọc vào trang.',
  }),
  'settings-yaml': ({ fault }) => ({
    message: `không đọc được thông tin của trang: ${YAML_FAULTS[fault].message}`,
    hint: YAML_FAULTS[fault].hint,
  }),
  'settings-value': ({ field, value, expected }) => ({
    message: `“${field}” không nhận${value ? ` “${value}”` : ' giá trị này'}`,
    hint: `Cần ${SETTINGS[expected]}.`,
  }),
  'settings-not-fields': () => ({
    message: 'site.yaml không gồm các dòng “tên: giá trị”',
    hint: 'Mỗi thông tin một dòng, có dấu hai chấm sau tên, ví dụ “title: Bản tin phường”.',
  }),
  'settings-unknown': ({ field, meant, known }) => ({
    message: `không có thông tin “${field}”`,
    hint: did(meant, `Các thông tin có thể khai ở đây: ${known.join(', ')}.`),
  }),
  'settings-link': ({ url, meant }) => ({
    message: `“${url}” không phải địa chỉ đầy đủ${meant ? `; đã đọc thành “${meant}”` : ''}`,
    hint: meant
      ? `Gõ “url: ${meant}”.`
      : 'Gõ cả https://, ví dụ “url: https://chinhphu.vn”; mục của chính trang này thì khai ở navigation.',
  }),
  'section-untitled': ({ title, index }) => ({
    message: `chuyên mục ${INDEX_FILES[index].state}; lấy tên thư mục “${title}” làm tên`,
    hint: INDEX_FILES[index].cure,
  }),
  'section-twice': ({ other }) => ({
    message: `chuyên mục này đã có tệp “${other}”; thư mục chỉ có chữ số không phải chuyên mục riêng`,
    hint: 'Gộp vào tệp kia rồi xóa tệp này, hoặc đổi tên thư mục cho có chữ, ví dụ nam-2020.',
  }),
  'section-unknown': ({ value, meant }) => ({
    message: `không có chuyên mục “${value}”`,
    hint: did(meant, 'Ghi đường dẫn thư mục, ví dụ dang-doan-the/hoi-nong-dan.'),
  }),
  'id-twice': ({ id, other }) => ({
    message: `mã bài “${id}” đã dùng ở ${other}`,
    hint: 'Mỗi bài một mã; đổi hoặc xóa dòng “id:” ở bài chép sau.',
  }),
  'link-dead': ({ target }) => ({
    message: `liên kết “${target}” không dẫn tới đâu; giữ lại chữ, bỏ liên kết`,
    hint: 'Xem lại tên tệp hoặc địa chỉ.',
  }),
  'translation-dead': ({ target }) => ({
    message: `bản dịch “${target}” không phải bài, trang hay chuyên mục nào của trang này nên bị bỏ qua`,
    hint: 'Gõ tên tệp như trong liên kết, ví dụ ../dang/2020-02-17-hoi-nghi.md, hoặc địa chỉ, ví dụ /dang/hoi-nghi/.',
  }),
  'translation-same': ({ target }) => ({
    message: `bản dịch “${target}” cùng ngôn ngữ với bài này nên bị bỏ qua`,
    hint: 'Ghi “language: en” trong _index.md của chuyên mục tiếng Anh, hoặc bỏ dòng này.',
  }),
  'translation-twice': ({ target, other }) => ({
    message: `bản dịch “${target}” bị bỏ qua vì đã có bản dịch khác cùng ngôn ngữ: ${other}`,
    hint: 'Mỗi ngôn ngữ một bản dịch: giữ lại một trong hai.',
  }),
  'anchor-dead': ({ target }) => ({
    message: `trang có, nhưng không có mục “${target}”`,
    hint: 'Xem lại phần sau dấu #; liên kết vẫn dẫn tới đầu trang.',
  }),
  'image-missing': ({ image, meant }) => ({
    message: `không thấy ảnh “${image}”; giữ lại chú thích, bỏ ảnh`,
    hint: did(meant, 'Đặt ảnh cạnh bài viết và ghi đúng tên tệp.'),
  }),
  'image-unreadable': ({ image }) => ({
    message: `tệp “${image}” không đọc được như một ảnh; người đọc có thể không thấy gì`,
    hint: 'Mở tệp xem có đúng là ảnh không (tệp rỗng, chép dở hay đổi nhầm đuôi?), rồi lưu lại thành JPG hoặc PNG.',
  }),
  'image-external': ({ image }) => ({
    message: `ảnh ở trang khác (${image}) được đổi thành liên kết`,
    hint: 'Tải ảnh về, đặt cạnh bài viết.',
  }),
  'image-format': ({ image, isLink }) => ({
    message: `trình duyệt không hiện tệp “${image}” thành ảnh, ${isLink ? 'nên đổi thành liên kết' : 'nên không dùng làm ảnh của bài'}`,
    hint: isPhoto(image)
      ? 'Mở ảnh, lưu lại thành .jpg, để cạnh bài viết rồi ghi tên tệp mới.'
      : `Bỏ dấu ! để thành liên kết, như [Kế hoạch](ke-hoach.pdf); tài liệu của bài thì ghi ở “tệp đính kèm”.`,
  }),
  'attachment-missing': ({ file, meant }) => ({
    message: `không thấy tệp đính kèm “${file}”`,
    hint: did(meant, 'Đặt tệp cạnh bài viết và ghi đúng tên.'),
  }),
  'attachment-type': ({ file }) => ({
    message: `không đăng được tệp loại này: “${file}”`,
    hint: isPhoto(file)
      ? 'Mở ảnh, lưu lại thành JPG hoặc PNG, rồi dùng tệp mới.'
      : 'Dùng PDF, Word, Excel, PowerPoint, OpenDocument, ảnh JPG hoặc PNG, âm thanh, video hoặc zip.',
  }),
  'file-unused': () => ({
    message: 'không bài nào dùng tệp này nên không đăng',
    hint: 'Nhắc đến tệp trong bài, hoặc xóa tệp; tệp dùng chung để trong content/_public.',
  }),
  'address-collision': ({ address, others }) => ({
    message: `địa chỉ ${address} trùng với ${others.join(', ')}`,
    hint: 'Đổi tên một tệp, hoặc thêm “slug:” khác vào một bài.',
  }),
  'address-nested': ({ address, other }) => ({
    message: `tệp ${address} chiếm chỗ của thư mục chứa ${other}`,
    hint: 'Đổi tên một trong hai.',
  }),
  'address-reserved': ({ address }) => ({
    message: `địa chỉ ${address} nằm trong thư mục .bantin, dành riêng cho chương trình này`,
    hint: 'Đổi tên thư mục, hoặc xóa địa chỉ cũ ấy.',
  }),
  'alias-clash': ({ alias, others }) => ({
    message: `địa chỉ cũ “${alias}” vướng địa chỉ đã có của ${others.join(', ')}`,
    hint: 'Xóa hoặc sửa địa chỉ cũ này; mỗi địa chỉ chỉ dẫn tới một nơi.',
  }),
  'template-syntax': ({ reason }) => ({
    message: `mẫu giao diện sai cú pháp: ${reason}`,
    hint: 'Xem lại các dấu {{ }}, {% %} ở dòng này.',
  }),
  'template-missing': ({ name }) => ({
    message: `không có mẫu “${name}”`,
    hint: 'Tạo tệp này trong templates/, hoặc sửa tên được gọi.',
  }),
  'template-undefined': ({ name }) => ({
    message: `“${name}” không có giá trị`,
    hint: 'Xem lại tên; nếu có thể vắng mặt thì bọc trong {% if … %}.',
  }),
  'template-loop': ({ chain }) => ({
    message: `mẫu gọi lại chính nó: ${chain.join(' → ')}`,
    hint: 'Bỏ một lời gọi include, extends hoặc fragment trong vòng này.',
  }),
  'template-failed': ({ reason }) => ({
    message: `mẫu giao diện gặp lỗi: ${reason}`,
    hint: 'Sửa mẫu ở dòng này, hoặc xóa nó để dùng mẫu có sẵn.',
  }),
  'output-foreign': ({ path }) => ({
    message: `tệp ${path} đã có sẵn và không do chương trình này tạo ra`,
    hint: 'Dời tệp đó đi nơi khác, hoặc chọn thư mục khác bằng --out.',
  }),
  'output-failed': ({ reason, begun }) => ({
    message: `không ghi được trang (${reason})`,
    hint: `${stateOfOutput(begun)} Kiểm tra quyền ghi rồi chạy lại.`,
  }),
  'output-full': ({ begun }) => ({
    message: 'ổ đĩa đã đầy',
    hint: `${stateOfOutput(begun)} Giải phóng chỗ trống rồi chạy lại.`,
  }),
  'output-locked': ({ owner, since }) => ({
    message: `một lần dựng khác đang chạy (${owner}, từ ${since})`,
    hint: 'Chờ lần đó xong rồi chạy lại. Nếu chắc chắn không có lần nào đang chạy, xoá tệp lock này.',
  }),
  'output-unsafe': ({ folder, holds, target }) => ({
    message: `không thể ghi trang vào ${folder}: ${holds === 'cache' ? 'đây là chỗ của bộ nhớ đệm, có thể bị xóa bất cứ lúc nào' : 'thư mục này chứa nguồn của trang'}`,
    hint:
      target === ''
        ? 'Chọn thư mục khác bằng --out, ví dụ --out dist.'
        : `Đây là một liên kết tới ${target}. Hãy xóa liên kết ấy (nguồn của trang vẫn còn nguyên) rồi chạy lại.`,
  }),
  'thread-lost': () => ({
    message: 'một luồng xử lý của lần dựng trang đã dừng mà không trả lời',
    hint: 'Chưa có gì được xuất bản. Hãy chạy lại; nếu vẫn thế, hãy chạy với --workers 0.',
  }),
  'import-unknown': () => ({
    message: 'không nhận ra dạng của tệp này',
    hint: 'Cần văn bản của cổng thông tin: tên chuyên mục, dòng trống, tiêu đề, dòng “Ngày đăng …”, rồi nội dung.',
  }),
  'import-dateless': () => ({
    message: 'không thấy dòng ngày đăng',
    hint: 'Dòng ngày đăng như “Ngày đăng 17/02/2020 | 15:47 | Lượt xem: 405” phải ở ngay dưới tiêu đề.',
  }),
  'import-exists': ({ path }) => ({
    message: `đã có bài ở ${path}`,
    hint: 'Xóa hoặc đổi tên bài cũ nếu muốn nhập lại.',
  }),
};
