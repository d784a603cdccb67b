import { hasLeft, memberStatusAt } from '../member/member.state';
import { existedAt, wasEstablishedBy } from '../organisation/organisation.state';
import type { OrganisationState } from '../organisation/organisation.state';
import type { DecisionContext } from './context';
import { decided, refused } from './decision';
import type { Decision } from './decision';
import type { Decided } from './event';
import { refusal } from './refusal';
import type { Refusal, RefusalCode } from './refusal';
import type { Instant, LocalDate, MemberId, OrganisationId } from '#vocabulary';

/** What stands against a decision, if anything does. */
export type Requirement = Refusal | undefined;

type About = Parameters<typeof refusal>[1];

export function requireThat(holds: boolean, code: RefusalCode, about: About = {}): Requirement {
  return holds ? undefined : refusal(code, about);
}

export function firstRefusal(...requirements: readonly Requirement[]): Requirement {
  return requirements.find((one) => one !== undefined);
}

/** The facts, unless something stands against them. */
export function decidedUnless<F>(
  obstacle: Requirement,
  ...facts: readonly Decided<F>[]
): Decision<F> {
  return obstacle === undefined ? decided(...facts) : refused(obstacle);
}

/** For facts of an organisation's own life: it existed at the time, and had not ended. */
export function requireOrganisation(
  id: OrganisationId,
  context: Pick<DecisionContext, 'organisation' | 'effectiveAt'>,
  field = 'organisation',
  at: Instant = context.effectiveAt,
): Requirement {
  return requireExistence(context.organisation(id), at, { field, details: { organisation: id } });
}

/** For decisions about an organisation and its past, which may come after its end. */
export function requireEstablishedOrganisation(
  id: OrganisationId,
  context: Pick<DecisionContext, 'organisation' | 'effectiveAt'>,
  field = 'organisation',
): Requirement {
  const about = { field, details: { organisation: id } };
  const state = context.organisation(id);
  return firstRefusal(
    requireThat(state?.status === 'ESTABLISHED', 'ORGANISATION_UNKNOWN', about),
    requireThat(
      wasEstablishedBy(state, context.effectiveAt),
      'ORGANISATION_NOT_EXISTING_THEN',
      about,
    ),
  );
}

export function requireExistence(
  state: OrganisationState | undefined,
  at: Instant,
  about?: About,
): Requirement {
  const said = about ?? { field: 'organisation' };
  return firstRefusal(
    requireThat(state?.status === 'ESTABLISHED', 'ORGANISATION_UNKNOWN', said),
    requireThat(existedAt(state, at), 'ORGANISATION_NOT_EXISTING_THEN', said),
  );
}

export function requireKnownMember(
  id: MemberId,
  context: Pick<DecisionContext, 'member'>,
  field = 'member',
): Requirement {
  const known = context.member(id)?.status === 'ADMITTED';
  return requireThat(known, 'MEMBER_UNKNOWN', { field, details: { member: id } });
}

/** For facts of a member's own: admitted by then, and not yet gone. */
export function requireMember(
  id: MemberId,
  context: Pick<DecisionContext, 'member' | 'effectiveAt'>,
  field = 'member',
  at: Instant = context.effectiveAt,
): Requirement {
  const status = memberStatusAt(context.member(id), at);
  const inTheParty = status !== undefined && !hasLeft(status);
  return firstRefusal(
    requireKnownMember(id, context, field),
    requireThat(inTheParty, 'MEMBER_NOT_EXISTING_THEN', { field, details: { member: id } }),
  );
}

const FIRST_YEAR = 1930;
const LAST_YEAR = 2100;

/** The Party was founded in 1930: any other year is a slip of the keyboard. */
export function requireYear(year: number, field = 'year'): Requirement {
  const plausible = Number.isInteger(year) && year >= FIRST_YEAR && year <= LAST_YEAR;
  return requireThat(plausible, 'VALUE_INVALID', {
    field,
    details: { value: year, minimum: FIRST_YEAR, maximum: LAST_YEAR },
  });
}

export function requireWithin(
  value: number,
  minimum: number,
  maximum: number,
  field: string,
): Requirement {
  const within = Number.isInteger(value) && value >= minimum && value <= maximum;
  return requireThat(within, 'VALUE_INVALID', { field, details: { value, minimum, maximum } });
}

export function requireCount(value: number, field: string): Requirement {
  return requireThat(Number.isSafeInteger(value) && value >= 0, 'VALUE_INVALID', {
    field,
    details: { value, minimum: 0 },
  });
}

export function requireText(value: string, field: string): Requirement {
  return requireThat(value.trim() !== '', 'VALUE_INVALID', { field });
}

/** For what nobody could understand later without knowing why. */
export function requireReason(reason: string | undefined): Requirement {
  return firstRefusal(
    requireThat(reason !== undefined, 'REASON_MISSING', { field: 'reason' }),
    reason === undefined ? undefined : requireText(reason, 'reason'),
  );
}

const LOCAL_DATE = /^\d{4}-\d{2}-\d{2}$/;

/** A date of the calendar: not only the right form, but a day that there is. */
export function requireDate(date: LocalDate, field: string): Requirement {
  const day = LOCAL_DATE.test(date) ? Date.parse(`${date}T00:00:00Z`) : Number.NaN;
  const exists = !Number.isNaN(day) && new Date(day).toISOString().startsWith(date);
  return requireThat(exists, 'VALUE_INVALID', { field, details: { value: date } });
}
