import { evolveRecognition } from '#domain';
import { effectiveOf, refTo } from '#projection-engine';
import type { FactOfType } from '#projection-engine';
import type { RecognitionDocument, RecognitionReview, RegisterState } from './recognition.document';

type RecognitionFact = FactOfType<Parameters<typeof evolveRecognition>[1]['type']>;

/** What the domain makes of it, next to all that was recorded. */
export function withState(
  document: RecognitionDocument,
  event: RecognitionFact,
): RecognitionDocument {
  const standing = evolveRecognition(document.standing, effectiveOf(event));
  if (standing.status === 'UNDECIDED') {
    return { ...document, standing, state: standing.proposed ? 'PROPOSED' : document.state };
  }
  const { number, decidedBy, decidedAt, publishedAt } = standing;
  return {
    ...document,
    standing,
    state: stateOf(standing),
    decided: true,
    number,
    decidedBy,
    decidedAt,
    ...(publishedAt === undefined ? {} : { publishedAt }),
  };
}

function stateOf(
  standing: Exclude<RecognitionDocument['standing'], { status: 'UNDECIDED' }>,
): RegisterState {
  return standing.status === 'GRANTED' ? (standing.reviewed ?? 'GRANTED') : standing.status;
}

export function withDecision(
  document: RecognitionDocument,
  event: FactOfType<'RecognitionGranted' | 'RecognitionRefused'>,
  outcome: RecognitionDocument['decisions'][number]['outcome'],
): RecognitionDocument {
  const { number, decidedBy, publishBy } = event.data;
  const decision = {
    outcome,
    number,
    decidedBy,
    decided: refTo(event),
    ...(publishBy === undefined ? {} : { publishBy }),
  };
  // A decision taken anew is to be published anew.
  const { publishedAt: _, ...undecided } = document;
  return {
    ...undecided,
    decisions: [...document.decisions, decision],
  };
}

/** One decision answers every review that is still open. */
export function reviewed(
  document: RecognitionDocument,
  event: FactOfType<'RecognitionUpheld' | 'RecognitionCorrected' | 'RecognitionRevoked'>,
  outcome: NonNullable<RecognitionReview['outcome']>['outcome'],
): RecognitionDocument {
  const { reason } = event.metadata;
  const answer = {
    outcome,
    decidedBy: event.data.decidedBy,
    ...(reason === undefined ? {} : { reason }),
    decided: refTo(event),
  };
  return {
    ...document,
    reviews: document.reviews.map((review) => ({ ...review, outcome: review.outcome ?? answer })),
  };
}

export function withLastDecision(
  document: RecognitionDocument,
  change: Partial<RecognitionDocument['decisions'][number]>,
): RecognitionDocument {
  const last = document.decisions.length - 1;
  return {
    ...document,
    decisions: document.decisions.map((one, index) =>
      index === last ? { ...one, ...change } : one,
    ),
  };
}
