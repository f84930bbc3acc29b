import { type Diagnostic, error, type Place, wholeFile } from '../base/diagnostic.ts';
import type { TemplatePlaces, TemplateSource } from './template-places.ts';

/** What went wrong in which line of which template. */
export class TemplateError extends Error {
  override readonly name = 'TemplateError';
  readonly diagnostic: Diagnostic;
  constructor(diagnostic: Diagnostic) {
    super(diagnostic.code);
    this.diagnostic = diagnostic;
  }
}

const UNDEFINED = /attempted to output null or undefined value/;

/** What was thrown while a page was rendered, or a template compiled, as a finding with its place. */
export function diagnose(
  cause: unknown,
  page: TemplateSource,
  places: TemplatePlaces,
  otherwise: 'template-syntax' | 'template-failed',
): Diagnostic {
  if (cause instanceof TemplateError) return cause.diagnostic;
  const thrown: { message?: unknown; lineno?: unknown; colno?: unknown } =
    typeof cause === 'object' && cause !== null ? cause : {};
  const reason = plainReason(String(thrown.message ?? cause));
  if (/Maximum call stack/.test(reason))
    return error('template-loop', wholeFile(page.path), { chain: [page.name] });
  const isUndefined = UNDEFINED.test(reason);
  // Nunjucks counts from 1 in what it parses and in what is undefined, from 0 in all other calls.
  const base = isUndefined || otherwise === 'template-syntax' ? 0 : 1;
  const found = places.find(Number(thrown.lineno ?? 0) + base, Number(thrown.colno ?? 0) + base);
  const place = found?.place ?? places.search(reason) ?? wholeFile(page.path);
  if (isUndefined) return error('template-undefined', place, { name: expressionAt(place) });
  const missing = /^template not found: (.*)$/.exec(reason)?.[1];
  if (missing !== undefined) return error('template-missing', place, { name: missing });
  return error(otherwise, place, { reason });
}

/** The last line of a message: before it Nunjucks puts the path of every template on the way. */
function plainReason(message: string): string {
  const last = message.trim().split('\n').at(-1) ?? '';
  return last.replace(/^(?:\s*(?:Template render error|Error|TypeError|RangeError): )+/, '').trim();
}

/** The expression between `{{` and `}}` around a column, without its filters. */
function expressionAt(place: Place): string {
  const segments = [...place.text.matchAll(/\{\{-?(.*?)-?\}\}/g)];
  const around =
    segments.find((segment) => place.column <= segment.index + segment[0].length) ?? segments.at(-1);
  return (around?.[1] ?? place.text).split('|')[0]?.trim() ?? '';
}
