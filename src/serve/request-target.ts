/** What a request asks for, taken apart. */
export interface RequestTarget {
  /** The host of a target that is a whole address (`http://host/path`), as written, in lower case. */
  readonly host: string | undefined;
  /** Decoded names in NFC: none is empty, `.` or `..`, none holds a slash, a backslash or a control character. */
  readonly names: readonly string[];
  /** The path ends with a slash. True of the root, which has no names. */
  readonly folder: boolean;
  /** With its `?`, as written; empty if there is none. */
  readonly query: string;
}

const WHOLE_ADDRESS = /^http:\/\/([^/?#]+)([/?].*)?$/i;
/** Escaped or not, these are never part of a name that we have written. */
const FORBIDDEN = /[\u0000-\u001f\u007f-\u009f/\\]/;

/**
 * Reads a target as strictly as can be: undefined for whatever an honest client does not send. That is bad percent
 * signs, bytes that are no UTF-8 (overlong forms among them), control characters, backslashes, empty names, names
 * of dots in any spelling, `*`, and `host:port`. It decodes once: `%252e` is a name with a percent sign.
 */
export function readTarget(raw: string): RequestTarget | undefined {
  if (!/^[\x21-\x7e]+$/.test(raw) || raw.includes('#')) return undefined;
  const whole = WHOLE_ADDRESS.exec(raw);
  const rest = whole === null ? raw : (whole[2] ?? '/').replace(/^\?/, '/?');
  if (!rest.startsWith('/')) return undefined;
  const mark = rest.indexOf('?');
  const path = mark < 0 ? rest : rest.slice(0, mark);
  const written = path.slice(1).split('/');
  const folder = written.at(-1) === '';
  if (folder) written.pop();
  const names: string[] = [];
  for (const part of written) {
    const name = decode(part);
    if (name === undefined) return undefined;
    names.push(name);
  }
  return { host: whole?.[1]?.toLowerCase(), names, folder, query: mark < 0 ? '' : rest.slice(mark) };
}

function decode(part: string): string | undefined {
  let name: string;
  try {
    name = decodeURIComponent(part).normalize('NFC');
  } catch {
    return undefined;
  }
  return name === '' || name === '.' || name === '..' || FORBIDDEN.test(name) ? undefined : name;
}

/** The names in an escaped path, with slashes between them; what is badly escaped stays as it is. */
export function unescapedNames(path: string): string {
  return readTarget(path === '' ? '/' : path)?.names.join('/') ?? path;
}
