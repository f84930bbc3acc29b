import type { Language } from '../base/messages/describe.ts';
import type { Refusal } from './guard.ts';

/** What the server says, in answers and on the overlay. */
export interface ServeWords {
  readonly notFound: { readonly title: string; readonly text: string };
  readonly refused: Readonly<Record<Refusal, string>>;
  readonly malformed: string;
  readonly failed: string;
  readonly portsInUse: (first: number, last: number) => string;
  readonly cannotListen: (host: string, reason: string) => string;
  readonly error: string;
  readonly warning: string;
  readonly findings: (errors: number, warnings: number) => string;
  readonly more: (count: number) => string;
  readonly close: string;
}

const vi: ServeWords = {
  notFound: { title: 'Không tìm thấy trang', text: 'Không có gì ở địa chỉ này.' },
  refused: {
    host: 'Máy chủ này không phục vụ tên miền đó. Hãy mở bằng địa chỉ ghi trong cửa sổ lệnh; muốn dùng tên khác, chạy với --host.',
    origin: 'Yêu cầu đến từ một trang web khác nên bị từ chối.',
    'cross-site': 'Yêu cầu đến từ một trang web khác nên bị từ chối.',
    method: 'Máy chủ này chỉ để xem: chỉ nhận GET và HEAD.',
  },
  malformed: 'Địa chỉ viết chưa đúng.',
  failed: 'Máy chủ gặp lỗi khi trả lời. Chi tiết ở cửa sổ lệnh.',
  portsInUse: (first, last) =>
    `mọi cổng từ ${first} đến ${last} đều đang có chương trình khác dùng; hãy chọn cổng khác bằng --port`,
  cannotListen: (host, reason) => `không mở được máy chủ ở ${host} (${reason})`,
  error: 'lỗi',
  warning: 'cảnh báo',
  findings: (errors, warnings) =>
    [errors && `${errors} lỗi`, warnings && `${warnings} cảnh báo`].filter(Boolean).join(', '),
  more: (count) => `… và ${count} mục nữa trong cửa sổ lệnh`,
  close: 'Đóng (Esc)',
};

const en: ServeWords = {
  notFound: { title: 'Page not found', text: 'There is nothing at this address.' },
  refused: {
    host: 'This server does not answer for that host. Open the address that the terminal shows; for another name, run with --host.',
    origin: 'The request comes from another site and is refused.',
    'cross-site': 'The request comes from another site and is refused.',
    method: 'This server only shows: it takes GET and HEAD.',
  },
  malformed: 'The address is malformed.',
  failed: 'The server failed to answer. The terminal shows why.',
  portsInUse: (first, last) => `every port from ${first} to ${last} is in use; choose another with --port`,
  cannotListen: (host, reason) => `cannot listen on ${host} (${reason})`,
  error: 'error',
  warning: 'warning',
  findings: (errors, warnings) =>
    [errors && `${errors} error(s)`, warnings && `${warnings} warning(s)`].filter(Boolean).join(', '),
  more: (count) => `… and ${count} more in the terminal`,
  close: 'Close (Esc)',
};

const WORDS: Readonly<Record<Language, ServeWords>> = { vi, en };

export function serveWords(language: Language): ServeWords {
  return WORDS[language];
}
