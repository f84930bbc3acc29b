import path from 'node:path';
import { type Diagnostic, error, isEnvironment, isError, wholeFile } from '../base/diagnostic.ts';
import { articleFile } from '../import/article-file.ts';
import { readPortalText } from '../import/portal-text.ts';
import { decode } from '../parse/decode.ts';
import { parseSettings } from '../parse/settings.ts';
import { nodeFileSystem } from '../read/node-file-system.ts';
import { readSettingsFile } from '../read/settings-file.ts';
import { readSourceFile } from '../read/source-file.ts';
import { nodeDisk } from '../write/node-disk.ts';
import { writeSourceFile } from '../write/source-file.ts';
import { readArguments } from './arguments.ts';
import { createSections } from './create-sections.ts';
import { nameFaults } from './existing-sections.ts';
import { formatReport } from './report.ts';
import { sectionFolder } from './site-folder.ts';
import { EXIT, type ExitStatus, languageOf, type Terminal, UsageError } from './terminal.ts';
import { cliWords } from './words.ts';

/** `import FILE… --section PATH`: articles from a portal's plain text, and the sections they need. */
export function importCommand(args: readonly string[], terminal: Terminal): ExitStatus {
  const { values, positionals } = readArguments({
    args: [...args],
    allowPositionals: true,
    options: { root: { type: 'string', default: '.' }, section: { type: 'string' } },
  });
  const root = path.resolve(values.root);
  const site = nodeFileSystem(root);
  const { settings } = parseSettings(readSettingsFile(site));
  const language = languageOf(terminal, settings.language);
  const words = cliWords(language);
  if (positionals.length === 0) throw new UsageError(words.missing.files);
  if (values.section === undefined) throw new UsageError(words.missing.section);
  const folder = sectionFolder(values.section);

  const findings: Diagnostic[] = nameFaults(folder);
  for (const file of findings.length > 0 ? [] : positionals) {
    const source = readSourceFile(file);
    if ('finding' in source) {
      findings.push(source.finding);
      continue;
    }
    const decoded = decode(source.bytes);
    if ('looksLike' in decoded) {
      findings.push(error('encoding', { path: file, ...decoded.spot }, { looksLike: decoded.looksLike }));
      continue;
    }
    const imported = readPortalText(decoded.text, file, settings.zone);
    findings.push(...imported.diagnostics);
    if (!imported.ok) continue;
    for (const section of createSections(site, root, folder, imported.article.sectionTitle)) {
      terminal.out(`${words.sectionCreated(section.file, section.title)}\n`);
    }
    const { name, text } = articleFile(imported.article, folder);
    const target = `content/${folder === '' ? '' : `${folder}/`}${name}.md`;
    if (writeSourceFile(nodeDisk(), root, target, text)) terminal.out(`${words.created(target)}\n`);
    else findings.push(error('import-exists', wholeFile(file), { path: target }));
  }
  if (findings.length > 0) terminal.err(formatReport(findings, { language, colour: terminal.colour }));
  if (findings.some((finding) => isError(finding) && isEnvironment(finding))) return EXIT.environment;
  return findings.some(isError) ? EXIT.findings : EXIT.ok;
}
