import type { DecisionContext } from '../shared/context';
import type { Decision } from '../shared/decision';
import {
  decidedUnless,
  firstRefusal,
  requireExistence,
  requireMember,
  requireThat,
} from '../shared/requirements';
import type { OrganisationCommand } from './organisation.commands';
import type { OrganisationEvent } from './organisation.events';
import { valueAt } from './organisation.state';
import type { KnownOrganisation } from './organisation.state';

type Appoint = Extract<
  OrganisationCommand,
  { type: 'AppointSecretary' | 'AssignSuperiorDelegate' }
>;

/** Of two people for the same post on the same day, the one recorded later holds it. */
export function appoint(
  command: Appoint,
  state: KnownOrganisation,
  context: DecisionContext,
): Decision<OrganisationEvent> {
  const { organisation, member } = command;
  const secretary = command.type === 'AppointSecretary';
  const holder = valueAt(secretary ? state.secretary : state.delegate, context.effectiveAt);
  return decidedUnless(
    firstRefusal(
      requireExistence(state, context.effectiveAt),
      requireMember(member, context),
      requireThat(holder !== member, 'ALREADY_SO', { field: 'member' }),
    ),
    {
      type: secretary ? 'SecretaryAppointed' : 'SuperiorDelegateAssigned',
      data: { organisation, member },
    },
  );
}
