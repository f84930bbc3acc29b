import type { Catalogue } from './catalogue.ts';
import { vi } from './vi.ts';
export const en: Catalogue = vi;
