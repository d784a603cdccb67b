import type { Actor } from '#vocabulary';
import type { KeptFact } from '../../facts';

/** Whether anybody behind a fact acts in the organisation it is about, or is the person it is about. */
export function isOfBeneficiary(data: object, by: readonly Actor[] = []): boolean {
  const { organisation, member } = data as {
    readonly organisation?: string;
    readonly member?: string;
  };
  return by.some((actor) => actor.organisation === organisation || actor.id === member);
}

/**
 * What makes a scorecard better: whoever it is about may record some of it, and an inspector asks which. Meetings that
 * were held are every cell's own to record: the history tells them by `byBeneficiary`.
 */
export function isFavourable({ type, data }: KeptFact): boolean {
  switch (type) {
    case 'SignalReceived':
      return 'source' in data && (data.source === 'SELF' || data.source === 'INSPECTION');
    case 'ConclusionReached':
      return 'confirmed' in data && !data.confirmed;
    case 'ComplaintResolved':
      return 'outcome' in data && data.outcome === 'ANNULLED';
    case 'RemediationCompleted':
    case 'CaseClosed':
    case 'GrievanceResolved':
    case 'MeetingScoreConfirmed':
    case 'TargetResultConfirmed':
    case 'InspectionPlanItemDone':
    case 'MemberExempted':
    case 'MemberSuspended':
    case 'MemberRatingDecided':
    case 'OrganisationRatingDecided':
    case 'RatingRevised':
    case 'AppraisalRecorded':
    case 'RecognitionGranted':
    case 'RecognitionUpheld':
    case 'RecognitionCorrected':
      return true;
    default:
      return false;
  }
}

/**
 * What weighs on whom it is about: to take it back is in their favour. All that a case says does; what weighs in a
 * meeting that was held is found by itself, and stays.
 */
export function weighs({ type, data }: KeptFact): boolean {
  if ('case' in data) return true;
  switch (type) {
    case 'GrievanceOpened':
    case 'GrievanceFlagged':
    case 'MeetingMissed':
    case 'MeetingScoreConfirmed':
    case 'TargetAssigned':
    case 'TargetResultConfirmed':
    case 'InspectionPlanAdopted':
    case 'MemberResumed':
    case 'MemberRatingDecided':
    case 'OrganisationRatingDecided':
    case 'RatingRevised':
    case 'RatingReopened':
    case 'AppraisalRecorded':
    case 'RecognitionRefused':
    case 'RecognitionReviewRequired':
    case 'RecognitionRevoked':
    case 'PublicationOverdue':
    case 'PeriodClosed':
      return true;
    default:
      return false;
  }
}
