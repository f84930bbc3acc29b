/**
 * A text without the signs that nobody sees and that no page or feed may hold, as pastes bring them: they say nothing, so
 * they go without a word. Spaces of other kinds, Word's line break (U+000B) among them, are spaces; NUL becomes what
 * stands for an unknown character, for it is a mark of ours. An ordinary text (decode.ts) has none of these.
 */
export function withoutUnseen(text: string): string {
  return text
    .replace(/\0/g, '\ufffd')
    .replace(/[\u000b\u000c\u0085\u00a0\u202f]/g, ' ')
    .replace(/[\u0001-\u0008\u000e-\u001f\u007f-\u009f\u00ad\u200b\u2060\ufeff]/g, '');
}
