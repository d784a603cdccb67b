/**
 * Why a command is refused. `code` is stable and says what is wrong; `rule` is the handbook's rule
 * (`R-01` … `R-34`) where it has one, else the code itself; `field` names the offending input.
 */
export interface Refusal {
  readonly code: RefusalCode;
  readonly rule: string;
  readonly message: string;
  readonly field?: string;
  /** What the refusal is about, for machines: ids, limits, conditions, paths. Never personal data. */
  readonly details?: Readonly<Record<string, unknown>>;
}

export interface RefusalKind {
  readonly rule?: string;
  readonly message: string;
}

/** Every refusal of the domain (handbook, section 8), in one closed list. */
export const REFUSALS = {
  EFFECTIVE_IN_FUTURE: { message: 'The effective date lies in the future.' },
  ALREADY_EXISTS: { message: 'It is already recorded under this id.' },
  NOT_RECORDED: { message: 'Nothing is recorded under this id.' },
  NOT_IN_THIS_STATE: { message: 'It is not in a state that allows this.' },
  ORGANISATION_UNKNOWN: { message: 'No such organisation is recorded.' },
  ORGANISATION_NOT_EXISTING_THEN: {
    message: 'The organisation did not exist at the effective date.',
  },
  MEMBER_UNKNOWN: { message: 'No such member is recorded.' },
  MEMBER_NOT_EXISTING_THEN: { message: 'The member was not in the Party at the effective date.' },

  VALUE_INVALID: { message: 'The value is not possible.' },
  ALREADY_SO: { message: 'It is already so at the effective date.' },

  ORGANISATION_ENDED: { message: 'The organisation was already merged or dissolved.' },
  ORGANISATION_CYCLE: { message: 'An organisation cannot come to be below itself.' },

  MEMBER_ALREADY_LEFT: { message: 'It is already recorded that the member left the Party.' },
  NOT_THE_MEMBERS_ORGANISATION: {
    message: 'The member did not belong to this organisation at the effective date.',
  },

  FRAMEWORK_INVALID: { message: 'The definition of the framework is not valid.' },
  FRAMEWORK_BASE_NOT_PUBLISHED: { message: 'The framework extended is not published.' },
  FRAMEWORK_WEAKENS_BASE: { message: 'An extension can never weaken or drop what its base asks.' },
  FRAMEWORK_UNFILLED: { message: 'A framework with unfilled criteria cannot be published.' },
  FRAMEWORK_VERSION_PUBLISHED: { message: 'A published version of a framework never changes.' },
  FRAMEWORK_NOT_PUBLISHED: { message: 'This version of the framework is not published.' },

  CAMPAIGN_UNKNOWN: { message: 'No such campaign is recorded.' },
  CAMPAIGN_CLOSED: { message: 'The campaign was closed at the effective date.' },
  OUTSIDE_CAMPAIGN: {
    message: 'The organisation was not in the reach of the campaign at the effective date.',
  },
  YEAR_OUTSIDE_CAMPAIGN: { message: 'The year is not one of the campaign.' },

  ALREADY_PLEDGED_UNDER_ANOTHER_CAMPAIGN: {
    message: 'The organisation pledged under another campaign for this year.',
  },
  PLEDGE_AFTER_ASSESSMENT_OPENED: {
    rule: 'R-31',
    message: 'The assessment of the year was already open at the effective date.',
  },
  PLEDGE_ITEM_UNKNOWN: { message: 'The pledge has no such item.' },

  PERIOD_NOT_OVER: { message: 'The period was not over at the effective date.' },
  PERIOD_ALREADY_CLOSED: { message: 'The period is already closed.' },
  NOTHING_OVERDUE: { message: 'Nothing of the kind was due.' },

  ALREADY_DONE: { message: 'It is already recorded that this was done.' },
  REASON_MISSING: { message: 'This is not recorded without its reason.' },
  CORRECTION_OF_GROUND: { message: 'Other facts rest on this one: they are corrected first.' },
  CORRECTION_BY_OWN_PROCEDURE: {
    message: 'Such a decision is changed by its own procedure, never as if it had not been taken.',
  },
  LISTED_TWICE: { message: 'The same is listed twice.' },
  DECIDED_BEYOND_AUTHORITY: { message: 'This is not for that organisation to decide.' },
  PROPOSER_IS_APPROVER: {
    rule: 'R-34',
    message: 'Whoever proposed or handled it cannot appraise it or decide about it.',
  },

  TARGET_ALREADY_ASSIGNED: { message: 'A target with this code is already assigned for the year.' },
  TARGET_UNKNOWN: { message: 'No target with this code is assigned for the year.' },
  TARGET_ALREADY_CONFIRMED: { message: 'The result of the target is already confirmed.' },
  INSPECTION_PLAN_ALREADY_ADOPTED: {
    message: 'The inspection plan of the year is already adopted.',
  },
  INSPECTION_PLAN_ITEM_UNKNOWN: { message: 'The inspection plan of the year has no such item.' },

  MEETING_NOT_HELD: { message: 'It is not recorded that the meeting was held.' },
  MEETING_CANCELLED: { message: 'The meeting was cancelled.' },
  MEETING_OF_ANOTHER_ORGANISATION: { message: 'The meeting is that of another organisation.' },
  ATTENDANCE_IMPOSSIBLE: {
    rule: 'R-11',
    message: 'More were present or absent than were expected.',
  },
  SCORE_BEFORE_MINUTES: { message: 'A meeting is scored only once its minutes are adopted.' },
  SCORE_NOT_PROPOSED: { message: 'No score of the meeting was proposed.' },
  SCORE_ALREADY_CONFIRMED: { message: 'The score of the meeting is already confirmed.' },
  SCORE_GROUP_UNKNOWN: { message: 'The meeting scale has no such group.' },
  SCORE_ABOVE_MAXIMUM: { message: 'The score is above the maximum of its group.' },

  CASE_CLOSED: { message: 'The case is closed.' },
  CASE_NOT_CONFIRMED: { message: 'No violation was confirmed in this case.' },
  CONCLUSION_ALREADY_REACHED: { message: 'The conclusion of the case is already reached.' },
  DISCIPLINE_UNSUITABLE: { message: 'This form of discipline is not for such a case.' },
  DISCIPLINE_OF_PROBATIONARY_MEMBER: {
    rule: 'R-32',
    message: 'A probationary member can only get a reprimand or a warning.',
  },
  DISCIPLINE_NOT_DECIDED: { message: 'No discipline that stands was decided in this case.' },
  DISCIPLINE_ALREADY_DECIDED: { message: 'A second decision in a case needs a complaint.' },
  DISCIPLINE_NOT_ENDED: {
    rule: 'R-20',
    message: 'A discipline ends 12 months after its announcement, when no complaint is open.',
  },
  COMPLAINT_TOO_LATE: { rule: 'R-22', message: 'A complaint is filed within one month.' },
  COMPLAINT_PENDING: { message: 'A complaint about this decision is already pending.' },
  COMPLAINT_MISSING: { message: 'No complaint about this decision is pending.' },
  NO_ANNOUNCED_DECISION: { message: 'A case is not closed without an announced decision.' },

  MEMBER_NOT_RATEABLE: {
    rule: 'R-24',
    message: 'Only official and probationary members of then are rated.',
  },
  RATING_ALREADY_DECIDED: { message: 'The rating is decided, and was not reopened.' },
  RATING_NOT_DECIDED: { message: 'No rating is decided.' },
  RATING_NOT_REOPENED: { message: 'The rating was not reopened.' },
  RATING_WITHOUT_POINTS: { message: 'Ratings carry no points under the rules of that day.' },
  RATING_ABOVE_POINTS: { message: 'The level is better than the points allow.' },
  QUOTA_EXCEEDED: { rule: 'R-30', message: 'The quota of the framework is exceeded.' },

  NOT_PLEDGED: { rule: 'R-31', message: 'The organisation made no pledge for the year.' },
  ASSESSMENT_NOT_OPENED: { message: 'The assessment of the year is not opened.' },
  CONDITION_UNKNOWN: { message: 'The framework has no such condition for this organisation.' },
  CONDITION_UNSUITABLE: { message: 'The condition is not appraised in this way.' },
  POINTS_ABOVE_MAXIMUM: { message: 'The points are above the maximum of the condition.' },
  SELF_ASSESSMENT_MISSING: { message: 'No self-assessment was submitted.' },
  APPRAISAL_MISSING: { message: 'Nothing was appraised yet.' },
  KNOCK_OUT_OPEN: { message: 'A knock-out condition is failed or still open.' },
  HARD_CONDITION_FAILED: { message: 'A condition of the framework is failed.' },
  INPUTS_MISSING: { message: 'Not everything that the framework asks for is known yet.' },
  RECOGNITION_ALREADY_DECIDED: { message: 'The recognition is already decided.' },
  RECOGNITION_NOT_DECIDED: { message: 'The recognition is not decided.' },
  RECOGNITION_NOT_GRANTED: { message: 'No recognition that stands was granted.' },
  RECOGNITION_NOT_UNDER_REVIEW: {
    rule: 'R-26',
    message: 'No review of the recognition is required.',
  },
  REVIEW_ALREADY_REQUIRED: {
    rule: 'R-26',
    message: 'A review was already required for these causes.',
  },
} as const satisfies Record<string, RefusalKind>;

export type RefusalCode = keyof typeof REFUSALS;

/** Builds a refusal of a kind; what the kind says is said the same way everywhere. */
export function refusal(
  code: RefusalCode,
  about: { readonly field?: string; readonly details?: Readonly<Record<string, unknown>> } = {},
): Refusal {
  const kind: RefusalKind = REFUSALS[code];
  return { code, rule: kind.rule ?? code, message: kind.message, ...about };
}
