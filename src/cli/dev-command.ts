import path from 'node:path';
import { build } from '../build.ts';
import { parseSettings } from '../parse/settings.ts';
import { nodeFileSystem } from '../read/node-file-system.ts';
import { rememberingFileSystem } from '../read/remembering-file-system.ts';
import { readSettingsFile } from '../read/settings-file.ts';
import { unchangingFileSystem } from '../read/unchanging-file-system.ts';
import { refusedBuild } from '../refused-build.ts';
import { startDev } from '../serve/dev.ts';
import { ServeError } from '../serve/server.ts';
import { nodeDisk } from '../write/node-disk.ts';
import { publishedSite } from '../write/records.ts';
import { writeSourceFile } from '../write/source-file.ts';
import { unsafeOutput } from '../write/unsafe-output.ts';
import { readArguments } from './arguments.ts';
import { devReport } from './dev-report.ts';
import { createHeap } from './heap.ts';
import { openOutput } from './open-output.ts';
import { CLIENT, THEME } from './program-folders.ts';
import { readHost, readPort, SERVER_OPTIONS } from './server-flags.ts';
import { siteCrew } from './site-crew.ts';
import { siteMemoStore, siteSpill } from './site-memos.ts';
import { stopSignal } from './stop-signal.ts';
import { EXIT, type ExitStatus, languageOf, nowOf, type Terminal } from './terminal.ts';

/** `dev`: builds, serves, and builds again whenever something changes, until it is ended. */
export async function devCommand(args: readonly string[], terminal: Terminal): Promise<ExitStatus> {
  const { values } = readArguments({
    args: [...args],
    options: {
      root: { type: 'string', default: '.' },
      drafts: { type: 'boolean', default: false },
      future: { type: 'boolean', default: false },
      ...SERVER_OPTIONS,
    },
  });
  const root = path.resolve(values.root);
  // Told before anything is served, and not with every build.
  nowOf(terminal);
  const port = readPort(values.port);
  const host = readHost(values.host);
  const { drafts, future } = values;
  // What nobody is to see yet is kept away from the folder that is published.
  const out = drafts || future ? path.join(root, '.bantin', 'dev') : path.join(root, 'dist');
  if (drafts || future) writeSourceFile(nodeDisk(), root, '.bantin/.gitignore', '*\n');

  const disk = nodeFileSystem(root);
  const sources = rememberingFileSystem(disk);
  const { settings } = parseSettings(readSettingsFile(disk));
  const language = languageOf(terminal, settings.language);
  const store = siteMemoStore(root, out);
  const memos = store.load();
  // The first build is to put everything in memory, whether anything has changed or not.
  memos.whole.last = () => undefined;
  const heap = createHeap();
  const theme = unchangingFileSystem(nodeFileSystem(THEME));
  const client = nodeFileSystem(CLIENT);
  const textOf = (name: string): string => new TextDecoder().decode(client.read(name));
  const crew = siteCrew(terminal);
  const spill = siteSpill(root, out);
  const unsafe = drafts || future ? undefined : unsafeOutput(root, out);
  const stopped = stopSignal();
  try {
    const dev = await startDev({
      root,
      sources,
      disk,
      build() {
        if (unsafe !== undefined) return refusedBuild(unsafe, sources);
        heap.rest();
        const result = build(
          {
            site: sources,
            theme,
            publication: () => openOutput(out, crew, memos.output),
            crew,
            spill,
            baseUrl: undefined,
            now: nowOf(terminal),
            drafts,
            future,
            keepGoing: false,
            strictness: 'lenient',
          },
          memos,
        );
        // Hardly any later build has so much to do; if one has, the threads start again.
        crew.dismiss();
        heap.tidy();
        return result;
      },
      output: nodeFileSystem(out),
      doubtOutput: () => {
        memos.output.last = undefined;
      },
      now: () => nowOf(terminal),
      published: () => publishedSite(nodeDisk(), out),
      client: { script: textOf('reload.js'), style: textOf('reload.css') },
      port,
      host,
      basePath: settings.basePath,
      language,
      languageOf: (site) => languageOf(terminal, site),
      tell: devReport(terminal, { language, port, host }),
    });
    await stopped;
    await dev.close();
    store.save(memos);
    return EXIT.ok;
  } catch (cause) {
    if (!(cause instanceof ServeError)) throw cause;
    terminal.err(`${cause.message}\n`);
    return EXIT.environment;
  }
}
