import type { RatingPoints } from '#domain';
import { refTo } from '#projection-engine';
import type { FactOfType } from '#projection-engine';
import type { RatingProgress, RatingStep } from './review.document';

export const notRated: RatingProgress = {
  stage: 'NONE',
  level: null,
  proposedLevel: null,
  steps: [],
};

/** A document whose rating goes one step further; what was decided before stays visible. */
export function withRating<Event>(next: (rating: RatingProgress, event: Event) => RatingProgress) {
  return <Document extends { readonly rating: RatingProgress }>(
    document: Document,
    event: Event,
  ): Document => ({ ...document, rating: next(document.rating, event) });
}

export function proposed(
  rating: RatingProgress,
  event: FactOfType<'MemberRatingProposed' | 'OrganisationRatingProposed'>,
): RatingProgress {
  const { level, points } = event.data;
  const step = { step: 'PROPOSED', level, ...given(points), event: refTo(event) } as const;
  const steps = [...rating.steps, step];
  return rating.stage === 'NONE' || rating.stage === 'PROPOSED'
    ? { stage: 'PROPOSED', level: null, proposedLevel: level, steps }
    : { ...rating, proposedLevel: level, steps };
}

export function decided(
  rating: RatingProgress,
  event: FactOfType<'MemberRatingDecided' | 'OrganisationRatingDecided'>,
): RatingProgress {
  return withDecision(rating, 'DECIDED', event);
}

export function revised(
  rating: RatingProgress,
  event: FactOfType<'RatingRevised'>,
): RatingProgress {
  return withDecision(rating, 'REVISED', event);
}

export function reopened(
  rating: RatingProgress,
  event: FactOfType<'RatingReopened'>,
): RatingProgress {
  return {
    ...rating,
    stage: rating.stage === 'DECIDED' ? 'REOPENED' : rating.stage,
    steps: [...rating.steps, { step: 'REOPENED', event: refTo(event) }],
  };
}

function withDecision(
  rating: RatingProgress,
  step: RatingStep['step'],
  event: FactOfType<'MemberRatingDecided' | 'OrganisationRatingDecided' | 'RatingRevised'>,
): RatingProgress {
  const { level, points, decidedBy } = event.data;
  const decision = { step, level, ...given(points), decidedBy, event: refTo(event) };
  return { ...rating, stage: 'DECIDED', level, steps: [...rating.steps, decision] };
}

function given(points: RatingPoints | undefined): { readonly points?: RatingPoints } {
  return points === undefined ? {} : { points };
}
