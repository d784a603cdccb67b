import type { CampaignId, Decimal, FrameworkRef, Instant, OrganisationId } from '#vocabulary';
import type { Effective } from '../shared/event';
import type { Facts } from '../shared/facts';
import type { AppraisedCondition, AssessmentEvent } from './assessment.events';
import { evolveRecognition } from './recognition.state';
import type { Recognition, RecognitionEvent } from './recognition.state';

/** The assessment of an organisation for one year, from its opening to what became of the recognition. */
export type AssessmentState =
  | { readonly status: 'NOT_OPENED' }
  | {
      readonly status: 'OPENED';
      readonly organisation: OrganisationId;
      readonly year: number;
      readonly openedAt: Instant;
      readonly campaign: CampaignId;
      /** Frozen: this version decides for ever. */
      readonly framework: FrameworkRef;
      /** Everybody, by id, who submitted a self-assessment: none of them appraises or decides. */
      readonly submitters: readonly string[];
      /** By condition, the last score given. */
      readonly selfScores: ReadonlyMap<string, Decimal>;
      /** Whether the cell voted on the self-assessment as last submitted. */
      readonly voted: boolean;
      readonly appraisers: readonly string[];
      /** By condition, as last appraised. */
      readonly appraisals: ReadonlyMap<string, AppraisedCondition>;
      readonly recognition: Recognition;
    };

export type OpenedAssessment = Extract<AssessmentState, { status: 'OPENED' }>;

export const assessmentFacts: Facts<AssessmentState, AssessmentEvent> = {
  AssessmentOpened: {
    groundOf: 'ALL',
    evolve(state, { data: { organisation, year, campaign, framework }, effectiveAt }) {
      if (state.status === 'OPENED') return state;
      return {
        status: 'OPENED',
        organisation,
        year,
        openedAt: effectiveAt,
        campaign,
        framework,
        submitters: [],
        selfScores: new Map(),
        voted: false,
        appraisers: [],
        appraisals: new Map(),
        recognition: { status: 'UNDECIDED', proposed: false },
      };
    },
  },
  SelfAssessmentSubmitted: {
    groundOf: ['SelfAssessmentVoted'],
    evolve: onceOpened((state, { data }) => ({
      ...state,
      submitters: including(state.submitters, data.submittedBy, data.enteredBy),
      selfScores: new Map([
        ...state.selfScores,
        ...data.scores.map(({ condition, points }) => [condition, points] as const),
      ]),
      voted: false,
    })),
  },
  SelfAssessmentVoted: { groundOf: [], evolve: onceOpened((state) => ({ ...state, voted: true })) },
  AppraisalRecorded: {
    groundOf: [],
    evolve: onceOpened((state, { data }) => ({
      ...state,
      appraisers: including(state.appraisers, data.appraisedBy, data.enteredBy),
      appraisals: new Map([
        ...state.appraisals,
        ...data.conditions.map((appraised) => [appraised.condition, appraised] as const),
      ]),
    })),
  },
  RecognitionProposed: { groundOf: [], evolve: onceOpened(withRecognition) },
  // A recognition is reviewed, and then upheld, corrected or revoked.
  RecognitionGranted: { groundOf: 'OWN_PROCEDURE', evolve: onceOpened(withRecognition) },
  RecognitionRefused: { groundOf: 'OWN_PROCEDURE', evolve: onceOpened(withRecognition) },
  RecognitionPublished: { groundOf: [], evolve: onceOpened(withRecognition) },
  RewardGranted: { groundOf: [], evolve: onceOpened(withRecognition) },
  RecognitionReviewRequired: { groundOf: 'OWN_PROCEDURE', evolve: onceOpened(withRecognition) },
  RecognitionUpheld: { groundOf: 'OWN_PROCEDURE', evolve: onceOpened(withRecognition) },
  RecognitionCorrected: { groundOf: 'OWN_PROCEDURE', evolve: onceOpened(withRecognition) },
  RecognitionRevoked: { groundOf: 'OWN_PROCEDURE', evolve: onceOpened(withRecognition) },
};

function onceOpened<F>(
  evolve: (state: OpenedAssessment, fact: F) => AssessmentState,
): (state: AssessmentState, fact: F) => AssessmentState {
  return (state, fact) => (state.status === 'OPENED' ? evolve(state, fact) : state);
}

function withRecognition(
  state: OpenedAssessment,
  fact: Effective<RecognitionEvent>,
): AssessmentState {
  return { ...state, recognition: evolveRecognition(state.recognition, fact) };
}

function including(
  ids: readonly string[],
  ...more: readonly (string | undefined)[]
): readonly string[] {
  return [...new Set([...ids, ...more.filter((id) => id !== undefined)])];
}
