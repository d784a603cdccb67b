import type { Good, Profile, GoodChange, ProfileChange } from '#vocabulary';
import type { Path } from '../framework/problem';
import { pointConditionsOf } from '../framework/profile';
import { decimalText, exact, sumOf } from '#vocabulary';
import { pointsAppraised } from '../metrics/points.metric';
import { extendGood, newGood } from './extend-good';
import type { Refusals } from './refusals';

export function extendProfile(
  base: Profile,
  change: ProfileChange,
  path: Path,
  refuse: Refusals,
): Profile {
  const goods = new Map<string, Good>(base.goods.map((known) => [known.code, known]));
  for (const [index, goodChange] of (change.goods ?? []).entries()) {
    const at = [...path, 'goods', index];
    refuseMoved(base, goodChange, at, refuse);
    const known = goods.get(goodChange.code);
    const good = known
      ? extendGood(known, goodChange, at, refuse)
      : newGood(goodChange, at, refuse);
    if (good) goods.set(good.code, good);
  }
  const points = change.points ?? base.points;
  const changed = { ...base, goods: [...goods.values()], ...(points ? { points } : {}) };
  refuseEasierPoints(base, changed, path, refuse);
  return changed;
}

/** The id of a condition is its own in the whole profile: appraisals are recorded under it. */
function refuseMoved(base: Profile, change: GoodChange, path: Path, refuse: Refusals): void {
  const elsewhere = base.goods
    .filter(({ code }) => code !== change.code)
    .flatMap(({ conditions }) => conditions.map(({ id }) => id));
  for (const [index, { id }] of (change.conditions ?? []).entries()) {
    if (elsewhere.includes(id)) {
      const message = `condition "${id}" belongs to another good of the base`;
      refuse.add([...path, 'conditions', index, 'id'], 'DUPLICATE', message);
    }
  }
}

/** More points to be had make a minimum easier to reach, unless it rises by as many. */
function refuseEasierPoints(base: Profile, changed: Profile, path: Path, refuse: Refusals): void {
  const maximum = (profile: Profile): string =>
    sumOf(pointConditionsOf(profile).map(({ maxPoints }) => maxPoints));
  const added = exact(maximum(changed)).sub(exact(maximum(base)));
  const demanded = demandsOnPoints(changed);
  for (const [name, value] of demandsOnPoints(base)) {
    const least = exact(value).add(added);
    if (exact(demanded.get(name) ?? 0).gte(least)) continue;
    const reason = added.equals(0n) ? '' : `: ${decimalText(added)} points more can be given`;
    const message = `${name} must demand ${decimalText(least)} points or more${reason}`;
    refuse.add([...path, 'points', 'minimum'], 'WEAKENED', message);
  }
}

/** What a profile demands of the sum of points: as its minimum, and by conditions on that sum. */
function demandsOnPoints({ points, goods }: Profile): ReadonlyMap<string, number> {
  const conditions = goods
    .flatMap((good) => good.conditions)
    .filter((condition) => condition.kind === 'HARD')
    .filter(({ metric, op }) => metric === pointsAppraised.name && ['>=', '>'].includes(op));
  return new Map([
    ...(points ? [['the minimum', points.minimum] as const] : []),
    ...conditions.map(({ id, value }) => [`condition "${id}"`, value] as const),
  ]);
}
