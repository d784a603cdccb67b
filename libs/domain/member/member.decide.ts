import { assertNever, localDateOf } from '#vocabulary';
import type { DecisionContext } from '../shared/context';
import { refused } from '../shared/decision';
import type { Decision } from '../shared/decision';
import { refusal } from '../shared/refusal';
import {
  decidedUnless,
  firstRefusal,
  requireDate,
  requireOrganisation,
  requireThat,
} from '../shared/requirements';
import type { Requirement } from '../shared/requirements';
import type { LocalDate, MemberStatus, OrganisationId } from '#vocabulary';
import { valueAt } from '../organisation';
import type { MemberCommand } from './member.commands';
import { hasLeft } from './member.events';
import type { MemberEvent } from './member.events';
import type { KnownMember, MemberState } from './member.state';

type Command<Type> = Extract<MemberCommand, { type: Type }>;

/** Who and where a member is when a command takes effect. */
interface Then {
  readonly organisation: OrganisationId;
  readonly status: MemberStatus;
}

export function decideMember(
  command: MemberCommand,
  state: MemberState,
  context: DecisionContext,
): Decision<MemberEvent> {
  if (command.type === 'AdmitMember') return admit(command, state, context);
  if (state.status === 'UNKNOWN') return refused(refusal('MEMBER_UNKNOWN', { field: 'member' }));
  const organisation = valueAt(state.organisations, context.effectiveAt);
  const status = valueAt(state.statuses, context.effectiveAt);
  if (organisation === undefined || status === undefined || hasLeft(status)) {
    return refused(refusal('MEMBER_NOT_EXISTING_THEN', { field: 'member' }));
  }
  return decideOfMember(command, state, { organisation, status }, context);
}

function decideOfMember(
  command: Exclude<MemberCommand, { type: 'AdmitMember' }>,
  state: KnownMember,
  then: Then,
  context: DecisionContext,
): Decision<MemberEvent> {
  const data = { member: command.member, organisation: then.organisation };
  switch (command.type) {
    case 'MakeMemberOfficial':
      return makeOfficial(command, state, then, context);
    case 'TransferMember':
      return transfer(command, then, context);
    case 'ExemptMember':
      return decidedUnless(requireNotYet(then, 'EXEMPTED'), { type: 'MemberExempted', data });
    case 'SuspendMember':
      return decidedUnless(requireNotYet(then, 'SUSPENDED'), { type: 'MemberSuspended', data });
    case 'ResumeMember':
      return decidedUnless(requireStatus(then, ['EXEMPTED', 'SUSPENDED']), {
        type: 'MemberResumed',
        data,
      });
    case 'RecordMemberLeft':
      return decidedUnless(
        requireThat(!state.statuses.some(({ value }) => hasLeft(value)), 'MEMBER_ALREADY_LEFT', {
          field: 'member',
        }),
        { type: 'MemberLeft', data: { ...data, cause: command.cause } },
      );
    case 'LinkResidence':
      return linkResidence(command, state, then, context);
    default:
      return assertNever(command);
  }
}

function admit(
  { member, organisation, admittedOn }: Command<'AdmitMember'>,
  state: MemberState,
  context: DecisionContext,
): Decision<MemberEvent> {
  const admitted = admittedOn ?? localDateOf(context.effectiveAt);
  return decidedUnless(
    firstRefusal(
      requireThat(state.status === 'UNKNOWN', 'ALREADY_EXISTS', { field: 'member' }),
      requireOrganisation(organisation, context),
      requireNotAfter(admitted, context, 'admittedOn'),
    ),
    { type: 'MemberAdmitted', data: { member, organisation, admittedOn: admitted } },
  );
}

function makeOfficial(
  { member, officialOn }: Command<'MakeMemberOfficial'>,
  state: KnownMember,
  then: Then,
  context: DecisionContext,
): Decision<MemberEvent> {
  const official = officialOn ?? localDateOf(context.effectiveAt);
  const alreadyOfficial = state.statuses.some(({ value }) => value === 'OFFICIAL');
  return decidedUnless(
    firstRefusal(
      requireThat(!alreadyOfficial, 'ALREADY_SO', { field: 'member' }),
      requireStatus(then, ['PROBATIONARY']),
      requireNotAfter(official, context, 'officialOn'),
    ),
    {
      type: 'MemberMadeOfficial',
      data: { member, organisation: then.organisation, officialOn: official },
    },
  );
}

function transfer(
  { member, from, to }: Command<'TransferMember'>,
  then: Then,
  context: DecisionContext,
): Decision<MemberEvent> {
  return decidedUnless(
    firstRefusal(
      requireThat(from === then.organisation, 'NOT_THE_MEMBERS_ORGANISATION', {
        field: 'from',
        details: { member, from, organisation: then.organisation },
      }),
      requireOrganisation(to, context, 'to'),
      requireThat(to !== from, 'ALREADY_SO', { field: 'to' }),
    ),
    { type: 'MemberTransferred', data: { member, from, to } },
  );
}

function linkResidence(
  { member, residenceOrganisation }: Command<'LinkResidence'>,
  state: KnownMember,
  then: Then,
  context: DecisionContext,
): Decision<MemberEvent> {
  const linked = valueAt(state.residence, context.effectiveAt);
  return decidedUnless(
    firstRefusal(
      requireOrganisation(residenceOrganisation, context, 'residenceOrganisation'),
      requireThat(linked !== residenceOrganisation, 'ALREADY_SO', {
        field: 'residenceOrganisation',
      }),
    ),
    {
      type: 'ResidenceLinked',
      data: { member, organisation: then.organisation, residenceOrganisation },
    },
  );
}

function requireNotYet(then: Then, status: MemberStatus): Requirement {
  return requireThat(then.status !== status, 'ALREADY_SO', { field: 'member' });
}

function requireStatus(then: Then, statuses: readonly MemberStatus[]): Requirement {
  return requireThat(statuses.includes(then.status), 'NOT_IN_THIS_STATE', {
    field: 'member',
    details: { status: then.status, expected: statuses },
  });
}

/** Such a date may lie before the organisation itself existed, never after it is said to be true. */
function requireNotAfter(date: LocalDate, context: DecisionContext, field: string): Requirement {
  return firstRefusal(
    requireDate(date, field),
    requireThat(date <= localDateOf(context.effectiveAt), 'VALUE_INVALID', { field }),
  );
}
