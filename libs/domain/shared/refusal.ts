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
