import { childrenRatedAtLeastShare, childrenRecognisedShare } from './children.metric';
import { grievancesFlagged, grievancesUnresolved } from './grievances.metric';
import { inspectionPlanDoneShare } from './inspection-plan.metric';
import { meetingsBelowLevelCount, meetingsLevelCount } from './meeting-levels.metric';
import { meetingsRegularMonths, meetingsThematicQuarters } from './meeting-periods.metric';
import {
  meetingsAttendance,
  meetingsPreparedShare,
  meetingsScoredShare,
} from './meeting-shares.metric';
import { membersPledgedShare, membersRatedAtLeastShare, membersRatedCount } from './members.metric';
import type { Metric } from './metric';
import { organisationRating, streakYears } from './organisation-rating.metric';
import { pointsAppraised } from './points.metric';
import { targetsExceededCount, targetsMetShare } from './targets.metric';
import { externallyDetected, prohibitedThings, unremedied } from './violations.metric';

/** Every metric a condition can name, in the order of criteria.md, section 3. */
export const METRICS: readonly Metric[] = [
  targetsMetShare,
  targetsExceededCount,
  grievancesUnresolved,
  grievancesFlagged,
  prohibitedThings,
  externallyDetected,
  unremedied,
  membersRatedAtLeastShare,
  membersRatedCount,
  membersPledgedShare,
  childrenRecognisedShare,
  childrenRatedAtLeastShare,
  organisationRating,
  meetingsRegularMonths,
  meetingsThematicQuarters,
  meetingsLevelCount,
  meetingsBelowLevelCount,
  meetingsScoredShare,
  meetingsPreparedShare,
  meetingsAttendance,
  inspectionPlanDoneShare,
  streakYears,
  pointsAppraised,
];

const BY_NAME: ReadonlyMap<string, Metric> = new Map(
  METRICS.map((metric) => [metric.name, metric]),
);

/** @returns nothing when no metric has that name. */
export function metricOf(name: string): Metric | undefined {
  return BY_NAME.get(name);
}
