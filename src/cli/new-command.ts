import path from 'node:path';
import { freeName } from '../base/address.ts';
import { calendar, formatDate, formatTime, two } from '../base/time.ts';
import { slug } from '../base/vietnamese.ts';
import { fieldLine } from '../import/article-file.ts';
import { parseSettings } from '../parse/settings.ts';
import { nodeFileSystem } from '../read/node-file-system.ts';
import { readSettingsFile } from '../read/settings-file.ts';
import { nodeDisk } from '../write/node-disk.ts';
import { writeSourceFile } from '../write/source-file.ts';
import { readArguments } from './arguments.ts';
import { findExisting, nameFaults, sectionPart } from './existing-sections.ts';
import { formatReport } from './report.ts';
import { sectionFolder } from './site-folder.ts';
import { EXIT, type ExitStatus, languageOf, nowOf, type Terminal, UsageError } from './terminal.ts';
import { cliWords } from './words.ts';

/** `new "Tiêu đề" [--section PATH]`: an article of today with a name that is right for its address. */
export function newCommand(args: readonly string[], terminal: Terminal): ExitStatus {
  const { values, positionals } = readArguments({
    args: [...args],
    allowPositionals: true,
    options: { root: { type: 'string', default: '.' }, section: { type: 'string', default: '' } },
  });
  const root = path.resolve(values.root);
  const site = nodeFileSystem(root);
  const isSite = site.list('content') !== undefined;
  const { settings } = parseSettings(readSettingsFile(site));
  const language = languageOf(terminal, settings.language);
  const words = cliWords(language);
  const title = positionals.join(' ').normalize('NFC').replace(/\s+/g, ' ').trim();
  if (slug(title) === '') throw new UsageError(words.missing.title);

  const now = { epoch: nowOf(terminal), hasTime: true };
  const { year, month, day } = calendar(now, settings.zone);
  const section = findExisting(site, sectionFolder(values.section));
  if (section.kind === 'unclear') {
    terminal.err(`${words.sectionUnclear(values.section, section.near)}\n`);
    return EXIT.environment;
  }
  const { folder } = section;
  const faults = nameFaults(folder);
  if (faults.length > 0) {
    terminal.err(formatReport(faults, { language, colour: terminal.colour }));
    return EXIT.findings;
  }
  const name = freeName(slug(title), folder);
  const file = `content/${folder === '' ? '' : `${folder}/`}${year}-${two(month)}-${two(day)}-${name}.md`;
  const date = `${formatDate(now, settings.zone)} ${formatTime(now, settings.zone)}`;
  const text = `---\n${fieldLine('title', title)}date: ${date}\nsummary:\ntags: []\n---\n\n`;
  const created = writeSourceFile(nodeDisk(), root, file, text);
  if (!created) {
    terminal.err(`${words.articleExists(file)}\n`);
    return EXIT.findings;
  }
  if (!isSite) terminal.err(`${words.siteBegun(root)}\n`);
  else if (section.kind === 'new') terminal.err(`${words.sectionBegun(`content/${sectionPart(folder)}`)}\n`);
  terminal.out(`${words.created(isSite ? file : path.join(root, file))}\n`);
  return EXIT.ok;
}
