import path from 'node:path';
import { parseArgs } from 'node:util';
import { type Diagnostic, error, wholeFile } from '../base/diagnostic.ts';
import { calendar, formatDate, formatTime, two } from '../base/time.ts';
import { slug } from '../base/vietnamese.ts';
import { fieldLine } from '../import/article-file.ts';
import { parseSettings } from '../parse/settings.ts';
import { nodeFileSystem } from '../read/node-file-system.ts';
import { readSettingsFile } from '../read/settings-file.ts';
import { nodeDisk } from '../write/node-disk.ts';
import { writeSourceFile } from '../write/source-file.ts';
import { formatReport } from './report.ts';
import { sectionFolder } from './site-folder.ts';
import { EXIT, type ExitStatus, languageOf, nowOf, type Terminal, UsageError } from './terminal.ts';
import { cliWords } from './words.ts';

/** `new "Tiêu đề" [--section PATH]`: an article of today with a name that is right for its address. */
export function newCommand(args: readonly string[], terminal: Terminal): ExitStatus {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { root: { type: 'string', default: '.' }, section: { type: 'string', default: '' } },
  });
  const root = path.resolve(values.root);
  const { settings } = parseSettings(readSettingsFile(nodeFileSystem(root)));
  const language = languageOf(terminal, settings.language);
  const words = cliWords(language);
  const title = positionals.join(' ').normalize('NFC').replace(/\s+/g, ' ').trim();
  const name = slug(title);
  if (name === '') throw new UsageError(words.missing.title);

  const now = { epoch: nowOf(terminal), hasTime: true };
  const { year, month, day } = calendar(now, settings.zone);
  const folder = sectionFolder(values.section);
  const file = `content/${folder === '' ? '' : `${folder}/`}${year}-${two(month)}-${two(day)}-${name}.md`;
  const date = `${formatDate(now, settings.zone)} ${formatTime(now, settings.zone)}`;
  const text = `---\n${fieldLine('title', title)}date: ${date}\nsummary:\ntags: []\n---\n\n`;
  const created = writeSourceFile(nodeDisk(), root, file, text);
  if (!created) {
    const finding: Diagnostic = error('import-exists', wholeFile(file), { path: file });
    terminal.err(formatReport([finding], { language, colour: terminal.colour }));
    return EXIT.findings;
  }
  terminal.out(`${words.created(file)}\n`);
  return EXIT.ok;
}
