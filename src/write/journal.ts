import { isKind, type Kind } from './manifest.ts';
import { isOutputPath } from './output-path.ts';
import { comparePaths, openTable, type Row, rowsText, sealTable, tableBytes } from './table.ts';

/**
 * What is being published right now. It is there before the first file of the site changes and until the manifest
 * tells of the new site; found at the start of a build, it means that the build before was stopped half-way.
 */
export interface Journal {
  /** The phase that had begun: 1 what is new, 2 what changes, 3 what goes. */
  readonly phase: Phase;
  /** Every path that is being made, changed or removed. */
  readonly claims: ReadonlyMap<string, Claim>;
}

export type Phase = 1 | 2 | 3;

export interface Claim {
  readonly intent: Intent;
  readonly kind: Kind;
}

/**
 * What is to become of a path. `change` and `remove`: readers could reach it when the build began; `add` and
 * `discard`: they could not, because there was nothing or only what an earlier build left half-way.
 */
export type Intent = 'add' | 'change' | 'remove' | 'discard';

const VERSION = 1;
const INTENTS: ReadonlySet<unknown> = new Set<Intent>(['add', 'change', 'remove', 'discard']);

export function writeJournal({ phase, claims }: Journal): Uint8Array {
  const rows = [...claims]
    .sort(([a], [b]) => comparePaths(a, b))
    .map(([path, { intent, kind }]): Row => [path, intent, kind]);
  return tableBytes(sealTable({ version: VERSION, phase }, rows.length === 0 ? [] : [rowsText(rows)]));
}

/** undefined if the bytes are not a whole journal of this version. */
export function readJournal(bytes: Uint8Array): Journal | undefined {
  const table = openTable(bytes);
  if (table?.version !== VERSION) return undefined;
  const { phase, files } = table;
  if (phase !== 1 && phase !== 2 && phase !== 3) return undefined;
  const claims = new Map<string, Claim>();
  for (const [path, intent, kind] of files) {
    if (typeof path !== 'string' || !isOutputPath(path) || !isIntent(intent) || !isKind(kind))
      return undefined;
    claims.set(path, { intent, kind });
  }
  return { phase, claims };
}

/** Whether readers could still reach what stands at a claimed path when the build was stopped in `phase`. */
export function isReachable(intent: Intent, phase: Phase): boolean {
  switch (intent) {
    case 'add':
      return phase > 1;
    case 'change':
      return true;
    case 'remove':
      return phase < 3;
    case 'discard':
      return false;
  }
}

function isIntent(value: unknown): value is Intent {
  return INTENTS.has(value);
}
