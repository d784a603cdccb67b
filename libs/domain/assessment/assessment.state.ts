import type { Effective } from '../shared/event';
import type { CampaignId, Decimal, FrameworkRef, Instant, OrganisationId } from '#vocabulary';
import type { AppraisedCondition, AssessmentEvent } from './assessment.events';
import { evolveRecognition } from './recognition';
import type { Recognition } from './recognition';

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

export const notOpenedAssessment: AssessmentState = { status: 'NOT_OPENED' };

export function evolveAssessment(
  state: AssessmentState,
  fact: Effective<AssessmentEvent>,
): AssessmentState {
  if (fact.type === 'AssessmentOpened') return state.status === 'OPENED' ? state : opened(fact);
  if (state.status === 'NOT_OPENED') return state;
  switch (fact.type) {
    case 'SelfAssessmentSubmitted':
      return {
        ...state,
        submitters: withOne(state.submitters, fact.data.submittedBy),
        selfScores: new Map([
          ...state.selfScores,
          ...fact.data.scores.map((score) => [score.condition, score.points] as const),
        ]),
        voted: false,
      };
    case 'SelfAssessmentVoted':
      return { ...state, voted: true };
    case 'AppraisalRecorded':
      return {
        ...state,
        appraisers: withOne(state.appraisers, fact.data.appraisedBy),
        appraisals: new Map([
          ...state.appraisals,
          ...fact.data.conditions.map((one) => [one.condition, one] as const),
        ]),
      };
    default:
      return { ...state, recognition: evolveRecognition(state.recognition, fact) };
  }
}

function opened(
  fact: Extract<Effective<AssessmentEvent>, { type: 'AssessmentOpened' }>,
): OpenedAssessment {
  const { organisation, year, campaign, framework } = fact.data;
  return {
    status: 'OPENED',
    organisation,
    year,
    openedAt: fact.effectiveAt,
    campaign,
    framework,
    submitters: [],
    selfScores: new Map(),
    voted: false,
    appraisers: [],
    appraisals: new Map(),
    recognition: { status: 'UNDECIDED', proposed: false },
  };
}

function withOne(ids: readonly string[], id: string): readonly string[] {
  return ids.includes(id) ? ids : [...ids, id];
}
