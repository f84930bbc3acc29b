import { folderOf } from '../base/address.ts';
import { type Diagnostic, warning } from '../base/diagnostic.ts';
import type { Language } from '../base/messages/describe.ts';
import type { Recall } from '../base/recall.ts';
import { compareText } from '../base/vietnamese.ts';
import type { Document } from './document.ts';
import type { Settings, Translation } from './site.ts';
import { documentOfFile, findDocument, type NamedDocument, type Targets } from './targets.ts';

/** Of each document that has some, by its path: those that it names, and those that name it. */
export type Translations = ReadonlyMap<string, readonly Translation[]>;

export const NOT_TRANSLATED: readonly Translation[] = Object.freeze([]);

const NOTHING_TRANSLATED: Translations = new Map();

/**
 * Puts texts beside their translations. It is enough that one of the two names the other; each has one translation a
 * language. `documents` are those that name some.
 */
export function pairTranslations(
  documents: readonly Document[],
  targets: Targets,
  settings: Settings,
  recall: Recall,
  report: (diagnostic: Diagnostic) => void,
): Translations {
  if (documents.length === 0) return NOTHING_TRANSLATED;
  const found = new Map<string, Map<Language, NamedDocument>>();
  const standingBeside = (one: NamedDocument, other: NamedDocument): NamedDocument =>
    found.get(one.path)?.get(other.language) ?? other;
  const put = (one: NamedDocument, other: NamedDocument): void => {
    const known = found.get(one.path) ?? new Map<Language, NamedDocument>();
    found.set(one.path, known.set(other.language, other));
  };

  // Of two that want to be the same translation the first one is it, whatever the order of reading.
  for (const document of [...documents].sort((a, b) => compareText(a.path, b.path))) {
    const own = documentOfFile(targets, document.path);
    for (const { value: target, place } of document.translations) {
      const other = findDocument(targets, folderOf(document.path), target, settings);
      if (own === undefined || other === undefined) report(warning('translation-dead', place, { target }));
      else if (other.language === own.language) report(warning('translation-same', place, { target }));
      else {
        const [beside, opposite] = [standingBeside(own, other), standingBeside(other, own)];
        if (beside === other && opposite === own) {
          put(own, other);
          put(other, own);
        } else {
          const { path } = beside === other ? opposite : beside;
          report(warning('translation-twice', place, { target, other: `content/${path}` }));
        }
      }
    }
  }

  const entries = [...found].map(([path, byLanguage]) => {
    const translations = [...byLanguage.values()].map(
      ({ path: file, address, language }): Translation =>
        recall.keep(recall, `translation ${language} ${path}`, { path: file, address, language }),
    );
    const kept = Object.freeze(recall.keep(recall, `translations of ${path}`, translations));
    return recall.keep(recall, `translated ${path}`, [path, kept] as const);
  });
  return recall.for(byPath)(recall.keep(recall, 'translated', entries));
}

function byPath(entries: readonly (readonly [string, readonly Translation[]])[]): Translations {
  return new Map(entries);
}
