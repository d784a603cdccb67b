import type { Projection } from '#projection-engine';
import { campaignsProjection } from './campaigns';
import { casesProjection } from './cases';
import { findingsProjection } from './findings';
import { frameworksProjection } from './frameworks';
import { grantsProjection } from './grants';
import { grievancesProjection } from './grievances';
import { meetingsProjection } from './meetings';
import { membersProjection } from './members';
import { obligationsProjection } from './obligations';
import { organisationsProjection } from './organisations';
import { pledgesProjection } from './pledges';
import { recognitionsProjection } from './recognitions';
import { reviewsProjection } from './reviews';
import { scorecardsProjection } from './scorecards';
import { streaksProjection } from './streaks';
import { targetsProjection } from './targets';
import { timelineProjection } from './timeline';
import { webhooksProjection } from './webhooks';

export * from './as-of';
export * from './campaigns';
export * from './cases';
export * from './findings';
export * from './frameworks';
export * from './grants';
export * from './grievances';
export * from './meetings';
export * from './members';
export * from './obligations';
export * from './organisations';
export * from './pledges';
export { meetingScoreGaps } from './points';
export type { MeetingScoreGap } from './points';
export * from './recognitions';
export * from './reviews';
export * from './scorecards';
export * from './streaks';
export { dayIn, summarise } from './sentences';
export * from './targets';
export * from './timeline';
export * from './webhooks';

/** Every read model there is. */
export const PROJECTIONS: readonly Projection[] = [
  organisationsProjection,
  membersProjection,
  frameworksProjection,
  campaignsProjection,
  pledgesProjection,
  targetsProjection,
  meetingsProjection,
  grievancesProjection,
  grantsProjection,
  casesProjection,
  reviewsProjection,
  recognitionsProjection,
  obligationsProjection,
  timelineProjection,
  scorecardsProjection,
  findingsProjection,
  streaksProjection,
  webhooksProjection,
];

/** They rest on the time of day, or on what concerns whom nobody can tell beforehand. */
const OF_NOW_ALONE: readonly Projection[] = [
  grantsProjection,
  obligationsProjection,
  findingsProjection,
  webhooksProjection,
];

/** Those that tell of an organisation what its own history says, and so of any moment. */
export const MOMENTARY_PROJECTIONS: readonly Projection[] = PROJECTIONS.filter(
  (projection) => !OF_NOW_ALONE.includes(projection),
);
