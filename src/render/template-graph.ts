import { type Diagnostic, error } from '../base/diagnostic.ts';
import { placeOf, type TemplateSource } from './template-places.ts';

/** A template that another one names outright. */
interface Call {
  readonly name: string;
  readonly offset: number;
}

const CALL = /\{%-?\s*(?:include|extends|import|from)\s+(["'])(.+?)\1|\bfragments?\(\s*(["'])(.+?)\3/g;

function callsOf(source: TemplateSource): Call[] {
  return [...source.text.matchAll(CALL)].map((match) => ({
    name: match[2] ?? match[4] ?? '',
    offset: match.index,
  }));
}

/**
 * Templates that call themselves, straight or by way of others: rendering them would not end. What is meant to
 * repeat itself, such as a tree, is written as a macro.
 */
export function findLoops(sources: ReadonlyMap<string, TemplateSource>): Diagnostic[] {
  const calls = new Map([...sources].map(([name, source]) => [name, callsOf(source)]));
  const findings: Diagnostic[] = [];
  const done = new Set<string>();

  const visit = (name: string, chain: readonly string[]): void => {
    if (done.has(name)) return;
    const source = sources.get(name);
    for (const call of calls.get(name) ?? []) {
      const start = chain.indexOf(call.name);
      if (start < 0) visit(call.name, [...chain, call.name]);
      else if (source !== undefined) {
        const place = placeOf(source, call.offset);
        findings.push(error('template-loop', place, { chain: [...chain.slice(start), call.name] }));
      }
    }
    done.add(name);
  };
  for (const name of sources.keys()) visit(name, [name]);
  return findings;
}
