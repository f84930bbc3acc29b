/**
 * The code that Nunjucks makes of a template asks for everything by its name, each time anew. This makes it ask once, and read
 * directly where the code alone tells that it comes to the same: a quarter of what templates take. For code that is made with
 * the program only: that of a site's own templates would have to be rewritten in each build.
 */
export function makeDirect(code: string): string {
  return escapeIfNeeded(readDirectly(lookUpOnce(setDirectly(code))));
}

const SET = /\bframe\.set\("(?:(\w+)\.)?(\w+)", ([^,\n]+)\);/g;

/**
 * A loop sets eight variables a turn, each by a name that is looked through for dots first: a third of the time of the pages of
 * an archive. This is what `Frame.set` does with these names.
 */
function setDirectly(code: string): string {
  return code.replace(SET, (_, outer: string | undefined, name: string, value: string) =>
    outer === undefined
      ? `frame.variables.${name} = ${value};`
      : `(frame.variables.${outer} ||= {}).${name} = ${value};`,
  );
}

const FUNCTION = /^(?=function \w+\(env, context, frame, runtime, cb\) \{$)/m;
/** Its first lines: variables of its own. */
const HEAD = /^function .*\n(?:var \w+ = .*;\n)+/;
const LOOKUP = /\bruntime\.contextOrFrameLookup\(context, frame, "(\w+)"\)/g;
const VARIABLE = /\bframe\.(?:variables\.|set\("|lookup\(")(\w+)/g;

/** A template's own variables change; all others are what they were when a part of it began. */
function lookUpOnce(code: string): string {
  // A macro sees other variables than what stands around it.
  if (code.includes('makeMacro')) return code;
  const own = new Set(Array.from(code.matchAll(VARIABLE), ([, name]) => name));
  return code
    .split(FUNCTION)
    .map((part) => {
      const names = new Set<string>();
      const body = part.replace(LOOKUP, (lookup, name: string) => {
        if (own.has(name)) return lookup;
        names.add(name);
        return `v_${name}`;
      });
      const lookups = [...names].map(
        (name) => `var v_${name} = runtime.contextOrFrameLookup(context, frame, "${name}");\n`,
      );
      return body.replace(HEAD, (head) => head + lookups.join(''));
    })
    .join('');
}

/** Of a plain variable, or of what was read of one; what is to be called needs to know what it was read of. */
const MEMBER = /(?<!callWrap\()\bruntime\.memberLookup\(\(([\w$?.]+)\),"([A-Za-z_]\w*)"\)/g;

function readDirectly(code: string): string {
  for (;;) {
    const direct = code.replace(MEMBER, '$1?.$2');
    if (direct === code) return code;
    code = direct;
  }
}

const OUTPUT = /^output \+= runtime\.suppressValue\((.*), env\.opts\.autoescape\);$/gm;
/** Most texts have nothing to escape, and to look for that costs less than to replace it. */
const SHOW = `var special = /[&"'<>\\\\]/;
function show(value, env, runtime) {
return typeof value === "string" && !special.test(value) ? value : runtime.suppressValue(value, env.opts.autoescape);
}
`;

function escapeIfNeeded(code: string): string {
  return SHOW + code.replace(OUTPUT, 'output += show($1, env, runtime);');
}
