/** Words that begin the names of associations, offices and newspapers; with accents, for without they begin people's too. */
const BODY =
  /^(?:hội|ban|tiểu ban|[uủ][yỷ] ban|ubnd|đảng|chi bộ|chi hội|chi đoàn|công đoàn|liên đoàn|liên hiệp|mặt trận|đoàn (?:thanh|tncs|phường|xã|quận)|phòng|văn phòng|trường|trung tâm|câu lạc bộ|nhóm|tổ|báo|đài|tạp chí|cổng|tòa soạn|toà soạn|phường|quận|xã|công an|công ty|sở|bộ)(?= |$)/;
const ENGLISH_BODY =
  /\b(?:association|board|committee|union|office|department|team|front|council|school|news|newspaper|club|society|centre|center|party|desk|staff|group|company|agency)\b/;

/**
 * Whether an author is somebody or an association, for data that have to say which. A person's name is a few words that
 * all begin large, behind `Bài và ảnh:` and before where he belongs; in an association's most begin small.
 */
export function isPerson(author: string): boolean {
  const name = (author.replace(/^[^:]*:/, '').split(/[,;&(/]|\s[-–—]\s/)[0] ?? '').normalize('NFC').trim();
  const lower = name.toLowerCase();
  if (BODY.test(lower) || ENGLISH_BODY.test(lower)) return false;
  const words = name.split(/\s+/);
  return (
    words.length <= 6 && words.every((word) => /^\p{Lu}(?:\.|\p{Ll}*(?:['’-]\p{Lu}?\p{Ll}+)*)$/u.test(word))
  );
}
