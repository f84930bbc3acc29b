/**
 * Bundles the compiled command into two scripts, so that it starts sooner: the commands, and what a thread of a
 * build runs, each with a file that loads it (src/start/); what `bantin dev` puts into its pages; and the scripts of the
 * theme. Run by `npm run compile`, which then has V8's code of the two scripts kept (scripts/code-cache.mjs).
 */
import { createHash } from 'node:crypto';
import { chmod, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { build } from 'esbuild';
import { sourcesOf } from '../build/memo/templates.js';
import { iconName, iconPixels } from '../build/picture/icon.js';
import { BACKDROP, backdropPixels } from '../build/picture/sharing-picture.js';
import { ICONS } from '../build/plan/drawn-pictures.js';
import { memoryFileSystem } from '../build/read/memory-file-system.js';
import { nodeFileSystem } from '../build/read/node-file-system.js';
import { takeSnapshot } from '../build/read/snapshot.js';
import { compileToCode } from '../build/render/templates.js';

/** How markdown-it 15's published file sets a field of a class; see docs/performance.md. */
const FIELD = /\b_defineProperty\(\s*(this|MarkdownIt),\s*(?:\/\*(?:[^*]|\*(?!\/))*\*\/\s*)?"(\w+)",/g;

/**
 * markdown-it 15 is compiled so that each class field goes through a helper that checks its name first. In the
 * bundle it is the plain assignment that the source has. If the published file changes, the build says so.
 */
const plainFields = {
  name: 'plain-fields',
  setup(bundle) {
    bundle.onLoad({ filter: /markdown-it[\\/]dist[\\/]markdown-it\.mjs$/ }, async ({ path }) => {
      const contents = (await readFile(path, 'utf8')).replace(FIELD, '($1.$2 =');
      // Only the helper itself is left, which nobody calls.
      if (contents.split('_defineProperty(').length !== 2) {
        return {
          errors: [
            { text: 'markdown-it no longer sets fields in the way that scripts/bundle.mjs replaces.' },
          ],
        };
      }
      return { contents };
    });
  },
};

/**
 * gray-matter brings a YAML reader of its own, and that one a JavaScript parser: a fifth of the start. It is always
 * given our reader instead (src/parse/yaml.ts), so in the bundle its own is left out.
 */
const withoutSecondYaml = {
  name: 'without-second-yaml',
  setup(bundle) {
    bundle.onResolve({ filter: /^js-yaml$/ }, ({ importer }) =>
      /[\\/]gray-matter[\\/]/.test(importer) ? { path: 'unused', namespace: 'unused-yaml' } : undefined,
    );
    bundle.onLoad({ filter: /.*/, namespace: 'unused-yaml' }, () => ({
      contents: `const unused = () => { throw new Error('gray-matter was called without our engine'); };
        module.exports = { safeLoad: unused, safeDump: unused };`,
    }));
  },
};

/** Puts the built-in templates into src/render/theme-code.ts, compiled by the program itself. */
const compiledTheme = {
  name: 'compiled-theme',
  setup(bundle) {
    bundle.onLoad({ filter: /[\\/]render[\\/]theme-code\.js$/ }, () => {
      const { templates } = takeSnapshot(memoryFileSystem({}), nodeFileSystem('templates'), new Map());
      const entries = [...compileToCode(sourcesOf(templates))].map(
        ([print, code]) => `[${JSON.stringify(print)}, () => {${code}}]`,
      );
      return { contents: `export const THEME_CODE = new Map([${entries.join(',\n')}]);` };
    });
  },
};

/** Puts pixels into src/picture/ready-pixels.ts that are the same for every site, drawn by the program itself. */
const readyPixels = {
  name: 'ready-pixels',
  setup(bundle) {
    bundle.onLoad({ filter: /[\\/]picture[\\/]ready-pixels\.js$/ }, () => {
      const icons = ICONS.map(([, size, shape]) => ({ size, shape }));
      const entries = [
        [BACKDROP, backdropPixels()],
        ...icons.map((icon) => [iconName(icon), iconPixels(icon)]),
      ].map(([name, pixels]) => [name, Buffer.from(pixels).toString('base64')]);
      return { contents: `export const READY_PIXELS = new Map(${JSON.stringify(entries)});` };
    });
  },
};

/** What src/memo/program.ts calls the program, until it is known. */
const PROGRAM = '@program@';

/** What the names of the files begin with that `build/bantin.js` loads. */
const PART = 'bantin-';

/** All of them lie beside `templates/`. */
const COMMON = {
  outdir: 'build',
  bundle: true,
  platform: 'node',
  target: 'node20',
  legalComments: 'eof',
  minifySyntax: true,
  minifyWhitespace: true,
  logLevel: 'warning',
  write: false,
};

const { outputFiles: scripts } = await build({
  ...COMMON,
  entryPoints: { [`${PART}command`]: 'build/cli/main.js', [`${PART}attend`]: 'build/crew/attend.js' },
  outExtension: { '.js': '.cjs' },
  // V8 keeps the code of a script, but not of modules that import each other; so each is one function.
  format: 'cjs',
  banner: {
    js: "(function(module,require,scriptFile){const scriptUrl=require('node:url').pathToFileURL(scriptFile).href;",
  },
  footer: { js: '})' },
  define: { 'import.meta.url': 'scriptUrl' },
  // Node lets no script import anything that runs from code that was kept; it can require modules, too.
  supported: { 'dynamic-import': false },
  // Loaded when `dev` watches; nunjucks' own loaders would too, and the loader here is ours.
  external: ['chokidar'],
  plugins: [plainFields, withoutSecondYaml, compiledTheme, readyPixels],
});

const { outputFiles: starters } = await build({
  ...COMMON,
  entryPoints: { bantin: 'build/start/bantin.js', [`${PART}hand`]: 'build/start/hand.js' },
  format: 'esm',
});

// Code that was kept of a script stays: it is of use as long as the script is the same.
for (const name of await readdir('build')) {
  if (name.startsWith(PART) && !name.endsWith('.code')) await rm(`build/${name}`);
}

const whole = scripts.map(({ text }) => text).join('');
if (whole.split(PROGRAM).length !== 2) throw new Error(`The program must name ${PROGRAM} once.`);
const program = createHash('sha256').update(whole).digest('hex').slice(0, 32);
for (const { path, text } of [...scripts, ...starters]) await writeFile(path, text.replace(PROGRAM, program));
await chmod('build/bantin.js', 0o755);

const BROWSERS = {
  bundle: true,
  platform: 'browser',
  target: ['chrome120', 'firefox120', 'safari17'],
  format: 'iife',
  logLevel: 'warning',
};

await build({
  ...BROWSERS,
  entryPoints: ['src/client/reload.ts', 'src/client/reload.css'],
  outdir: 'build/client',
});

/** Scripts of the built-in theme, among its assets, so that they are published and overridden as all of them are. */
await build({
  ...BROWSERS,
  entryPoints: {
    'text-size': 'src/client/text-size.ts',
    reader: 'src/client/reader/main.ts',
    'not-found': 'src/client/not-found.ts',
  },
  outdir: 'templates/assets',
  minify: true,
});
