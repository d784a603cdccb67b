import type { DecisionContext } from '../shared/context';
import type { Decision } from '../shared/decision';
import {
  decidedUnless,
  firstRefusal,
  requireExistence,
  requireOrganisation,
  requireText,
  requireThat,
} from '../shared/requirements';
import type { Requirement } from '../shared/requirements';
import type { OrganisationId } from '#vocabulary';
import type { OrganisationCommand } from './organisation.commands';
import type { OrganisationEvent } from './organisation.events';
import { parentAt, valueAt } from './organisation.state';
import type { KnownOrganisation, OrganisationState } from './organisation.state';
import { wouldBeBelowItself } from './tree';

type Command<Type> = Extract<OrganisationCommand, { type: Type }>;
type Ruling = Decision<OrganisationEvent>;

export function establish(
  command: Command<'EstablishOrganisation'>,
  state: OrganisationState,
  context: DecisionContext,
): Ruling {
  const { type: _, parent, ...data } = command;
  return decidedUnless(
    firstRefusal(
      requireThat(state.status === 'UNKNOWN', 'ALREADY_EXISTS', { field: 'organisation' }),
      requireText(command.name, 'name'),
      requireText(command.organisationType, 'organisationType'),
      parent === undefined ? undefined : requireOrganisation(parent, context, 'parent'),
    ),
    {
      type: 'OrganisationEstablished',
      data: { ...data, ...(parent === undefined ? {} : { parent }) },
    },
  );
}

export function rename(
  { organisation, name }: Command<'RenameOrganisation'>,
  state: KnownOrganisation,
  context: DecisionContext,
): Ruling {
  return decidedUnless(
    firstRefusal(
      requireExistence(state, context.effectiveAt),
      requireText(name, 'name'),
      requireThat(valueAt(state.name, context.effectiveAt) !== name, 'ALREADY_SO', {
        field: 'name',
      }),
    ),
    { type: 'OrganisationRenamed', data: { organisation, name } },
  );
}

export function reparent(
  { organisation, to }: Command<'ReparentOrganisation'>,
  state: KnownOrganisation,
  context: DecisionContext,
): Ruling {
  const { effectiveAt } = context;
  const from = parentAt(state, effectiveAt);
  return decidedUnless(
    firstRefusal(
      requireExistence(state, effectiveAt),
      requireOrganisation(to, context, 'to'),
      requireThat(from !== to, 'ALREADY_SO', { field: 'to' }),
      requireThat(
        !wouldBeBelowItself(organisation, to, effectiveAt, context),
        'ORGANISATION_CYCLE',
        { field: 'to', details: { organisation, to } },
      ),
    ),
    {
      type: 'OrganisationReparented',
      data: { organisation, ...(from === undefined ? {} : { from }), to },
    },
  );
}

export function changeType(
  { organisation, organisationType, kind }: Command<'ChangeOrganisationType'>,
  state: KnownOrganisation,
  context: DecisionContext,
): Ruling {
  const { effectiveAt } = context;
  const changes =
    valueAt(state.organisationType, effectiveAt) !== organisationType ||
    (kind !== undefined && valueAt(state.kind, effectiveAt) !== kind);
  return decidedUnless(
    firstRefusal(
      requireExistence(state, effectiveAt),
      requireText(organisationType, 'organisationType'),
      requireThat(changes, 'ALREADY_SO', { field: 'organisationType' }),
    ),
    {
      type: 'OrganisationTypeChanged',
      data: { organisation, organisationType, ...(kind === undefined ? {} : { kind }) },
    },
  );
}

export function merge(
  { organisation, into }: Command<'MergeOrganisation'>,
  state: KnownOrganisation,
  context: DecisionContext,
): Ruling {
  return decidedUnless(
    firstRefusal(
      requireNotEnded(state),
      requireExistence(state, context.effectiveAt),
      requireOthers(organisation, [into], context),
    ),
    { type: 'OrganisationMerged', data: { organisation, into, ...parentOf(state, context) } },
  );
}

export function split(
  { organisation, into }: Command<'SplitOrganisation'>,
  state: KnownOrganisation,
  context: DecisionContext,
): Ruling {
  return decidedUnless(
    firstRefusal(
      requireExistence(state, context.effectiveAt),
      requireThat(into.length > 0, 'VALUE_INVALID', { field: 'into' }),
      requireOthers(organisation, into, context),
      requireThat(!into.some((one) => state.offspring.includes(one)), 'ALREADY_SO', {
        field: 'into',
      }),
    ),
    { type: 'OrganisationSplit', data: { organisation, into } },
  );
}

export function dissolve(
  { organisation }: Command<'DissolveOrganisation'>,
  state: KnownOrganisation,
  context: DecisionContext,
): Ruling {
  return decidedUnless(
    firstRefusal(requireNotEnded(state), requireExistence(state, context.effectiveAt)),
    { type: 'OrganisationDissolved', data: { organisation, ...parentOf(state, context) } },
  );
}

/** An organisation ends once, whatever the dates. */
function requireNotEnded(state: KnownOrganisation): Requirement {
  return requireThat(state.endedAt === undefined, 'ORGANISATION_ENDED', {
    field: 'organisation',
    details: { endedAt: state.endedAt },
  });
}

/** Existing organisations, each once, and none of them the organisation itself. */
function requireOthers(
  organisation: OrganisationId,
  others: readonly OrganisationId[],
  context: DecisionContext,
): Requirement {
  const distinct = new Set(others);
  return firstRefusal(
    requireThat(!distinct.has(organisation) && distinct.size === others.length, 'VALUE_INVALID', {
      field: 'into',
      details: { into: others },
    }),
    ...others.map((other) => requireOrganisation(other, context, 'into')),
  );
}

/** Who was above it is written down with its end, so that nothing needs the tree of then. */
function parentOf(
  state: KnownOrganisation,
  context: DecisionContext,
): { readonly parent?: OrganisationId } {
  const parent = parentAt(state, context.effectiveAt);
  return parent === undefined ? {} : { parent };
}
