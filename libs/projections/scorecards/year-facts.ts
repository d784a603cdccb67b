import type { RecordedFact } from '#projection-engine';
import type { OwnRecognition, RecognitionState, YearDocument } from './documents';
import { applyToMeetings } from './meeting-facts';
import { refOf, withEntry } from './entries';

export const emptyYearDocument: YearDocument = {
  kind: 'year',
  pledges: {},
  targets: {},
  meetings: {},
  missedMonths: {},
  missedQuarters: {},
  appraisals: {},
  selfScores: {},
  children: {},
  reportedTo: [],
  demandedBy: {},
  lineage: [],
};

export function applyToYear(document: YearDocument, event: RecordedFact): YearDocument {
  const year = { ...document, foldedThrough: event.position.toString() };
  switch (event.type) {
    case 'PledgeRegistered':
      return {
        ...year,
        pledges: withEntry(year.pledges, event.data.campaign, {
          framework: event.data.framework,
          registered: refOf(event),
        }),
      };
    case 'PledgeSigned': {
      const registered = year.pledges[event.data.campaign]?.registered ?? refOf(event);
      return {
        ...year,
        pledges: withEntry(year.pledges, event.data.campaign, {
          framework: event.data.framework,
          registered,
          signed: refOf(event),
        }),
      };
    }
    case 'PledgeWithdrawn':
      return { ...year, pledges: withEntry(year.pledges, event.data.campaign, undefined) };
    case 'TargetAssigned': {
      const { code, assigned, direction } = event.data;
      const target = { code, assigned, direction, assignedBy: refOf(event) };
      return { ...year, targets: withEntry(year.targets, code, target) };
    }
    case 'TargetResultConfirmed': {
      const { code, achieved } = event.data;
      const target = year.targets[code];
      if (target === undefined) return year;
      const confirmed = { ...target, confirmed: { achieved, event: refOf(event) } };
      return { ...year, targets: withEntry(year.targets, code, confirmed) };
    }
    case 'InspectionPlanAdopted':
      return {
        ...year,
        inspectionPlan: {
          adopted: refOf(event),
          items: event.data.items.map(({ code }) => ({ code })),
        },
      };
    case 'InspectionPlanItemDone': {
      if (year.inspectionPlan === undefined) return year;
      const items = year.inspectionPlan.items.map((item) =>
        item.code === event.data.item ? { ...item, done: refOf(event) } : item,
      );
      return { ...year, inspectionPlan: { ...year.inspectionPlan, items } };
    }
    case 'DocumentsPosted':
    case 'PreparatoryMeetingHeld':
    case 'MeetingHeld':
    case 'MeetingScoreConfirmed':
    case 'MeetingCancelled':
      return { ...year, meetings: applyToMeetings(year.meetings, event) };
    case 'MeetingMissed':
      return event.data.period === 'MONTH'
        ? {
            ...year,
            missedMonths: withEntry(year.missedMonths, String(event.data.month), refOf(event)),
          }
        : {
            ...year,
            missedQuarters: withEntry(
              year.missedQuarters,
              String(event.data.quarter),
              refOf(event),
            ),
          };
    case 'PeriodClosed':
      return { ...year, periodClosed: refOf(event) };
    case 'AssessmentOpened':
      return {
        ...year,
        frozen: { campaign: event.data.campaign, framework: event.data.framework },
      };
    case 'SelfAssessmentSubmitted':
      return {
        ...year,
        selfScores: event.data.scores.reduce(
          (scores, { condition, points }) =>
            withEntry(scores, condition, { points, event: refOf(event) }),
          year.selfScores,
        ),
      };
    case 'AppraisalRecorded':
      return {
        ...year,
        appraisals: event.data.conditions.reduce(
          (appraisals, { condition, result, points }) =>
            withEntry(appraisals, condition, {
              ...(result === undefined ? {} : { result }),
              ...(points === undefined ? {} : { points }),
              event: refOf(event),
            }),
          year.appraisals,
        ),
      };
    default: {
      const state = recognitionStateAfter(event);
      return state === undefined
        ? year
        : { ...year, recognition: recognitionAfter(year.recognition, state, event) };
    }
  }
}

function recognitionAfter(
  before: OwnRecognition | undefined,
  state: RecognitionState,
  event: RecordedFact,
): OwnRecognition {
  const own = { state, event: refOf(event) };
  if (state === 'GRANTED') return { ...own, granted: refOf(event), reviewed: [] };
  const causes = event.type === 'RecognitionReviewRequired' ? event.data.causes : [];
  return {
    ...own,
    ...(before?.granted === undefined ? {} : { granted: before.granted }),
    reviewed: [...new Set([...(before?.reviewed ?? []), ...causes])],
  };
}

export function recognitionStateAfter(event: RecordedFact): RecognitionState | undefined {
  switch (event.type) {
    case 'RecognitionGranted':
      return 'GRANTED';
    case 'RecognitionRefused':
      return 'REFUSED';
    case 'RecognitionReviewRequired':
      return 'REVIEW_REQUIRED';
    case 'RecognitionUpheld':
      return 'UPHELD';
    case 'RecognitionCorrected':
      return 'CORRECTED';
    case 'RecognitionRevoked':
      return 'REVOKED';
    default:
      return undefined;
  }
}
