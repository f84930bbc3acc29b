import type { Recall } from '../base/recall.ts';
import type { Document } from './document.ts';
import { type FurtherAddresses, looksLikeFile, looksLikeList } from './further-addresses.ts';
import type { Settings } from './site.ts';
import { readOwnTarget, spellingsOf, type Targets, withinSite } from './targets.ts';

/** The addresses among `FurtherAddresses` that a document's links mean, by what the links say. */
export type Led = Readonly<Record<string, string>>;

export const LED_NOWHERE: Led = Object.freeze({});

const MAY_BE = { lists: looksLikeList, files: looksLikeFile } as const;

/** Whether what a document leads to depends on the `FurtherAddresses` that there are. */
export function mayLeadFurther({ outline }: Document): boolean {
  return outline.references.some(
    ({ kind, target }) => kind === 'link' && (MAY_BE.lists(target) || MAY_BE.files(target)),
  );
}

/** The same object as last time if the document's own links lead there as before, whatever else has come or gone. */
export function ledFurther(
  document: Document,
  kind: keyof FurtherAddresses,
  { basePath }: Targets,
  settings: Settings,
  further: FurtherAddresses | null,
  recall: Recall,
): Led {
  if (further === null) return LED_NOWHERE;
  const led: Record<string, string> = {};
  for (const reference of document.outline.references) {
    if (reference.kind !== 'link' || !MAY_BE[kind](reference.target)) continue;
    const target = readOwnTarget(reference.target, settings);
    if (target.kind !== 'internal' || !target.path.startsWith('/')) continue;
    const own = withinSite(target.path, basePath);
    const address = spellingsOf(own).find((each) => further[kind].has(each));
    if (address !== undefined) led[own] = address;
  }
  return Object.keys(led).length === 0 ? LED_NOWHERE : recall.keep(document, `led to ${kind}`, led);
}
