import nunjucks from 'nunjucks';
import { type Diagnostic, error, wholeFile } from '../base/diagnostic.ts';
import { fingerprint } from '../base/fingerprint.ts';
import { Html } from '../base/html.ts';
import { interruptionIn } from '../base/interruption.ts';
import type { CompiledCode } from './compiled-code.ts';
import { makeDirect } from './direct-code.ts';
import { diagnose, TemplateError } from './template-error.ts';
import { findLoops } from './template-graph.ts';
import { numberLines, type TemplatePlaces, type TemplateSource } from './template-places.ts';
import { THEME_CODE } from './theme-code.ts';

export { TemplateError, type TemplateSource };

export interface Rendered {
  readonly html: string;
  /** Every template asked for while it was made, fragments and absences included. */
  readonly used: readonly string[];
}

export interface Templates {
  /** Findings in any template, whether a page uses it or not. */
  check(): readonly Diagnostic[];
  /** Of the templates with these names as they are now, those included that are not there. */
  fingerprint(names: readonly string[]): string;
  /** Throws a `TemplateError`, or the `Interruption` of what it had to print. */
  render(name: string, view: object): Rendered;
}

/**
 * Templates that see their view and nothing else. `sources` by name: the site's over the built-in ones. Ours besides
 * Nunjucks' own: the filters `html` and `jsonld`; `fragment(name, part)`, which renders a template from one part of the
 * view and remembers the result as long as the part lives; and `fragments(name, parts)`, the same for each of a list.
 */
export function createTemplates(
  sources: ReadonlyMap<string, TemplateSource>,
  compiled: CompiledCode = THEME_CODE,
): Templates {
  const places = numberLines([...sources.values()]);
  const environment = createEnvironment(places, compiled);
  const traces: Set<string>[] = [];
  const fragments = new Map<string, WeakMap<object, Rendered>>();

  // Every extends, include and import goes through here, dynamic ones too.
  const getTemplate = environment.getTemplate.bind(environment) as (...args: unknown[]) => unknown;
  Object.assign(environment, {
    getTemplate(...args: unknown[]): unknown {
      traces.at(-1)?.add(String(args[0]));
      return getTemplate(...args);
    },
  });

  const render = (name: string, view: object): Rendered => {
    const used = new Set<string>();
    traces.push(used);
    try {
      return { html: environment.render(name, view), used: [...used] };
    } finally {
      traces.pop();
    }
  };

  // One list for all fragments that asked for the same, so that a page of many notes it once.
  const lists = new Map<string, readonly string[]>();
  const oneList = (used: readonly string[]): readonly string[] => {
    const key = used.join();
    const list = lists.get(key) ?? used;
    lists.set(key, list);
    return list;
  };
  const fragment = (name: string, part: object): Rendered => {
    let known = fragments.get(name);
    if (known === undefined) {
      known = new WeakMap();
      fragments.set(name, known);
    }
    let rendered = known.get(part);
    if (rendered === undefined) {
      const { html, used } = render(name, part);
      flatten(html);
      rendered = { html, used: oneList(used) };
      known.set(part, rendered);
    }
    return rendered;
  };
  const join = (name: string, parts: readonly object[]): string => {
    const trace = traces.at(-1);
    let text = '';
    let noted: readonly string[] | undefined;
    for (const part of parts) {
      const { html, used } = fragment(name, part);
      text += html;
      if (used === noted) continue;
      for (const each of used) trace?.add(each);
      noted = used;
    }
    return text;
  };
  const { SafeString } = nunjucks.runtime;
  environment.addGlobal('fragment', (name: string, part: object) => new SafeString(join(name, [part])));
  // A loop of Nunjucks' own sets seven variables a turn: over lists of cards that is a third of the time.
  environment.addGlobal(
    'fragments',
    (name: string, parts: readonly object[]) => new SafeString(join(name, parts)),
  );

  const prints = new Map([...sources].map(([name, { text }]) => [name, fingerprint(text)]));
  const known = new WeakMap<readonly string[], string>();

  return {
    fingerprint(names) {
      let print = known.get(names);
      if (print === undefined) {
        print = fingerprint(names.map((name) => `${name} ${prints.get(name) ?? ''}`).join('\n'));
        known.set(names, print);
      }
      return print;
    },
    check() {
      const findings: Diagnostic[] = findLoops(sources);
      for (const source of sources.values()) {
        try {
          environment.getTemplate(source.name, true);
        } catch (cause) {
          findings.push(diagnose(cause, source, places, 'template-syntax'));
        }
      }
      return findings;
    },
    render(name, view) {
      const source = sources.get(name);
      if (source === undefined) {
        throw new TemplateError(error('template-missing', wholeFile(`templates/${name}`), { name }));
      }
      try {
        return render(name, view);
      } catch (cause) {
        throw interruptionIn(cause) ?? new TemplateError(diagnose(cause, source, places, 'template-failed'));
      }
    },
  };
}

/**
 * V8 keeps what was put together as a tree of its pieces, until somebody looks at its letters, as reading a number does.
 * A fragment is copied into a dozen pages: each would walk its tree. A twentieth of the CPU time of 10,000 articles.
 */
function flatten(text: string): void {
  Number(text);
}

/** The JavaScript of each template, by the fingerprint of its text: the body of a function that gives its code. */
export function compileToCode(sources: ReadonlyMap<string, TemplateSource>): ReadonlyMap<string, string> {
  const places = numberLines([...sources.values()]);
  const env = createEnvironment(places, new Map());
  const codeOf = (name: string, text: string): string =>
    makeDirect(
      nunjucks.precompileString(text, {
        name,
        env,
        // A list of one, whatever the types say.
        wrapper: (templates) => [templates].flat()[0]?.template ?? '',
      }),
    );
  return new Map(
    [...sources.keys()].map((name) => {
      const text = places.text(name) ?? '';
      return [fingerprint(text), codeOf(name, text)];
    }),
  );
}

function createEnvironment(places: TemplatePlaces, compiled: CompiledCode): nunjucks.Environment {
  // Of the snapshot's templates only, by their exact names: no path leads out of them.
  const loader: nunjucks.ILoader = {
    getSource(name) {
      const text = places.text(name);
      const code = text === undefined ? undefined : compiled.get(fingerprint(text));
      const src = code === undefined ? text : { type: 'code', obj: code() };
      // The types do not know that null means there is none, nor that code is taken too.
      return (text === undefined ? null : { src, path: name, noCache: false }) as nunjucks.LoaderSource;
    },
  };
  const environment = new nunjucks.Environment(loader, {
    autoescape: true,
    throwOnUndefined: true,
    trimBlocks: true,
    lstripBlocks: true,
    // Errors keep their line and column.
    dev: true,
  });
  environment.addFilter('html', (value: unknown) => {
    if (!(value instanceof Html)) throw new Error('html: not HTML of this program');
    return new nunjucks.runtime.SafeString(value.text);
  });
  environment.addFilter('jsonld', (value: unknown) => new nunjucks.runtime.SafeString(scriptJson(value)));
  environment.addFilter('safe', () => {
    throw new Error('safe: use html');
  });
  return environment;
}

/** JSON that no text in it can end early: a script's content knows no escapes but JSON's own. */
function scriptJson(value: unknown): string {
  return JSON.stringify(value).replace(
    /[<>&\u2028\u2029]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
