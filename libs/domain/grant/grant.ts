import { KINDS_WITH_ROLE, ROLES } from '#vocabulary';
import type { GrantId, LocalDate, Role } from '#vocabulary';
import { organisationKindAt } from '../organisation/organisation.state';
import { aggregate } from '../shared/aggregate';
import { commandsAfter, commandsOn } from '../shared/command';
import type { DecisionContext } from '../shared/context';
import { refused } from '../shared/decision';
import type { Fact } from '../shared/event';
import { isKnown, onceKnown } from '../shared/facts';
import type { Facts } from '../shared/facts';
import { field } from '../shared/field';
import { refusal } from '../shared/refusal';
import {
  decidedUnless,
  firstRefusal,
  requireDate,
  requireOrganisation,
  requireReason,
  requireThat,
} from '../shared/requirements';
import type { Requirement } from '../shared/requirements';
import { GRANTORS } from '../shared/roles';
import { AT_OR_ABOVE } from '../shared/standing';
import { streams } from '../shared/streams';
import type { GrantedRole, GrantState, KnownGrant } from './grant.state';

export type GrantEvent =
  | Fact<'RoleGranted', GrantedRole>
  | Fact<
      'RoleEnded',
      Pick<GrantedRole, 'grant' | 'subject' | 'role' | 'organisation'> & {
        /** The first day on which it no longer holds. */
        readonly holdsUntil: LocalDate;
      }
    >;

/** What is recorded of grants: they belong to who may give them (access.md, section 2). */
export const GRANT_EVENTS = ['RoleGranted', 'RoleEnded'] as const satisfies GrantEvent['type'][];

/** A role is never given or taken back as if it had not been: it ends, and the history shows both. */
const facts: Facts<GrantState, GrantEvent> = {
  RoleGranted: {
    groundOf: 'OWN_PROCEDURE',
    evolve: (state, { data }) => (isKnown(state) ? state : { ...data, status: 'GRANTED' }),
  },
  RoleEnded: {
    groundOf: 'OWN_PROCEDURE',
    evolve: onceKnown((state, { data: { holdsUntil } }) => ({ ...state, holdsUntil })),
  },
};

const command = commandsOn<GrantState, GrantEvent>();
const onKnown = commandsAfter<GrantState, GrantEvent, { readonly grant: GrantId }, KnownGrant>(
  (state, decide, key) =>
    isKnown(state)
      ? decide(state)
      : refused(refusal('NOT_RECORDED', { field: 'grant', subject: ['grant', key] })),
);

export const grantAggregate = aggregate<GrantState, GrantEvent>()({
  category: 'grant',
  initial: { status: 'UNKNOWN' },
  streamOf: ({ grant }) => streams.grant(grant),
  facts,
  about: (given, state) => {
    if (isKnown(state)) return { organisations: [state.organisation] };
    return { organisations: 'organisation' in given ? [given.organisation] : [] };
  },
  commands: {
    GrantRole: command({
      fields: {
        grant: field.grant,
        subject: field.subject,
        role: field.enum(ROLES),
        organisation: field.organisation,
        from: field.date,
        to: field.optional(field.date),
      },
      authority: { roles: GRANTORS, standing: AT_OR_ABOVE },
      decide({ grant, subject, role, organisation, from, to }, state, context) {
        return decidedUnless<GrantEvent>(
          firstRefusal(
            requireThat(!isKnown(state), 'ALREADY_EXISTS', {
              field: 'grant',
              subject: ['grant', { grant }],
            }),
            requireAnother(subject, context),
            requireGrantorOf(role, context),
            requireRoleThere({ role, organisation }, context),
            requireDate(from, 'from'),
            to === undefined ? undefined : requireEndAfter(from, to),
          ),
          {
            type: 'RoleGranted',
            data: {
              grant,
              subject,
              role,
              organisation,
              holdsFrom: from,
              ...(to === undefined ? {} : { holdsUntil: to }),
            },
          },
        );
      },
    }),
    /** An end that was set may come earlier, never later: for that, the role is granted again. */
    EndRole: onKnown({
      fields: { grant: field.grant, on: field.date },
      authority: { roles: GRANTORS, standing: AT_OR_ABOVE },
      decide({ on }, state, context) {
        const { grant, subject, role, organisation, holdsUntil } = state;
        return decidedUnless<GrantEvent>(
          firstRefusal(
            requireGrantorOf(role, context),
            requireReason(context.reason),
            requireDate(on, 'on'),
            requireThat(holdsUntil === undefined || on < holdsUntil, 'ALREADY_DONE', {
              field: 'on',
              subject: ['grant', state],
              state: 'ENDED_BY_THEN',
            }),
          ),
          { type: 'RoleEnded', data: { grant, subject, role, organisation, holdsUntil: on } },
        );
      },
    }),
  },
});

function requireEndAfter(from: LocalDate, to: LocalDate): Requirement {
  return firstRefusal(
    requireDate(to, 'to'),
    requireThat(from < to, 'VALUE_INVALID', { field: 'to', value: to, details: { from } }),
  );
}

/** Nobody gives himself a role: neither who enters it, nor the one for whom it is entered. */
function requireAnother(
  subject: string,
  { actor, enteredBy }: Pick<DecisionContext, 'actor' | 'enteredBy'>,
): Requirement {
  const isAnother = subject !== actor.id && subject !== enteredBy.id;
  return requireThat(isAnother, 'GRANT_TO_ONESELF', { field: 'subject', person: subject });
}

/** Operators see and do everything: a board neither makes nor unmakes one, not through an operator's hand either. */
function requireGrantorOf(
  role: Role,
  { actor, enteredBy }: Pick<DecisionContext, 'actor' | 'enteredBy'>,
): Requirement {
  const isOperators = actor.role === 'OPERATOR' && enteredBy.role === 'OPERATOR';
  return requireThat(role !== 'OPERATOR' || isOperators, 'DECIDED_BEYOND_AUTHORITY', {
    field: 'role',
    body: actor.organisation,
    details: { actingFor: actor.organisation, role },
  });
}

/** An operator belongs to no organisation of the tree; every other role is one of the kind of its organisation. */
function requireRoleThere(
  { role, organisation }: Pick<GrantedRole, 'role' | 'organisation'>,
  context: DecisionContext,
): Requirement {
  if (role === 'OPERATOR') return undefined;
  const { now } = context;
  const kind = organisationKindAt(context.organisation(organisation), now);
  const kinds = KINDS_WITH_ROLE[role];
  return firstRefusal(
    requireOrganisation(organisation, context, 'organisation', now),
    requireThat(kind !== undefined && kinds.includes(kind), 'ROLE_NOT_OF_KIND', {
      field: 'role',
      organisation,
      role,
      kinds,
    }),
  );
}
