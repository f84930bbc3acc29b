import path from 'node:path';
import { type Diagnostic, error, isEnvironment, isError, wholeFile } from '../base/diagnostic.ts';
import { slug } from '../base/vietnamese.ts';
import { articleFile, fieldLine } from '../import/article-file.ts';
import { type ImportedArticle, readPortalText } from '../import/portal-text.ts';
import { decode } from '../parse/decode.ts';
import { parseSettings } from '../parse/settings.ts';
import { nodeFileSystem } from '../read/node-file-system.ts';
import { readSettingsFile } from '../read/settings-file.ts';
import { readSourceFile } from '../read/source-file.ts';
import { nodeDisk } from '../write/node-disk.ts';
import { writeSourceFile } from '../write/source-file.ts';
import { readArguments } from './arguments.ts';
import { formatReport } from './report.ts';
import { sectionFolder } from './site-folder.ts';
import { EXIT, type ExitStatus, languageOf, type Terminal, UsageError } from './terminal.ts';
import { cliWords } from './words.ts';

/** `import FILE… --section PATH`: articles from a portal's plain text, and the section they need. */
export function importCommand(args: readonly string[], terminal: Terminal): ExitStatus {
  const { values, positionals } = readArguments({
    args: [...args],
    allowPositionals: true,
    options: { root: { type: 'string', default: '.' }, section: { type: 'string' } },
  });
  const root = path.resolve(values.root);
  const { settings } = parseSettings(readSettingsFile(nodeFileSystem(root)));
  const language = languageOf(terminal, settings.language);
  const words = cliWords(language);
  if (positionals.length === 0) throw new UsageError(words.missing.files);
  if (values.section === undefined) throw new UsageError(words.missing.section);
  const folder = sectionFolder(values.section);

  const findings: Diagnostic[] = [];
  for (const file of positionals) {
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
    for (const section of createSections(root, folder, imported.article)) {
      terminal.out(`${words.sectionCreated(section.file, section.title)}\n`);
    }
    const { name, text } = articleFile(imported.article);
    const target = `content/${folder === '' ? '' : `${folder}/`}${name}.md`;
    if (writeSourceFile(nodeDisk(), root, target, text)) terminal.out(`${words.created(target)}\n`);
    else findings.push(error('import-exists', wholeFile(file), { path: target }));
  }
  if (findings.length > 0) terminal.err(formatReport(findings, { language, colour: terminal.colour }));
  if (findings.some((finding) => isError(finding) && isEnvironment(finding))) return EXIT.environment;
  return findings.some(isError) ? EXIT.findings : EXIT.ok;
}

/** Names the section that the text itself names, if one of the folders is called so and has no `_index.md` yet. */
function createSections(root: string, folder: string, article: ImportedArticle) {
  const parts = folder.split('/');
  const index = parts.findIndex((part) => part !== '' && part === slug(article.sectionTitle));
  if (index < 0) return [];
  const file = `content/${parts.slice(0, index + 1).join('/')}/_index.md`;
  const text = `---\n${fieldLine('title', article.sectionTitle)}---\n`;
  return writeSourceFile(nodeDisk(), root, file, text) ? [{ file, title: article.sectionTitle }] : [];
}
