import { sumOf } from '#vocabulary';
import type { OrganisationYearFacts } from '../facts';
import type { Profile } from '#vocabulary';
import { pointConditionsOf } from '../framework/profile';
import { statusOf } from './condition-status';
import { figureToNumber } from './figure';
import { ownEntry } from './own-entry';
import { pointsInterval } from './points-interval';
import type { Scorecard } from './scorecard';

type PointsTotal = NonNullable<Scorecard['points']>;

/** The points of a profile that gives any; without a minimum they decide nothing, and are `MET`. */
export function pointsTotal(
  profile: Profile,
  facts: OrganisationYearFacts,
): PointsTotal | undefined {
  const conditions = pointConditionsOf(profile);
  const minimum = profile.points?.minimum;
  if (conditions.length === 0 && minimum === undefined) return undefined;
  const appraised = pointsInterval(facts.appraisals, conditions);
  return {
    self: sumOf(conditions.map(({ id }) => ownEntry(facts.selfScores, id)?.points ?? '0')),
    appraised,
    maximum: figureToNumber({ numerator: sumOf(conditions.map(({ maxPoints }) => maxPoints)) }),
    ...(minimum === undefined ? {} : { minimum }),
    status: minimum === undefined ? 'MET' : statusOf(appraised, '>=', minimum),
  };
}
