/**
 * What Word leaves behind when a text is pasted: conditional comments, tags of Office's namespaces, VML, characters
 * that nobody sees. They say nothing, so they go without a word; line breaks stay, so that lines keep their numbers.
 * NUL becomes what stands for an unknown character: it is our own mark. An ordinary text (decode.ts) has neither.
 */
export function cleanWordPaste(text: string, isOrdinary: boolean): string {
  const visible = isOrdinary
    ? text
    : text
        .replace(/\0/g, '\ufffd')
        .replace(/[\u00a0\u202f]/g, ' ')
        .replace(/[\u00ad\u200b\u2060\ufeff]/g, '');
  if (!visible.includes('<')) return visible;
  return visible
    .replace(
      /<!(?:--)?\s*\[(?:if|endif)[^>]*>(?:(?=[\s\S]*?<!\[endif\]-->)[\s\S]*?<!\[endif\]-->)?/gi,
      lineBreaks,
    )
    .replace(/<xml\b[^>]*>[\s\S]*?<\/xml>/gi, lineBreaks)
    .replace(/<\?xml[^>]*>/gi, lineBreaks)
    .replace(/<\/?(?:o|v|w|m|x|st1):[^<>]*>/gi, lineBreaks);
}

function lineBreaks(removed: string): string {
  return removed.replace(/[^\n]+/g, '');
}
