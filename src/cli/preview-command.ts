import path from 'node:path';
import { parseSettings } from '../parse/settings.ts';
import { nodeFileSystem } from '../read/node-file-system.ts';
import { readSettingsFile } from '../read/settings-file.ts';
import { publishedFiles } from '../serve/published-files.ts';
import { ServeError, startServer } from '../serve/server.ts';
import { nodeDisk } from '../write/node-disk.ts';
import { publishedSite } from '../write/records.ts';
import { readArguments } from './arguments.ts';
import { readHost, readPort, SERVER_OPTIONS, tellAddress } from './server-flags.ts';
import { shownPath } from './shown-path.ts';
import { stopSignal } from './stop-signal.ts';
import { EXIT, type ExitStatus, languageOf, type Terminal } from './terminal.ts';
import { cliWords } from './words.ts';

/** `preview`: serves what is published as a web server would, until it is ended. */
export async function previewCommand(args: readonly string[], terminal: Terminal): Promise<ExitStatus> {
  const { values } = readArguments({
    args: [...args],
    options: { root: { type: 'string', default: '.' }, out: { type: 'string' }, ...SERVER_OPTIONS },
  });
  const root = path.resolve(values.root);
  const out = values.out === undefined ? path.join(root, 'dist') : path.resolve(values.out);
  const wanted = { port: readPort(values.port), host: readHost(values.host) };
  const { settings } = parseSettings(readSettingsFile(nodeFileSystem(root)));
  const language = languageOf(terminal, settings.language);
  const words = cliWords(language);
  const files = nodeFileSystem(out);
  if (files.list('') === undefined) {
    terminal.err(`${words.nothingBuilt(shownPath(out))}\n`);
    return EXIT.environment;
  }
  const stopped = stopSignal();
  try {
    const server = await startServer({
      files,
      site: publishedFiles(files, () => publishedSite(nodeDisk(), out), settings.basePath),
      language,
      ...wanted,
      onFault: (cause) => terminal.err(`${words.previewFault}\n${String(cause)}\n`),
    });
    tellAddress(terminal, words, server, wanted);
    await stopped;
    await server.close();
    return EXIT.ok;
  } catch (cause) {
    if (!(cause instanceof ServeError)) throw cause;
    terminal.err(`${cause.message}\n`);
    return EXIT.environment;
  }
}
