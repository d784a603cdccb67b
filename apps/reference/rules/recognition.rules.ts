import type { HandbookRule } from './handbook-rule';

/** Recognition, what follows it, and what keeps everybody honest. */
export const RECOGNITION_RULES = {
  'R-25': {
    says: 'A recognition is published, and is overdue after the framework’s limit.',
    setBy: ['parameters.publicationDueDays'],
    deadlines: ['PUBLICATION'],
    recorded: ['PublicationOverdue'],
    shown: ['RecognitionDecision.publishBy'],
  },
  'R-26': {
    says: 'When later facts contradict what a recognition rests on, it comes under review, and an authorised body upholds, corrects or revokes it with a reason.',
    refusals: ['RECOGNITION_NOT_UNDER_REVIEW', 'REVIEW_ALREADY_REQUIRED'],
    recorded: ['RecognitionReviewRequired'],
    shown: ['Recognition.state'],
  },
  'R-29': {
    says: 'Totals that were reported must add up; one that does not is flagged, and never corrected.',
    shown: ['MembershipTotals.reconciles'],
  },
  'R-34': {
    says: 'Whoever submitted the self-assessment neither appraises nor decides it, and whoever handled a case does not decide its complaint.',
    refusals: ['PROPOSER_IS_APPROVER'],
  },
} as const satisfies Readonly<Record<string, HandbookRule>>;
