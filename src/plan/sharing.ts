import { SHARING_PICTURE } from '../base/address.ts';
import type { SectionName, Settings } from '../model/site.ts';

/** A section, or the site: that has none above it. */
export type Shared = Pick<SectionName, 'title' | 'address' | 'parent'>;

export const WHOLE_SITE: Shared = { title: '', address: '/', parent: null };

/** Where the picture is that stands for a section. */
export function sharingAddress({ address }: Shared): string {
  return address + SHARING_PICTURE;
}

/** What is written on it: what the section is called, and whose it is, or nothing if that says the same. */
export function sharingWords(
  section: Shared,
  { title, organisation }: Settings,
): { readonly title: string; readonly name: string } {
  if (section.parent !== null) return { title: section.title, name: title };
  return { title, name: organisation === title ? '' : organisation };
}
