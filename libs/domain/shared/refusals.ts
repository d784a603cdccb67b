/**
 * Every refusal of the domain (handbook, section 8), in one closed list. What stands in braces is
 * what a refusal of this kind has to say: the compiler asks for it. `{subject}` is one of
 * `SUBJECTS`, `{state}` one of `STATES`; another language is one more property of each.
 */
export const REFUSALS = {
  EFFECTIVE_IN_FUTURE: { message: { en: '`{field}` lies in the future: {value}.' } },
  ALREADY_EXISTS: { message: { en: '{subject} is already recorded.' } },
  NOT_RECORDED: { message: { en: '{subject} is not recorded.' } },
  NOT_IN_THIS_STATE: { message: { en: '{subject} {state}.' } },
  ORGANISATION_UNKNOWN: { message: { en: 'No organisation {organisation} is recorded.' } },
  ORGANISATION_NOT_EXISTING_THEN: { message: { en: '{organisation} did not exist on {at}.' } },
  MEMBER_UNKNOWN: { message: { en: 'No member {member} is recorded.' } },
  MEMBER_NOT_EXISTING_THEN: { message: { en: '{member} was not in the Party on {at}.' } },

  VALUE_INVALID: { message: { en: '`{field}` cannot be {value}.' } },
  TEXT_INVALID: { message: { en: '`{field}` {state}.' } },
  ALREADY_SO: { message: { en: '{subject} {state}.' } },

  ORGANISATION_ENDED: { message: { en: '{organisation} was merged or dissolved on {endedAt}.' } },
  ORGANISATION_CYCLE: {
    message: { en: '{organisation} would come to be below itself under {to}.' },
  },

  MEMBER_ALREADY_LEFT: { message: { en: 'It is already recorded that {member} left the Party.' } },
  NOT_THE_MEMBERS_ORGANISATION: {
    message: { en: '{member} belonged to {organisation} on {at}, not to {from}.' },
  },

  FRAMEWORK_INVALID: {
    message: { en: 'The definition of version {version} of framework {framework} is not valid.' },
  },
  FRAMEWORK_BASE_NOT_PUBLISHED: {
    message: { en: 'Version {version} of framework {framework} is not published to be extended.' },
  },
  FRAMEWORK_WEAKENS_BASE: {
    message: { en: '{subject} weakens or drops what its base {base} asks.' },
  },
  FRAMEWORK_UNFILLED: {
    message: {
      en: '{subject} cannot be published before its local text is filled in: {conditions}.',
    },
  },
  FRAMEWORK_VERSION_PUBLISHED: {
    message: { en: '{subject} was published and can no longer be changed.' },
  },
  FRAMEWORK_NOT_PUBLISHED: { message: { en: '{subject} is not published.' } },

  CAMPAIGN_UNKNOWN: { message: { en: 'No campaign {campaign} is recorded.' } },
  CAMPAIGN_CLOSED: { message: { en: 'Campaign {campaign} was closed on {closedAt}.' } },
  OUTSIDE_CAMPAIGN: {
    message: {
      en: '{organisation} was not at or below {root} on {at}, where the campaign is held.',
    },
  },
  YEAR_OUTSIDE_CAMPAIGN: {
    message: { en: 'Campaign {campaign} is for {fromYear} to {toYear}, not for {year}.' },
  },

  ALREADY_PLEDGED_UNDER_ANOTHER_CAMPAIGN: {
    message: { en: '{organisation} pledged for {year} under another campaign: {campaigns}.' },
  },
  PLEDGE_AFTER_ASSESSMENT_OPENED: {
    rule: 'R-31',
    message: {
      en: 'The assessment of {organisation} for {year} was opened on {openedAt}. A pledge comes before it.',
    },
  },
  PLEDGE_ITEM_UNKNOWN: {
    message: { en: '{subject} has no item {item}: its items are counted from 1 to {items}.' },
  },

  PERIOD_NOT_OVER: { message: { en: '{subject} was not over on {at}.' } },
  PERIOD_ALREADY_CLOSED: {
    message: { en: 'The year {year} of {organisation} is already closed.' },
  },
  NOTHING_OVERDUE: { message: { en: '{subject} was not overdue on {at}.' } },

  ALREADY_DONE: { message: { en: '{subject} {state}.' } },
  REASON_MISSING: {
    message: { en: '`{field}` is missing: this is not recorded without its reason.' },
  },
  CORRECTION_OF_GROUND: {
    message: { en: 'Later facts rest on event {event} ({count}): they are corrected first.' },
  },
  CORRECTION_BY_OWN_PROCEDURE: {
    message: {
      en: 'Event {event} records a decision that is changed by its own procedure, never as if it had not been taken.',
    },
  },
  LISTED_TWICE: { message: { en: '{value} is listed twice in `{field}`.' } },
  DECIDED_BEYOND_AUTHORITY: { message: { en: 'This is not for {body} to decide.' } },
  OUT_OF_ORDER: {
    message: { en: '{fact} of {on} cannot come before {other} of {otherOn}.' },
  },
  EXPULSION_NOT_ANNOUNCED: {
    message: {
      en: 'The expulsion of {member} follows an announced discipline, and is then recorded by the service.',
    },
  },
  ACTING_FOR_BEYOND_SCOPE: {
    message: { en: 'Nothing can be entered here on behalf of {role} of {body}.' },
  },
  PROPOSER_IS_APPROVER: {
    rule: 'R-34',
    message: {
      en: '{handler} proposed or handled {subject} and can neither appraise it nor decide about it.',
    },
  },

  TARGET_ALREADY_ASSIGNED: { message: { en: '{subject} is already assigned.' } },
  TARGET_UNKNOWN: { message: { en: '{subject} is not assigned.' } },
  TARGET_ALREADY_CONFIRMED: { message: { en: 'The result of {subject} is already confirmed.' } },
  INSPECTION_PLAN_ALREADY_ADOPTED: {
    message: { en: 'The inspection plan of {organisation} for {year} is already adopted.' },
  },
  INSPECTION_PLAN_ITEM_UNKNOWN: {
    message: { en: 'The inspection plan of {organisation} for {year} has no item {item}.' },
  },

  MEETING_NOT_HELD: { message: { en: 'It is not recorded that meeting {meeting} was held.' } },
  MEETING_CANCELLED: { message: { en: 'Meeting {meeting} was cancelled.' } },
  MEETING_OF_ANOTHER_ORGANISATION: {
    message: { en: 'Meeting {meeting} is a meeting of {organisation}.' },
  },
  ATTENDANCE_IMPOSSIBLE: {
    rule: 'R-11',
    message: { en: '{expected} were expected, but {counted} were present or absent.' },
  },
  SCORE_BEFORE_MINUTES: {
    message: { en: 'Meeting {meeting} is scored only once its minutes are adopted.' },
  },
  SCORE_NOT_PROPOSED: { message: { en: 'No score of meeting {meeting} was proposed.' } },
  SCORE_ALREADY_CONFIRMED: {
    message: { en: 'The score of meeting {meeting} is already confirmed.' },
  },
  SCORE_GROUP_UNKNOWN: { message: { en: 'The meeting scale has no group {group}.' } },
  SCORE_ABOVE_MAXIMUM: {
    message: { en: '{points} points are above the maximum of group {group}, {maximum}.' },
  },

  GRANT_TO_ONESELF: {
    message: { en: '{person} is behind this command. Nobody gives himself or herself a role.' },
  },
  ROLE_NOT_OF_KIND: {
    message: { en: '{organisation} has no {role}. {role} is held in {kinds}.' },
  },

  WEBHOOK_ADDRESS_REFUSED: {
    message: { en: 'Nothing is ever sent to {url}: an address {objection}.' },
  },
  LEDGER_NOT_BROKEN: {
    message: { en: 'The ledger of the {ledger} is not broken: there is nothing to accept.' },
  },
  NOTHING_TO_REDELIVER: {
    message: { en: 'Event {event} was not sent to webhook {webhook}, or is still being tried.' },
  },

  CASE_CLOSED: { message: { en: 'Case {case} is closed.' } },
  CASES_NOT_ALIKE: {
    rule: 'R-18',
    message: {
      en: 'Case {case} is not about the same as case {other}: the member, the day or the thing differ.',
    },
  },
  CASE_NOT_CONFIRMED: { message: { en: 'No violation was confirmed in case {case}.' } },
  CONCLUSION_ALREADY_REACHED: {
    message: { en: 'The conclusion of case {case} is already reached.' },
  },
  DISCIPLINE_UNSUITABLE: {
    message: { en: '{form} is no discipline for case {case}. Possible are {forms}.' },
  },
  DISCIPLINE_OF_PROBATIONARY_MEMBER: {
    rule: 'R-32',
    message: { en: '{member} is a probationary member. Possible are {forms}, not {form}.' },
  },
  DISCIPLINE_NOT_DECIDED: {
    message: { en: 'No discipline that stands was decided in case {case}.' },
  },
  DISCIPLINE_ALREADY_DECIDED: {
    message: {
      en: 'A discipline was decided in case {case}. A second decision needs a complaint.',
    },
  },
  DISCIPLINE_NOT_ENDED: {
    rule: 'R-20',
    message: {
      en: 'The discipline in case {case} has not ended. It ends 12 months after its announcement, when no complaint is pending.',
    },
  },
  COMPLAINT_TOO_LATE: {
    rule: 'R-22',
    message: { en: 'A complaint in case {case} could be filed until {until}, within one month.' },
  },
  COMPLAINT_PENDING: { message: { en: 'A complaint is already pending in case {case}.' } },
  COMPLAINT_MISSING: { message: { en: 'No complaint is pending in case {case}.' } },
  NO_ANNOUNCED_DECISION: {
    message: { en: 'Case {case} cannot be closed without an announced decision.' },
  },

  MEMBER_NOT_RATEABLE: {
    rule: 'R-24',
    message: { en: '{member} {state} on {at}. Only official and probationary members are rated.' },
  },
  RATING_ALREADY_DECIDED: {
    message: { en: 'The rating of {rated} for {year} is decided, and was not reopened.' },
  },
  RATING_NOT_DECIDED: { message: { en: 'No rating of {rated} for {year} is decided.' } },
  RATING_NOT_REOPENED: { message: { en: 'The rating of {rated} for {year} was not reopened.' } },
  RATING_WITHOUT_POINTS: { message: { en: 'Ratings carried no points under the rules of {at}.' } },
  RATING_ABOVE_POINTS: {
    message: { en: '{level} is better than {general} and {results} points allow.' },
  },
  QUOTA_EXCEEDED: {
    rule: 'R-30',
    message: {
      en: 'In {organisation}, {count} of {of} members rated good or better are {level}. The quota is a share of {maxShare}.',
    },
  },

  NOT_PLEDGED: { rule: 'R-31', message: { en: '{organisation} made no pledge for {year}.' } },
  ASSESSMENT_NOT_OPENED: {
    message: { en: 'The assessment of {organisation} for {year} is not opened.' },
  },
  CONDITION_UNKNOWN: {
    message: { en: 'The framework has no condition {condition} for {organisation}.' },
  },
  CONDITION_UNSUITABLE: { message: { en: 'Condition {condition} is not appraised in this way.' } },
  POINTS_ABOVE_MAXIMUM: {
    message: { en: '{points} points in `{field}` are above the maximum of {maximum}.' },
  },
  SELF_ASSESSMENT_MISSING: {
    message: { en: '{organisation} submitted no self-assessment for {year}.' },
  },
  APPRAISAL_MISSING: { message: { en: 'Nothing of {organisation} was appraised yet for {year}.' } },
  KNOCK_OUT_OPEN: {
    message: {
      en: '{organisation} cannot be recognised for {year}: a knock-out condition is failed or still open ({conditions}).',
    },
  },
  HARD_CONDITION_FAILED: {
    message: {
      en: '{organisation} cannot be recognised for {year}: a condition of the framework is failed ({conditions}).',
    },
  },
  INPUTS_MISSING: {
    message: {
      en: '{organisation} cannot be recognised for {year} yet: not everything that the framework asks for is known ({conditions}).',
    },
  },
  RECOGNITION_ALREADY_DECIDED: {
    message: { en: 'The recognition of {organisation} for {year} is already decided.' },
  },
  RECOGNITION_NOT_DECIDED: {
    message: { en: 'The recognition of {organisation} for {year} is not decided.' },
  },
  RECOGNITION_NOT_GRANTED: {
    message: { en: '{organisation} has no recognition for {year} that stands.' },
  },
  RECOGNITION_NOT_UNDER_REVIEW: {
    rule: 'R-26',
    message: { en: 'No review of the recognition of {organisation} for {year} is required.' },
  },
  REVIEW_ALREADY_REQUIRED: {
    rule: 'R-26',
    message: {
      en: 'A review of the recognition of {organisation} for {year} was already required for {causes}.',
    },
  },
} as const satisfies Readonly<Record<string, RefusalKind>>;

export interface RefusalKind {
  /** The handbook's rule, where it has one. */
  readonly rule?: string;
  readonly message: Sentence;
}

/** A sentence with its gaps; Vietnamese will stand beside. */
interface Sentence {
  readonly en: string;
}

/** What a refusal is about, and how it is called inside a sentence. */
export const SUBJECTS = {
  organisation: { en: '{organisation}' },
  member: { en: '{member}' },
  framework: { en: 'version {version} of framework {framework}' },
  campaign: { en: 'campaign {campaign}' },
  pledge: { en: 'the pledge of {organisation} for {year}' },
  memberPledge: { en: 'the pledge of {member} for {year}' },
  target: { en: 'target {code} of {organisation} for {year}' },
  inspectionPlanItem: { en: 'item {item} of the inspection plan of {organisation} for {year}' },
  meeting: { en: 'meeting {meeting}' },
  grievance: { en: 'grievance {grievance}' },
  grant: { en: 'grant {grant}' },
  webhook: { en: 'webhook {webhook}' },
  case: { en: 'case {case}' },
  discipline: { en: 'the discipline in case {case}' },
  caseOf: { en: 'case {case} of {organisation}' },
  review: { en: 'the review of {organisation} for {year}' },
  ratings: { en: 'the ratings of {organisation} for {year}' },
  assessment: { en: 'the assessment of {organisation} for {year}' },
  selfAssessment: { en: 'the self-assessment of {organisation} for {year}' },
  recognition: { en: 'the recognition of {organisation} for {year}' },
  year: { en: 'the year {year}' },
  month: { en: 'month {month} of {year}' },
  quarter: { en: 'quarter {quarter} of {year}' },
  missedMonth: { en: 'the missed meeting of {organisation} in month {month} of {year}' },
  missedQuarter: { en: 'the missed meeting of {organisation} in quarter {quarter} of {year}' },
  publication: { en: 'the publication of the recognition of {organisation} for {year}' },
  announcement: { en: 'the announcement of the discipline in case {case}' },
  overduePublication: { en: 'the overdue publication of {organisation} for {year}' },
  overdueAnnouncement: { en: 'the overdue announcement in case {case}' },
  event: { en: 'event {event}' },
  stream: { en: 'stream {stream}' },
} as const satisfies Readonly<Record<string, Sentence>>;

/** What is said of a subject: why something is not possible, or not any more. */
export const STATES = {
  ADOPTED: { en: 'is already adopted' },
  ANNOUNCED: { en: 'is already announced' },
  AS_GIVEN: { en: 'is as given already' },
  CONFIRMED_AS_HELD: { en: 'was held and can no longer be cancelled' },
  CORRECTED: { en: 'is already corrected' },
  DOCUMENTS_POSTED: { en: 'already has its documents posted' },
  DONE: { en: 'is already done' },
  DUPLICATE: { en: 'was itself closed as the same as another' },
  ENDED_BY_THEN: { en: 'has ended by then already' },
  EXEMPTED_ALREADY: { en: 'was already exempted then' },
  FLAGGED: { en: 'already has this flag' },
  HOLDS_POST: { en: 'already holds this post' },
  IN_THIS_ORGANISATION: { en: 'already belongs to this organisation' },
  INSPECTED: { en: 'already has its inspection opened' },
  MINUTES_ADOPTED: { en: 'already has its minutes adopted' },
  NAMED: { en: 'already has this name' },
  NOT_LAUNCHED: { en: 'was not yet launched then' },
  NOT_ON_LEAVE: { en: 'was neither exempted nor suspended then' },
  NOT_PROBATIONARY: { en: 'was not on probation then' },
  OFFICIAL_ALREADY: { en: 'is already official' },
  OF_TYPE: { en: 'is already of this type and kind' },
  PILOT: { en: 'is already a pilot of this campaign' },
  PREPARED: { en: 'already has its preparatory meeting recorded' },
  PROPOSED: { en: 'is already proposed' },
  PUBLISHED: { en: 'is already published' },
  REMEDIED: { en: 'already has its remediation completed' },
  RESIDENT: { en: 'is already linked to this organisation' },
  RESOLUTION_ADOPTED: { en: 'already has this resolution adopted' },
  RESOLVED: { en: 'is already resolved' },
  REWARDED: { en: 'already has this reward' },
  RIGHTS_RESTORED: { en: 'already has the rights restored' },
  ROLLED_OUT: { en: 'is already rolled out' },
  SIGNED: { en: 'is already signed' },
  SPLIT: { en: 'already has one of these split off' },
  SUSPENDED_ALREADY: { en: 'was already suspended then' },
  UNDER_PARENT: { en: 'is already directly below this organisation' },
  VOTED: { en: 'was already voted on' },
  WEBHOOK_ACTIVE: { en: 'is not disabled, and needs no resuming without a place' },
  WEBHOOK_DISABLED: { en: 'is already disabled' },
  WEBHOOK_ENDED: { en: 'has ended and cannot be changed or resumed' },
  WITHDRAWN: { en: 'was withdrawn and can no longer be changed' },

  WELL_FORMED: { en: 'is not well-formed Unicode' },
  NO_CONTROL_CHARACTERS: { en: 'has control characters' },
  ONE_LINE: { en: 'has more than one line' },
  LENGTH: { en: 'is too long' },
  ID_PATTERN: { en: 'is empty or has blanks or control characters, which no id has' },
  NESTING: { en: 'is nested too deeply' },

  PROBATIONARY: { en: 'was on probation' },
  OFFICIAL: { en: 'was official' },
  EXEMPTED: { en: 'was exempted' },
  SUSPENDED: { en: 'was suspended' },
  LEFT: { en: 'had left the Party' },
  EXPELLED: { en: 'had been expelled' },
  DECEASED: { en: 'had died' },
} as const satisfies Readonly<Record<string, Sentence>>;
