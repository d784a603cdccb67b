import { assertNever } from '#vocabulary';
import type { Effective } from '../shared/event';
import type { EventId, Instant, LocalDate, OrganisationId } from '#vocabulary';
import type { AssessmentEvent } from './assessment.events';

/** A decision taken, and what became of it. */
export interface DecidedRecognition {
  readonly status: 'GRANTED' | 'REVIEW_REQUIRED' | 'REVOKED' | 'REFUSED';
  readonly number: string;
  /** The authority of then, also when it has ceased to exist since. */
  readonly decidedBy: OrganisationId;
  readonly decidedAt: Instant;
  /** The last day on which it is published in time. */
  readonly publishBy?: LocalDate;
  readonly publishedAt?: Instant;
  /** How the last review ended, when the recognition stands after one. */
  readonly reviewed?: 'UPHELD' | 'CORRECTED';
  /** Facts that came later and were, or are to be, reviewed. */
  readonly causes: readonly EventId[];
  readonly rewards: readonly string[];
}

export type Recognition =
  { readonly status: 'UNDECIDED'; readonly proposed: boolean } | DecidedRecognition;

export type RecognitionEvent = Exclude<
  AssessmentEvent,
  {
    type:
      'AssessmentOpened' | 'SelfAssessmentSubmitted' | 'SelfAssessmentVoted' | 'AppraisalRecorded';
  }
>;

export function evolveRecognition(
  state: Recognition,
  fact: Effective<RecognitionEvent>,
): Recognition {
  switch (fact.type) {
    case 'RecognitionProposed':
      return isOpenToDecision(state) ? { status: 'UNDECIDED', proposed: true } : state;
    case 'RecognitionGranted':
      return isOpenToDecision(state) ? decision('GRANTED', fact) : state;
    case 'RecognitionRefused':
      return isOpenToDecision(state) ? decision('REFUSED', fact) : state;
    default:
      return state.status === 'UNDECIDED' ? state : afterDecision(state, fact);
  }
}

/** Nothing decided yet, or what was decided has been revoked. */
export function isOpenToDecision(state: Recognition): boolean {
  return state.status === 'UNDECIDED' || state.status === 'REVOKED';
}

/** Granted and not revoked; one under review still stands. */
export function stands(state: Recognition): state is DecidedRecognition {
  return state.status === 'GRANTED' || state.status === 'REVIEW_REQUIRED';
}

function decision(
  status: 'GRANTED' | 'REFUSED',
  fact: Extract<Effective<RecognitionEvent>, { type: 'RecognitionGranted' | 'RecognitionRefused' }>,
): DecidedRecognition {
  const { number, decidedBy, publishBy } = fact.data;
  return {
    status,
    number,
    decidedBy,
    decidedAt: fact.effectiveAt,
    ...(publishBy === undefined ? {} : { publishBy }),
    causes: [],
    rewards: [],
  };
}

function afterDecision(
  state: DecidedRecognition,
  fact: Exclude<
    Effective<RecognitionEvent>,
    { type: 'RecognitionProposed' | 'RecognitionGranted' | 'RecognitionRefused' }
  >,
): DecidedRecognition {
  switch (fact.type) {
    case 'RecognitionPublished':
      return { ...state, publishedAt: fact.effectiveAt };
    case 'RewardGranted':
      return { ...state, rewards: [...state.rewards, fact.data.reward] };
    case 'RecognitionReviewRequired':
      if (!stands(state)) return state;
      return {
        ...state,
        status: 'REVIEW_REQUIRED',
        causes: [...new Set([...state.causes, ...fact.data.causes])],
      };
    case 'RecognitionUpheld':
      return reviewed(state, { status: 'GRANTED', reviewed: 'UPHELD' });
    case 'RecognitionCorrected':
      return reviewed(state, { status: 'GRANTED', reviewed: 'CORRECTED' });
    case 'RecognitionRevoked':
      return reviewed(state, { status: 'REVOKED' });
    default:
      return assertNever(fact);
  }
}

function reviewed(
  state: DecidedRecognition,
  outcome: Pick<DecidedRecognition, 'status' | 'reviewed'>,
): DecidedRecognition {
  return state.status === 'REVIEW_REQUIRED' ? { ...state, ...outcome } : state;
}
