import { assertNever } from '#vocabulary';
import type { RatingPoints } from '#domain';
import { refTo } from '#projection-engine';
import type { FactOfType } from '#projection-engine';
import type { RatingProgress } from './review.document';

export type RatingFact = FactOfType<
  | 'MemberRatingProposed'
  | 'MemberRatingDecided'
  | 'OrganisationRatingProposed'
  | 'OrganisationRatingDecided'
  | 'RatingReopened'
  | 'RatingRevised'
>;

export const notRated: RatingProgress = {
  stage: 'NONE',
  level: null,
  proposedLevel: null,
  steps: [],
};

/** The next step of one rating; what was decided before stays visible. */
export function nextStep(rating: RatingProgress, event: RatingFact): RatingProgress {
  switch (event.type) {
    case 'MemberRatingProposed':
    case 'OrganisationRatingProposed': {
      const { level } = event.data;
      const step = { step: 'PROPOSED', level, ...pointsOf(event), event: refTo(event) } as const;
      const steps = [...rating.steps, step];
      return rating.stage === 'NONE' || rating.stage === 'PROPOSED'
        ? { stage: 'PROPOSED', level: null, proposedLevel: level, steps }
        : { ...rating, proposedLevel: level, steps };
    }
    case 'MemberRatingDecided':
    case 'OrganisationRatingDecided':
    case 'RatingRevised': {
      const { level, decidedBy } = event.data;
      const step = event.type === 'RatingRevised' ? 'REVISED' : 'DECIDED';
      return {
        ...rating,
        stage: 'DECIDED',
        level,
        steps: [
          ...rating.steps,
          { step, level, ...pointsOf(event), decidedBy, event: refTo(event) },
        ],
      };
    }
    case 'RatingReopened':
      return {
        ...rating,
        stage: rating.stage === 'DECIDED' ? 'REOPENED' : rating.stage,
        steps: [...rating.steps, { step: 'REOPENED', event: refTo(event) }],
      };
    default:
      return assertNever(event);
  }
}

function pointsOf({ data }: Exclude<RatingFact, { type: 'RatingReopened' }>): {
  readonly points?: RatingPoints;
} {
  return data.points === undefined ? {} : { points: data.points };
}
