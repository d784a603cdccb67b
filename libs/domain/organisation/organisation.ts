import { ORGANISATION_KINDS, ORGANISATION_LEVELS } from '#vocabulary';
import type { MemberId, OrganisationId } from '#vocabulary';
import { aggregate } from '../shared/aggregate';
import { commandsOn } from '../shared/command';
import type { CommandOf } from '../shared/command';
import type { DecisionContext } from '../shared/context';
import { field } from '../shared/field';
import {
  decidedUnless,
  firstRefusal,
  requireCount,
  requireExistence,
  requireMember,
  requireOrganisation,
  requireText,
  requireThat,
} from '../shared/requirements';
import type { Requirement } from '../shared/requirements';
import { OFFICES } from '../shared/roles';
import { ABOVE, ABOVE_EACH, AT_OR_ABOVE } from '../shared/standing';
import { valueAt } from '../shared/since';
import type { Since } from '../shared/since';
import { streams } from '../shared/streams';
import { endCommands } from './organisation-end';
import { onOrganisation } from './organisation.commands';
import { organisationFacts, parentAt, unknownOrganisation } from './organisation.state';
import type { OrganisationEvent, OrganisationState } from './organisation.state';
import { wouldBeBelowItself } from './tree';

const command = commandsOn<OrganisationState, OrganisationEvent>();
const ofOrganisation = { organisation: field.organisation };

const commands = {
  EstablishOrganisation: command({
    fields: {
      ...ofOrganisation,
      kind: field.enum(ORGANISATION_KINDS),
      level: field.optional(field.enum(ORGANISATION_LEVELS)),
      name: field.text(),
      organisationType: field.line(),
      parent: field.optional(field.organisation),
    },
    authority: { roles: OFFICES, standing: AT_OR_ABOVE },
    decide({ parent, ...data }, { status }, context) {
      return decidedUnless(
        firstRefusal(
          requireThat(status === 'UNKNOWN', 'ALREADY_EXISTS', {
            field: 'organisation',
            subject: ['organisation', data],
          }),
          requireText(data.name, 'name'),
          requireText(data.organisationType, 'organisationType'),
          parent === undefined ? undefined : requireOrganisation(parent, context, 'parent'),
        ),
        {
          type: 'OrganisationEstablished',
          data: { ...data, ...(parent === undefined ? {} : { parent }) },
        },
      );
    },
  }),
  RenameOrganisation: onOrganisation({
    fields: { ...ofOrganisation, name: field.text() },
    authority: { roles: OFFICES, standing: ABOVE },
    decide(data, state, { effectiveAt }) {
      const { organisation, name } = data;
      return decidedUnless(
        firstRefusal(
          requireExistence(organisation, state, effectiveAt),
          requireText(name, 'name'),
          requireThat(valueAt(state.name, effectiveAt) !== name, 'ALREADY_SO', {
            field: 'name',
            subject: ['organisation', data],
            state: 'NAMED',
          }),
        ),
        { type: 'OrganisationRenamed', data: { organisation, name } },
      );
    },
  }),
  ReparentOrganisation: onOrganisation({
    fields: { ...ofOrganisation, to: field.organisation },
    authority: { roles: OFFICES, standing: ABOVE_EACH },
    decide(data, state, context) {
      const { organisation, to } = data;
      const { effectiveAt } = context;
      const from = parentAt(state, effectiveAt);
      return decidedUnless(
        firstRefusal(
          requireExistence(organisation, state, effectiveAt),
          requireOrganisation(to, context, 'to'),
          requireThat(from !== to, 'ALREADY_SO', {
            field: 'to',
            subject: ['organisation', data],
            state: 'UNDER_PARENT',
          }),
          requireThat(
            !wouldBeBelowItself(organisation, to, effectiveAt, context),
            'ORGANISATION_CYCLE',
            { field: 'to', organisation, to },
          ),
        ),
        {
          type: 'OrganisationReparented',
          data: { organisation, ...(from === undefined ? {} : { from }), to },
        },
      );
    },
  }),
  ChangeOrganisationType: onOrganisation({
    fields: {
      ...ofOrganisation,
      organisationType: field.line(),
      kind: field.optional(field.enum(ORGANISATION_KINDS)),
    },
    authority: { roles: OFFICES, standing: ABOVE },
    decide(data, state, { effectiveAt }) {
      const { organisation, organisationType, kind } = data;
      const changes =
        valueAt(state.organisationType, effectiveAt) !== organisationType ||
        (kind !== undefined && valueAt(state.kind, effectiveAt) !== kind);
      return decidedUnless(
        firstRefusal(
          requireExistence(organisation, state, effectiveAt),
          requireText(organisationType, 'organisationType'),
          requireThat(changes, 'ALREADY_SO', {
            field: 'organisationType',
            subject: ['organisation', data],
            state: 'OF_TYPE',
          }),
        ),
        {
          type: 'OrganisationTypeChanged',
          data: { organisation, organisationType, ...(kind === undefined ? {} : { kind }) },
        },
      );
    },
  }),
  ...endCommands,
  AppointSecretary: onOrganisation({
    fields: { ...ofOrganisation, member: field.member },
    authority: { roles: OFFICES, standing: AT_OR_ABOVE },
    decide: (data, state, context) =>
      decidedUnless(
        firstRefusal(
          requireExistence(data.organisation, state, context.effectiveAt),
          requireMember(data.member, context),
          requireNotYet(state.secretary, data.member, context),
        ),
        { type: 'SecretaryAppointed', data },
      ),
  }),
  AssignSuperiorDelegate: onOrganisation({
    fields: { ...ofOrganisation, member: field.member },
    authority: { roles: OFFICES, standing: ABOVE },
    decide: (data, state, context) =>
      decidedUnless(
        firstRefusal(
          requireExistence(data.organisation, state, context.effectiveAt),
          requireMember(data.member, context),
          requireNotYet(state.delegate, data.member, context),
        ),
        { type: 'SuperiorDelegateAssigned', data },
      ),
  }),
  ReportMembershipTotals: onOrganisation({
    fields: {
      ...ofOrganisation,
      official: field.count,
      probationary: field.count,
      total: field.count,
    },
    authority: { roles: OFFICES, standing: AT_OR_ABOVE },
    decide: (data, state, { effectiveAt }) =>
      decidedUnless(
        firstRefusal(
          requireExistence(data.organisation, state, effectiveAt),
          requireCount(data.official, 'official'),
          requireCount(data.probationary, 'probationary'),
          requireCount(data.total, 'total'),
        ),
        { type: 'MembershipTotalsReported', data },
      ),
  }),
};

type OrganisationCommand = CommandOf<typeof commands>;

/** Decides about one organisation. Every fact of its own life needs it to have existed at the time. */
export const organisationAggregate = aggregate<OrganisationState, OrganisationEvent>()({
  category: 'organisation',
  initial: unknownOrganisation,
  streamOf: ({ organisation }) => streams.organisation(organisation),
  about: (command) => ({ organisations: organisationsOf(command) }),
  facts: organisationFacts,
  commands,
});

/** A new one is the matter of its parent, without a parent nobody's; a move or an end that of all whom it concerns. */
function organisationsOf(command: OrganisationCommand): readonly OrganisationId[] {
  const { organisation } = command;
  switch (command.type) {
    case 'EstablishOrganisation':
      return command.parent === undefined ? [] : [command.parent];
    case 'ReparentOrganisation':
      return [organisation, command.to];
    case 'MergeOrganisation':
      return [organisation, command.into];
    case 'SplitOrganisation':
      return [organisation, ...command.into];
    default:
      return [organisation];
  }
}

/** Of two people for the same post on the same day, the one recorded later holds it. */
function requireNotYet(
  holders: readonly Since<MemberId>[],
  member: MemberId,
  { effectiveAt }: DecisionContext,
): Requirement {
  return requireThat(valueAt(holders, effectiveAt) !== member, 'ALREADY_SO', {
    field: 'member',
    subject: ['member', { member }],
    state: 'HOLDS_POST',
  });
}
