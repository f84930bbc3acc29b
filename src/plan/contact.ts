import type { Section } from '../model/site.ts';
import { linkedText } from './linked-text.ts';
import type { ContactPart, TextPiece } from './views.ts';

/** How an association can be reached, in the order written. */
export function contactOf(section: Section): ContactPart[] {
  const contact = section.entry?.document.contact ?? [];
  return contact.map(([name, value]) => ({ name, value, pieces: linkedText(name, value) }));
}

/** What a phone can call or write to, by itself. */
export function reachOf(section: Section): TextPiece[] {
  return contactOf(section).flatMap(({ pieces }) =>
    pieces.filter(({ href }) => /^(?:tel|mailto):/.test(href)),
  );
}
