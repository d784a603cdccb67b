import { AUTHORITY_SUBJECTS, DECIDING_DISTANCES } from '#vocabulary';
import type { DecidingBodies, DecisionAuthority } from '#vocabulary';
import type { Refusals } from './refusals';

/** Whoever could not decide under the base cannot under its extension: bodies are named or narrowed. */
export function extendAuthority(
  base: DecisionAuthority | undefined,
  change: DecisionAuthority | undefined,
  refuse: Refusals,
): DecisionAuthority | undefined {
  if (change === undefined) return base;
  const changed = { ...base };
  for (const subject of AUTHORITY_SUBJECTS) {
    const bodies = change[subject];
    if (bodies === undefined) continue;
    const path = ['parameters', 'authority', subject];
    refuseWiderBodies(base?.[subject] ?? {}, bodies, path, refuse);
    changed[subject] = { ...base?.[subject], ...bodies };
  }
  return changed;
}

function refuseWiderBodies(
  base: DecidingBodies,
  change: DecidingBodies,
  path: readonly string[],
  refuse: Refusals,
): void {
  refuseAdded(base.kinds, change.kinds, [...path, 'kinds'], refuse);
  refuseAdded(base.levels, change.levels, [...path, 'levels'], refuse);
  if (change.distance !== undefined && rank(change) < rank(base)) {
    refuse.add([...path, 'distance'], 'WEAKENED', `must stay ${base.distance}`);
  }
}

function refuseAdded(
  base: readonly string[] | undefined,
  change: readonly string[] | undefined,
  path: readonly string[],
  refuse: Refusals,
): void {
  if (base === undefined) return;
  for (const added of change ?? []) {
    if (!base.includes(added)) refuse.add(path, 'WEAKENED', `must not add ${added}`);
  }
}

function rank({ distance }: DecidingBodies): number {
  return distance === undefined ? -1 : DECIDING_DISTANCES.indexOf(distance);
}
