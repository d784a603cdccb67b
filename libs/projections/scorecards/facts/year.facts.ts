import type { AppraisalFact, EvidenceRef } from '#criteria';
import type { FactOfType } from '#projection-engine';
import type { CampaignId, Decimal, EventId, FrameworkRef, OrganisationId } from '#vocabulary';
import type { Demand, ChildSummary } from '../tree/child-summary';
import { refOf, withEntry, withoutField } from './entries';
import { partOf } from './kept';
import type { FactsSubject } from './keys';
import type { RecognitionEntry, RecognitionState } from './recognition';

export interface PledgeEntry {
  readonly framework: FrameworkRef;
  readonly registered: EvidenceRef;
  readonly signed?: EvidenceRef;
}

/** The organisation's own: with what tells whether a later fact has yet to be reviewed. */
export interface OwnRecognition extends RecognitionEntry {
  /** The last grant; later facts put it in question. */
  readonly granted?: EvidenceRef;
  /** Events for which a review was required since that grant. */
  readonly reviewed: readonly EventId[];
}

/** What one organisation recorded in one year of which there is one, and what its direct children report of theirs. */
export interface YearDocument {
  readonly kind: 'year';
  /** Position of the last event folded into it; absent when only the tree around it brought it about. */
  readonly foldedThrough?: string;
  readonly pledges: Readonly<Record<CampaignId, PledgeEntry>>;
  /** A campaign reaches from here in this year: all below are asked how they stand, pledged or not. */
  readonly isAskedFor?: boolean;
  readonly frozen?: { readonly campaign: CampaignId; readonly framework: FrameworkRef };
  readonly periodClosed?: EvidenceRef;
  readonly missedMonths: Readonly<Record<string, EvidenceRef>>;
  readonly missedQuarters: Readonly<Record<string, EvidenceRef>>;
  readonly inspectionPlan?: { readonly adopted: EvidenceRef; readonly items: number };
  readonly appraisals: Readonly<Record<string, AppraisalFact>>;
  readonly selfScores: Readonly<
    Record<string, { readonly points: Decimal; readonly event: EvidenceRef }>
  >;
  readonly recognition?: OwnRecognition;
  /** Kept by the roll-up: the summaries of direct children, and the organisations this one reports to. */
  readonly children: Readonly<Record<OrganisationId, ChildSummary>>;
  readonly reportedTo: readonly OrganisationId[];
  /** Organisations above that count this one under their framework, whether or not anything was recorded here. */
  readonly demandedBy: Readonly<Record<OrganisationId, Demand>>;
  readonly lineage: readonly OrganisationId[];
}

export const emptyYearDocument: YearDocument = {
  kind: 'year',
  pledges: {},
  missedMonths: {},
  missedQuarters: {},
  appraisals: {},
  selfScores: {},
  children: {},
  reportedTo: [],
  demandedBy: {},
  lineage: [],
};

function yearOf({
  data: { organisation, year },
}: {
  readonly data: { readonly organisation: OrganisationId; readonly year: number };
}): readonly FactsSubject[] {
  return [{ kind: 'year', organisation, year }];
}

type PledgeFact = FactOfType<'PledgeRegistered' | 'PledgeSigned' | 'PledgeWithdrawn'>;

const pledges = partOf<YearDocument>()({
  // A member's own pledge is kept with the member. Where the campaign reaches from, it tells that the year is asked for.
  subjectsOf: (event) =>
    event.data.member === undefined ? [...yearOf(event), ...yearOfRoot(event)] : [],
  takes: {
    PledgeRegistered: (document, event, subject) =>
      isOf(event, subject)
        ? {
            ...document,
            pledges: withEntry(document.pledges, event.data.campaign, {
              framework: event.data.framework,
              registered: refOf(event),
            }),
          }
        : { ...document, isAskedFor: true },
    PledgeSigned: (document, event) => {
      const { campaign, framework } = event.data;
      const registered = document.pledges[campaign]?.registered ?? refOf(event);
      const pledge = { framework, registered, signed: refOf(event) };
      return { ...document, pledges: withEntry(document.pledges, campaign, pledge) };
    },
    PledgeWithdrawn: (document, { data }) => ({
      ...document,
      pledges: withEntry(document.pledges, data.campaign, undefined),
    }),
  },
  // What was pledged under whichever campaign is one stream: what stands of it is folded anew. A year that was ever
  // asked for stays so, also when the pledge was a mistake.
  without: (document, event, subject) =>
    isOf(event, subject) ? { ...document, pledges: {} } : document,
});

function yearOfRoot({ data }: PledgeFact): readonly FactsSubject[] {
  const root = 'campaignRoot' in data ? data.campaignRoot : undefined;
  if (root === undefined || root === data.organisation) return [];
  return [{ kind: 'year', organisation: root, year: data.year }];
}

function isOf({ data }: PledgeFact, subject: FactsSubject): boolean {
  return 'organisation' in subject && subject.organisation === data.organisation;
}

const plan = partOf<YearDocument>()({
  subjectsOf: yearOf,
  takes: {
    InspectionPlanAdopted: (document, event) => ({
      ...document,
      inspectionPlan: { adopted: refOf(event), items: event.data.items.length },
    }),
  },
  without: (document) => withoutField(document, 'inspectionPlan'),
});

const unchanged = (document: YearDocument): YearDocument => document;

/** Kept in documents of their own; here they say that something was recorded in the year. */
const keptElsewhere = partOf<YearDocument>()({
  subjectsOf: yearOf,
  takes: {
    TargetAssigned: unchanged,
    TargetResultConfirmed: unchanged,
    InspectionPlanItemDone: unchanged,
    DocumentsPosted: unchanged,
    PreparatoryMeetingHeld: unchanged,
    MeetingHeld: unchanged,
    MeetingScoreConfirmed: unchanged,
    MeetingCancelled: unchanged,
  },
  without: unchanged,
});

const closing = partOf<YearDocument>()({
  subjectsOf: yearOf,
  takes: {
    MeetingMissed: (document, event) => {
      const { data } = event;
      const ref = refOf(event);
      return data.period === 'MONTH'
        ? { ...document, missedMonths: withEntry(document.missedMonths, String(data.month), ref) }
        : {
            ...document,
            missedQuarters: withEntry(document.missedQuarters, String(data.quarter), ref),
          };
    },
    PeriodClosed: (document, event) => ({ ...document, periodClosed: refOf(event) }),
  },
  without: (document) => ({
    ...withoutField(document, 'periodClosed'),
    missedMonths: {},
    missedQuarters: {},
  }),
});

type RecognitionFact = FactOfType<
  | 'RecognitionGranted'
  | 'RecognitionRefused'
  | 'RecognitionReviewRequired'
  | 'RecognitionUpheld'
  | 'RecognitionCorrected'
  | 'RecognitionRevoked'
>;

function recognised(state: Exclude<RecognitionState, 'GRANTED'>) {
  return (document: YearDocument, event: RecognitionFact): YearDocument => {
    const { granted, reviewed = [] } = document.recognition ?? {};
    const causes = event.type === 'RecognitionReviewRequired' ? event.data.causes : [];
    return {
      ...document,
      recognition: {
        state,
        event: refOf(event),
        ...(granted === undefined ? {} : { granted }),
        reviewed: [...new Set([...reviewed, ...causes])],
      },
    };
  };
}

const assessment = partOf<YearDocument>()({
  subjectsOf: yearOf,
  takes: {
    AssessmentOpened: (document, { data: { campaign, framework } }) => ({
      ...document,
      frozen: { campaign, framework },
    }),
    SelfAssessmentSubmitted: (document, event) => ({
      ...document,
      selfScores: event.data.scores.reduce(
        (scores, { condition, points }) =>
          withEntry(scores, condition, { points, event: refOf(event) }),
        document.selfScores,
      ),
    }),
    AppraisalRecorded: (document, event) => ({
      ...document,
      appraisals: event.data.conditions.reduce(
        (appraisals, { condition, result, points }) =>
          withEntry(appraisals, condition, {
            ...(result === undefined ? {} : { result }),
            ...(points === undefined ? {} : { points }),
            event: refOf(event),
          }),
        document.appraisals,
      ),
    }),
    RecognitionGranted: (document, event) => ({
      ...document,
      recognition: {
        state: 'GRANTED',
        event: refOf(event),
        granted: refOf(event),
        reviewed: [],
      },
    }),
    RecognitionRefused: recognised('REFUSED'),
    RecognitionReviewRequired: recognised('REVIEW_REQUIRED'),
    RecognitionUpheld: recognised('UPHELD'),
    RecognitionCorrected: recognised('CORRECTED'),
    RecognitionRevoked: recognised('REVOKED'),
  },
  without: (document) => ({
    ...withoutField(withoutField(document, 'frozen'), 'recognition'),
    appraisals: {},
    selfScores: {},
  }),
});

export const yearParts = [pledges, plan, keptElsewhere, closing, assessment];
