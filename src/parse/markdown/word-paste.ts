import { withoutUnseen } from '../unseen.ts';
import { outsideFences } from './fenced-code.ts';

/**
 * What Word leaves behind when a text is pasted: conditional comments, tags of Office's namespaces, VML, characters
 * that nobody sees. They say nothing, so they go without a word; line breaks stay, so that lines keep their numbers.
 * Tags between fences are code that somebody shows, and stay.
 */
export function cleanWordPaste(text: string, isOrdinary: boolean): string {
  const visible = isOrdinary ? text : withoutUnseen(text);
  return visible.includes('<') ? outsideFences(visible, withoutTags) : visible;
}

function withoutTags(text: string): string {
  return withoutConditions(text)
    .replace(/<xml\b[^>]*>[\s\S]*?<\/xml>/gi, lineBreaks)
    .replace(/<\?xml[^>]*>/gi, lineBreaks)
    .replace(/<\/?(?:o|v|w|m|x|st1):[^<>]*>/gi, lineBreaks);
}

/** `<!--[if gte vml 1]>`, which hides what follows, and the marks that hide nothing: `<![if !vml]>`, `<![endif]>`. */
const CONDITION =
  /(<!--\s*\[if\b[^\]<>]*\]\s*>)(?!<!--+>)|<!(?:--\s*)?(?:<!)?\[(?:if\b[^\]<>]*|endif)\]\s*(?:(?:--|[—–-])?>(?:<!--+>)?)/gi;
/** Where what is hidden ends, also if an editor has made one dash of two. */
const HIDDEN_END = /<!\[endif\]\s*(?:--|[—–-])?>|-->/gi;

/** Between marks that hide nothing is text. What hides to no end hides nothing either. */
function withoutConditions(text: string): string {
  let result = '';
  let end = 0;
  let mayEnd = true;
  for (const mark of text.matchAll(CONDITION)) {
    if (mark.index < end) continue;
    result += text.slice(end, mark.index);
    const start = mark.index;
    end = start + mark[0].length;
    if (mark[1] !== undefined && mayEnd) {
      HIDDEN_END.lastIndex = end;
      mayEnd = HIDDEN_END.test(text);
      if (mayEnd) end = HIDDEN_END.lastIndex;
    }
    result += lineBreaks(text.slice(start, end));
  }
  return result + text.slice(end);
}

function lineBreaks(removed: string): string {
  return removed.replace(/[^\n]+/g, '');
}
