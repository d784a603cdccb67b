import { assertNever } from '#vocabulary';
import { evolveRecognition } from '#domain';
import { effectiveOf, refTo } from '#projection-engine';
import type { FactOfType } from '#projection-engine';
import type { RecognitionDocument, RecognitionReview, RegisterState } from './recognition.document';

export type RegisterEventType =
  | 'AssessmentOpened'
  | 'RecognitionProposed'
  | 'RecognitionGranted'
  | 'RecognitionRefused'
  | 'RecognitionPublished'
  | 'RewardGranted'
  | 'RecognitionReviewRequired'
  | 'RecognitionUpheld'
  | 'RecognitionCorrected'
  | 'RecognitionRevoked'
  | 'PublicationOverdue';

export type RegisterFact = FactOfType<RegisterEventType>;
type RecognitionFact = Exclude<RegisterFact, { type: 'AssessmentOpened' | 'PublicationOverdue' }>;

export function applyToRecognition(
  document: RecognitionDocument,
  event: RegisterFact,
): RecognitionDocument {
  switch (event.type) {
    case 'AssessmentOpened': {
      const { campaign, framework } = event.data;
      return { ...document, campaign, framework };
    }
    case 'PublicationOverdue':
      return withLastDecision(document, { publicationOverdue: refTo(event) });
    default:
      return withState(recorded(document, event), event);
  }
}

/** What the domain makes of it, next to all that was recorded. */
function withState(document: RecognitionDocument, event: RecognitionFact): RecognitionDocument {
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

function recorded(document: RecognitionDocument, event: RecognitionFact): RecognitionDocument {
  switch (event.type) {
    case 'RecognitionProposed':
      return document;
    case 'RecognitionGranted':
    case 'RecognitionRefused': {
      const { number, decidedBy, publishBy } = event.data;
      const outcome = event.type === 'RecognitionGranted' ? 'GRANTED' : 'REFUSED';
      // A decision taken anew is to be published anew.
      const { publishedAt: _, ...undecided } = document;
      return {
        ...undecided,
        lineage: event.metadata.tags.organisations,
        decisions: [
          ...document.decisions,
          {
            outcome,
            number,
            decidedBy,
            decided: refTo(event),
            ...(publishBy === undefined ? {} : { publishBy }),
          },
        ],
      };
    }
    case 'RecognitionPublished':
      return withLastDecision(document, { published: refTo(event) });
    case 'RewardGranted': {
      const { reward, grantedBy } = event.data;
      const granted = { reward, grantedBy, granted: refTo(event) };
      return { ...document, rewards: [...document.rewards, granted] };
    }
    case 'RecognitionReviewRequired': {
      const review = { required: refTo(event), causes: event.data.causes };
      return { ...document, reviews: [...document.reviews, review] };
    }
    case 'RecognitionUpheld':
      return reviewed(document, event, 'UPHELD');
    case 'RecognitionCorrected':
      return reviewed(document, event, 'CORRECTED');
    case 'RecognitionRevoked':
      return reviewed(document, event, 'REVOKED');
    default:
      return assertNever(event);
  }
}

/** One decision answers every review that is still open. */
function reviewed(
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

function withLastDecision(
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
