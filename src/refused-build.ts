import type { Diagnostic } from './base/diagnostic.ts';
import type { Language } from './base/messages/describe.ts';
import type { BuildResult } from './build.ts';
import { DEFAULT_SETTINGS, parseSettings } from './parse/settings.ts';
import type { FileSystem } from './read/file-system.ts';
import { readSettingsFile } from './read/settings-file.ts';

/** What there is to say of a build that could not be made for one reason. */
export function refusedBuild(diagnostic: Diagnostic, site: FileSystem): BuildResult {
  return {
    ok: false,
    published: false,
    output: undefined,
    diagnostics: [diagnostic],
    summary: { articles: 0, pages: 0, skipped: 0, written: 0, unchanged: 0, deleted: 0 },
    rendered: [],
    language: siteLanguage(site),
    basePath: '',
    until: undefined,
  };
}

/** The site's own language, as far as it can be read at all: whatever is wrong with its settings is not what is told then. */
export function siteLanguage(site: FileSystem): Language {
  try {
    return parseSettings(readSettingsFile(site)).settings.language;
  } catch {
    return DEFAULT_SETTINGS.language;
  }
}
