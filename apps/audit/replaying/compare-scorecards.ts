import { readFileSync } from 'node:fs';
import { canonicalJson } from '#ledger';

/** Where a scorecard is not the same, and how each side has it; nothing of it where one side has none. */
export interface ScorecardDifference {
  readonly organisation: string;
  readonly year: number;
  /** `goods.SOLIDARITY_DISCIPLINE.external-detection.status`; empty for the whole scorecard. */
  readonly path: string;
  readonly here: unknown;
  readonly there: unknown;
}

/** What a scorecard is about. */
export interface About {
  readonly organisation: { readonly id: string };
  readonly year: number;
}

/** Scorecards by organisation and year. */
export function byKey(scorecards: readonly object[]): ReadonlyMap<string, object> {
  return new Map(scorecards.map((scorecard) => [keyOf(scorecard), scorecard]));
}

/** Of a file with one scorecard a line. */
export function scorecardsIn(path: string): readonly object[] {
  const lines = readFileSync(path, 'utf8').trimEnd().split('\n');
  return lines.map((line) => JSON.parse(line) as object);
}

export function keyOf(scorecard: object): string {
  const { organisation, year } = scorecard as About;
  return `${organisation.id}\n${year}`;
}

/** All that differs between two scorecards of one organisation and year, condition by condition. */
export function differencesOf(
  here: object,
  there: object | undefined,
): readonly ScorecardDifference[] {
  const { organisation, year } = here as About;
  const about = { organisation: organisation.id, year };
  if (there === undefined) return [{ ...about, path: '', here, there }];
  const told = valuesIn(there);
  const own = valuesIn(here);
  return [...new Set([...own.keys(), ...told.keys()])]
    .filter(
      (path) => canonicalJson(own.get(path) ?? null) !== canonicalJson(told.get(path) ?? null),
    )
    .map((path) => ({ ...about, path, here: own.get(path), there: told.get(path) }));
}

/** Each value by its path; what lists name has a name in the path. */
function valuesIn(value: unknown, path = ''): Map<string, unknown> {
  const values = new Map<string, unknown>();
  const entries = namedIn(value);
  if (entries === undefined) return values.set(path, value);
  for (const [name, item] of entries) {
    const inner = valuesIn(item, path === '' ? name : `${path}.${name}`);
    for (const [key, found] of inner) values.set(key, found);
  }
  return values;
}

function namedIn(value: unknown): readonly (readonly [string, unknown])[] | undefined {
  if (Array.isArray(value)) {
    const named = value.map((item) => nameOf(item));
    if (named.length === 0 || named.includes(undefined)) return undefined;
    return value.map((item, at): [string, unknown] => [named[at] ?? '', item]);
  }
  return typeof value === 'object' && value !== null ? Object.entries(value) : undefined;
}

function nameOf(item: unknown): string | undefined {
  if (typeof item !== 'object' || item === null) return undefined;
  const { code, id, metric } = item as { code?: unknown; id?: unknown; metric?: unknown };
  if (typeof code === 'string') return code;
  // Events of evidence have an id and nothing else: they are compared as a list.
  return typeof id === 'string' && metric !== undefined ? id : undefined;
}
