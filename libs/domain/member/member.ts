import { LEAVING_CAUSES, localDateOf, PROCESS_ROLE } from '#vocabulary';
import type { Instant, LocalDate, MemberId, MemberStatus, OrganisationId } from '#vocabulary';
import { isAnnouncedExpulsion } from '../case/discipline.state';
import { aggregate } from '../shared/aggregate';
import { commandsAfter, commandsOn } from '../shared/command';
import type { CommandOf } from '../shared/command';
import type { DecisionContext } from '../shared/context';
import { decided, refused } from '../shared/decision';
import { isKnown } from '../shared/facts';
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
import { ERASERS, OFFICES } from '../shared/roles';
import { sealedTexts } from '../shared/sealed-texts';
import { AT_EITHER_OR_ABOVE_BOTH, AT_OR_ABOVE } from '../shared/standing';
import { valueAt } from '../shared/since';
import { streams } from '../shared/streams';
import { hasLeft, memberFacts, unknownMember } from './member.state';
import type { KnownMember, MemberEvent, MemberState } from './member.state';

/** Who and where a member is when a command takes effect. */
interface MemberThen {
  readonly known: KnownMember;
  readonly organisation: OrganisationId;
  readonly status: MemberStatus;
}

const command = commandsOn<MemberState, MemberEvent>();

/** Declares commands about somebody who is a member when they take effect. */
const onMember = commandsAfter<MemberState, MemberEvent, { readonly member: MemberId }, MemberThen>(
  (state, decide, { member }, { effectiveAt }) => {
    if (!isKnown(state)) return refused(refusal('MEMBER_UNKNOWN', { field: 'member', member }));
    const organisation = valueAt(state.organisations, effectiveAt);
    const status = valueAt(state.statuses, effectiveAt);
    return organisation === undefined || status === undefined || hasLeft(status)
      ? refused(refusal('MEMBER_NOT_EXISTING_THEN', { field: 'member', member, at: effectiveAt }))
      : decide({ known: state, organisation, status });
  },
);

/** Declares commands about a person who is, or once was, a member. */
const onPerson = commandsAfter<
  MemberState,
  MemberEvent,
  { readonly member: MemberId },
  { readonly organisation: OrganisationId }
>((state, decide, { member }, { now }) => {
  const organisation = isKnown(state) ? valueAt(state.organisations, now) : undefined;
  return organisation === undefined
    ? refused(refusal('MEMBER_UNKNOWN', { field: 'member', member }))
    : decide({ organisation });
});

const ofMember = { member: field.member };

const commands = {
  AdmitMember: command({
    fields: {
      ...ofMember,
      organisation: field.organisation,
      /** Date of admission to the Party; the command's `effectiveAt` is since when the organisation has the member. */
      admittedOn: field.optional(field.date),
    },
    authority: { roles: OFFICES, standing: AT_OR_ABOVE },
    decide({ member, organisation, admittedOn }, { status }, context) {
      const admitted = admittedOn ?? localDateOf(context.effectiveAt);
      return decidedUnless(
        firstRefusal(
          requireThat(status === 'UNKNOWN', 'ALREADY_EXISTS', {
            field: 'member',
            subject: ['member', { member }],
          }),
          requireOrganisation(organisation, context),
          requireNotAfter(admitted, context, 'admittedOn'),
        ),
        { type: 'MemberAdmitted', data: { member, organisation, admittedOn: admitted } },
      );
    },
  }),
  MakeMemberOfficial: onMember({
    fields: { ...ofMember, officialOn: field.optional(field.date) },
    authority: { roles: OFFICES, standing: AT_OR_ABOVE },
    decide({ member, officialOn }, then, context) {
      const official = officialOn ?? localDateOf(context.effectiveAt);
      const alreadyOfficial = then.known.statuses.some(({ value }) => value === 'OFFICIAL');
      return decidedUnless(
        firstRefusal(
          requireThat(!alreadyOfficial, 'ALREADY_SO', {
            field: 'member',
            subject: ['member', then.known],
            state: 'OFFICIAL_ALREADY',
          }),
          requireStatus(then, ['PROBATIONARY'], 'NOT_PROBATIONARY'),
          requireNotAfter(official, context, 'officialOn'),
        ),
        {
          type: 'MemberMadeOfficial',
          data: { member, organisation: then.organisation, officialOn: official },
        },
      );
    },
  }),
  TransferMember: onMember({
    fields: { ...ofMember, from: field.organisation, to: field.organisation },
    authority: { roles: OFFICES, standing: AT_EITHER_OR_ABOVE_BOTH },
    decide(data, { organisation }, context) {
      const { member, from, to } = data;
      return decidedUnless(
        firstRefusal(
          requireThat(from === organisation, 'NOT_THE_MEMBERS_ORGANISATION', {
            field: 'from',
            member,
            from,
            organisation,
            at: context.effectiveAt,
          }),
          requireOrganisation(to, context, 'to'),
          requireThat(to !== from, 'ALREADY_SO', {
            field: 'to',
            subject: ['member', data],
            state: 'IN_THIS_ORGANISATION',
          }),
        ),
        { type: 'MemberTransferred', data },
      );
    },
  }),
  ExemptMember: onMember({
    fields: ofMember,
    authority: { roles: OFFICES, standing: AT_OR_ABOVE },
    decide: ({ member }, then) =>
      decidedUnless(requireNotYet(then, 'EXEMPTED'), {
        type: 'MemberExempted',
        data: { member, organisation: then.organisation },
      }),
  }),
  SuspendMember: onMember({
    fields: ofMember,
    authority: { roles: OFFICES, standing: AT_OR_ABOVE },
    decide: ({ member }, then) =>
      decidedUnless(requireNotYet(then, 'SUSPENDED'), {
        type: 'MemberSuspended',
        data: { member, organisation: then.organisation },
      }),
  }),
  ResumeMember: onMember({
    fields: ofMember,
    authority: { roles: OFFICES, standing: AT_OR_ABOVE },
    decide: ({ member }, then) =>
      decidedUnless(requireStatus(then, ['EXEMPTED', 'SUSPENDED'], 'NOT_ON_LEAVE'), {
        type: 'MemberResumed',
        data: { member, organisation: then.organisation },
      }),
  }),
  /** An expulsion is not recorded by hand: it follows the discipline that was announced. */
  RecordMemberLeft: onMember({
    fields: { ...ofMember, cause: field.enum(LEAVING_CAUSES) },
    authority: { roles: OFFICES, standing: AT_OR_ABOVE },
    decide({ member, cause }, { known, organisation }, context) {
      const left = known.statuses.some(({ value }) => hasLeft(value));
      return decidedUnless(
        firstRefusal(
          requireThat(!left, 'MEMBER_ALREADY_LEFT', { field: 'member', member }),
          cause === 'EXPELLED' ? requireExpelled(member, context) : undefined,
        ),
        { type: 'MemberLeft', data: { member, organisation, cause } },
      );
    },
  }),
  LinkResidence: onMember({
    fields: { ...ofMember, residenceOrganisation: field.organisation },
    authority: { roles: OFFICES, standing: AT_OR_ABOVE },
    decide({ member, residenceOrganisation }, { known, organisation }, context) {
      const linked = valueAt(known.residence, context.effectiveAt);
      return decidedUnless(
        firstRefusal(
          requireOrganisation(residenceOrganisation, context, 'residenceOrganisation'),
          requireThat(linked !== residenceOrganisation, 'ALREADY_SO', {
            field: 'residenceOrganisation',
            subject: ['member', known],
            state: 'RESIDENT',
          }),
        ),
        { type: 'ResidenceLinked', data: { member, organisation, residenceOrganisation } },
      );
    },
  }),
  /** Also after an erasure: then under a new key. */
  RecordMemberIdentity: onPerson({
    fields: { ...ofMember, ...sealedTexts },
    authority: { roles: OFFICES, standing: AT_OR_ABOVE },
    decide: ({ member, sealed }, { organisation }) =>
      decided({ type: 'MemberIdentityRecorded', data: { member, organisation, sealed } }),
  }),
  /** Whatever is recorded: who asks to be forgotten is not to depend on it. */
  EraseMemberIdentity: onPerson({
    fields: ofMember,
    authority: { roles: ERASERS, standing: AT_OR_ABOVE },
    decide: ({ member }, { organisation }, { reason }) =>
      decidedUnless(requireReason(reason), {
        type: 'MemberIdentityErased',
        data: { member, organisation },
      }),
  }),
};

type MemberCommand = CommandOf<typeof commands>;

export const memberAggregate = aggregate<MemberState, MemberEvent>()({
  category: 'member',
  initial: unknownMember,
  streamOf: ({ member }) => streams.member(member),
  about: (command, state, { now }) => ({ organisations: organisationsOf(command, state, now) }),
  facts: memberFacts,
  commands,
});

/** By the process that watches announced disciplines, of which one expels the member. */
function requireExpelled(member: MemberId, context: DecisionContext): Requirement {
  const isWatched = context.enteredBy.role === PROCESS_ROLE;
  const expels = context.casesOf({ member }).some((id) => {
    const state = context.case(id);
    return state !== undefined && isKnown(state) && isAnnouncedExpulsion(state.discipline);
  });
  return requireThat(isWatched && expels, 'EXPULSION_NOT_ANNOUNCED', { field: 'cause', member });
}

/** A transfer is the matter of both, anything else that of the organisation where the member is, or was last. */
function organisationsOf(
  command: MemberCommand,
  state: MemberState,
  now: Instant,
): readonly OrganisationId[] {
  switch (command.type) {
    case 'AdmitMember':
      return [command.organisation];
    case 'TransferMember':
      return [command.from, command.to];
    default: {
      const organisation = isKnown(state) ? valueAt(state.organisations, now) : undefined;
      return organisation === undefined ? [] : [organisation];
    }
  }
}

function requireNotYet(
  { known, status }: MemberThen,
  unwanted: 'EXEMPTED' | 'SUSPENDED',
): Requirement {
  return requireThat(status !== unwanted, 'ALREADY_SO', {
    field: 'member',
    subject: ['member', known],
    state: `${unwanted}_ALREADY`,
  });
}

function requireStatus(
  { known, status }: MemberThen,
  expected: readonly MemberStatus[],
  otherwise: 'NOT_PROBATIONARY' | 'NOT_ON_LEAVE',
): Requirement {
  return requireThat(expected.includes(status), 'NOT_IN_THIS_STATE', {
    field: 'member',
    subject: ['member', known],
    state: otherwise,
    details: { status, expected },
  });
}

/** Such a date may lie before the organisation itself existed, never after it is said to be true. */
function requireNotAfter(date: LocalDate, context: DecisionContext, name: string): Requirement {
  return firstRefusal(
    requireDate(date, name),
    requireThat(date <= localDateOf(context.effectiveAt), 'VALUE_INVALID', {
      field: name,
      value: date,
    }),
  );
}
