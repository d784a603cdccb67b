import { unknownOrganisation } from '#domain';
import type { Correction, RecordedFact } from '#projection-engine';
import type {
  FactsDocument,
  MemberDocument,
  OrganisationDocument,
  YearDocument,
} from './documents';
import { withEntry } from './entries';
import { memberPledgeKey, memberRatingKey, unknownMemberDocument } from './member-facts';

/** A document without anything that came from the stream of the withdrawn event. */
export function withoutStream(
  document: FactsDocument,
  withdrawn: RecordedFact,
  isOwn: boolean,
): FactsDocument {
  switch (document.kind) {
    // Years that were ever spoken of are looked at; a published framework never changes.
    case 'calendar':
    case 'framework':
      return document;
    case 'member':
      return withoutOfMember(document, withdrawn);
    case 'organisation':
      return withoutOfOrganisation(document, withdrawn, isOwn);
    case 'year':
      return withoutOfYear(document, withdrawn);
  }
}

/** The correction counts for these documents like any other event. */
export function throughCorrection(
  document: FactsDocument,
  { position }: Correction,
): FactsDocument {
  return document.kind === 'organisation' || document.kind === 'year'
    ? { ...document, foldedThrough: position.toString() }
    : document;
}

/** Wherever a member was said to have been, it has to be said that he or she was not. */
function withoutOfMember(document: MemberDocument, { type, data }: RecordedFact): MemberDocument {
  switch (type) {
    case 'MemberRatingDecided':
    case 'RatingRevised':
      return {
        ...document,
        ratings: withEntry(document.ratings, memberRatingKey(data), undefined),
      };
    case 'PledgeRegistered':
    case 'PledgeSigned':
    case 'PledgeWithdrawn':
      return {
        ...document,
        pledges: withEntry(document.pledges, memberPledgeKey(data), undefined),
      };
    default: {
      const { ratings, pledges, everIn } = document;
      return { ...unknownMemberDocument, ratings, pledges, everIn };
    }
  }
}

/** @param isOwn the event is of the organisation's own stream, if of any organisation's */
function withoutOfOrganisation(
  document: OrganisationDocument,
  { type, data }: RecordedFact,
  isOwn: boolean,
): OrganisationDocument {
  switch (type) {
    case 'GrievanceOpened':
    case 'GrievanceFlagged':
    case 'GrievanceResolved': {
      const grievances = withEntry(document.grievances, data.grievance, undefined);
      return { ...document, grievances };
    }
    case 'CaseOpened':
    case 'SignalReceived':
    case 'ConclusionReached':
    case 'RemediationCompleted':
      return { ...document, cases: withEntry(document.cases, data.case, undefined) };
    case 'OrganisationRatingDecided':
    case 'RatingRevised': {
      const ratings = withEntry(document.ratings, String(data.year), undefined);
      return { ...document, ratings };
    }
    default:
      // Who has this one as a parent is asked of the children themselves.
      return isOwn ? { ...document, state: unknownOrganisation } : document;
  }
}

function withoutOfYear(document: YearDocument, { type, data }: RecordedFact): YearDocument {
  switch (type) {
    case 'PledgeRegistered':
    case 'PledgeSigned':
    case 'PledgeWithdrawn':
      return { ...document, pledges: withEntry(document.pledges, data.campaign, undefined) };
    case 'TargetAssigned':
    case 'TargetResultConfirmed':
    case 'InspectionPlanAdopted':
    case 'InspectionPlanItemDone': {
      const { inspectionPlan: _, ...rest } = document;
      return { ...rest, targets: {} };
    }
    case 'DocumentsPosted':
    case 'PreparatoryMeetingHeld':
    case 'MeetingHeld':
    case 'MeetingScoreConfirmed':
    case 'MeetingCancelled':
      return { ...document, meetings: withEntry(document.meetings, data.meeting, undefined) };
    case 'MeetingMissed':
    case 'PeriodClosed': {
      const { periodClosed: _, ...rest } = document;
      return { ...rest, missedMonths: {}, missedQuarters: {} };
    }
    default: {
      const { frozen: _, recognition: __, ...rest } = document;
      return { ...rest, appraisals: {}, selfScores: {} };
    }
  }
}
