import type { Section } from '../model/site.ts';
import type { ContactPart } from './views.ts';

/** How an association can be reached, in the order written. */
export function contactOf(section: Section): ContactPart[] {
  const contact = section.entry?.document.contact ?? [];
  return contact.map(([name, value]) => ({ name, value, href: contactHref(value) }));
}

/** What a phone can do with a line of contact: call it or write to it. */
function contactHref(value: string): string {
  if (/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(value)) return `mailto:${value}`;
  const digits = value.replace(/[\s().-]/g, '');
  return /^\+?\d{8,12}$/.test(digits) ? `tel:${digits}` : '';
}
