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

interface RefusalKind {
  readonly rule?: string;
  readonly message: string;
}

/** Every refusal of the domain (handbook, section 8), in one closed list. */
const REFUSALS = {
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
