import { hasLeft, memberStatusAt } from '../member/member.state';
import { existedAt, wasEstablishedBy } from '../organisation/organisation.state';
import type { OrganisationState } from '../organisation/organisation.state';
import type { DecisionContext } from './context';
import { decided, refused } from './decision';
import type { Decision } from './decision';
import type { Decided } from './event';
import { refusal } from './refusal';
import type { About, Refusal, RefusalCode } from './refusal';
import type { Instant, LocalDate, MemberId, OrganisationId } from '#vocabulary';

/** What stands against a decision, if anything does. */
export type Requirement = Refusal | undefined;

export function requireThat<Code extends RefusalCode>(
  holds: boolean,
  code: Code,
  about: About<Code>,
): Requirement {
  return holds ? undefined : refusal(code, about);
}

export function firstRefusal(...requirements: readonly Requirement[]): Requirement {
  return requirements.find((refused) => refused !== undefined);
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
  return requireExistence(id, context.organisation(id), at, field);
}

/** For decisions about an organisation and its past, which may come after its end. */
export function requireEstablishedOrganisation(
  id: OrganisationId,
  context: Pick<DecisionContext, 'organisation' | 'effectiveAt'>,
  field = 'organisation',
): Requirement {
  const state = context.organisation(id);
  const about = { field, organisation: id, at: context.effectiveAt };
  return firstRefusal(
    requireKnownOrganisation(id, state, field),
    requireThat(wasEstablishedBy(state, about.at), 'ORGANISATION_NOT_EXISTING_THEN', about),
  );
}

export function requireExistence(
  id: OrganisationId,
  state: OrganisationState | undefined,
  at: Instant,
  field = 'organisation',
): Requirement {
  return firstRefusal(
    requireKnownOrganisation(id, state, field),
    requireThat(existedAt(state, at), 'ORGANISATION_NOT_EXISTING_THEN', {
      field,
      organisation: id,
      at,
    }),
  );
}

function requireKnownOrganisation(
  id: OrganisationId,
  state: OrganisationState | undefined,
  field: string,
): Requirement {
  const known = state?.status === 'ESTABLISHED';
  return requireThat(known, 'ORGANISATION_UNKNOWN', { field, organisation: id });
}

export function requireKnownMember(
  id: MemberId,
  context: Pick<DecisionContext, 'member'>,
  field = 'member',
): Requirement {
  const known = context.member(id)?.status === 'ADMITTED';
  return requireThat(known, 'MEMBER_UNKNOWN', { field, member: id });
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
    requireThat(inTheParty, 'MEMBER_NOT_EXISTING_THEN', { field, member: id, at }),
  );
}

const FIRST_YEAR = 1930;
const LAST_YEAR = 2100;

/** The Party was founded in 1930: any other year is a slip of the keyboard. */
export function requireYear(year: number, field = 'year'): Requirement {
  const plausible = Number.isInteger(year) && year >= FIRST_YEAR && year <= LAST_YEAR;
  return requireThat(plausible, 'VALUE_INVALID', {
    field,
    value: year,
    details: { minimum: FIRST_YEAR, maximum: LAST_YEAR },
  });
}

export function requireWithin(
  value: number,
  minimum: number,
  maximum: number,
  field: string,
): Requirement {
  const within = Number.isInteger(value) && value >= minimum && value <= maximum;
  return requireThat(within, 'VALUE_INVALID', { field, value, details: { minimum, maximum } });
}

export function requireCount(value: number, field: string): Requirement {
  return requireThat(Number.isSafeInteger(value) && value >= 0, 'VALUE_INVALID', {
    field,
    value,
    details: { minimum: 0 },
  });
}

export function requireText(value: string, field: string): Requirement {
  return requireThat(value.trim() !== '', 'VALUE_INVALID', { field, value });
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
  return requireThat(exists, 'VALUE_INVALID', { field, value: date });
}
