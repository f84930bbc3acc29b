import type { Language } from '../base/messages/describe.ts';

/** What a disk's own short words say, for those who know none of them. */
const REASONS: Readonly<Record<Language, Readonly<Record<string, string>>>> = {
  vi: {
    EACCES: 'không có quyền',
    EPERM: 'không có quyền',
    ENOTDIR: 'trên đường dẫn có một tệp ở chỗ phải là thư mục',
    EISDIR: 'đó là thư mục, không phải tệp',
    ENOENT: 'không có tệp hoặc thư mục ấy',
    ENOSPC: 'ổ đĩa đã đầy',
    EROFS: 'ổ đĩa chỉ cho đọc',
    EBUSY: 'chương trình khác đang giữ',
    ENAMETOOLONG: 'tên quá dài',
  },
  en: {
    EACCES: 'no right to',
    EPERM: 'no right to',
    ENOTDIR: 'there is a file on the way where a folder should be',
    EISDIR: 'that is a folder, not a file',
    ENOENT: 'there is no such file or folder',
    ENOSPC: 'the disk is full',
    EROFS: 'the disk can only be read',
    EBUSY: 'another program holds it',
    ENAMETOOLONG: 'the name is too long',
  },
};

/** The short word too: it is what a search engine knows. */
export function diskReason(language: Language, code: string): string {
  const reason = REASONS[language][code];
  return reason === undefined ? code : `${reason}, ${code}`;
}
