import { campaignsProjection } from './campaigns';
import { casesProjection } from './cases';
import { findingsProjection } from './findings';
import { frameworksProjection } from './frameworks';
import { grievancesProjection } from './grievances';
import { meetingsProjection } from './meetings';
import { membersProjection } from './members';
import { organisationsProjection } from './organisations';
import { obligationsProjection } from './obligations';
import { pledgesProjection } from './pledges';
import { recognitionsProjection } from './recognitions';
import { reviewsProjection } from './reviews';
import type { Projection } from '#projection-engine';
import { scorecardsProjection } from './scorecards';
import { streaksProjection } from './streaks';
import { targetsProjection } from './targets';
import { timelineProjection } from './timeline';

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
  casesProjection,
  reviewsProjection,
  recognitionsProjection,
  obligationsProjection,
  timelineProjection,
  scorecardsProjection,
  findingsProjection,
  streaksProjection,
];
