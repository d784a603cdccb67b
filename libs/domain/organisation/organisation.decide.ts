import { assertNever } from '#vocabulary';
import type { DecisionContext } from '../shared/context';
import { refused } from '../shared/decision';
import type { Decision } from '../shared/decision';
import { refusal } from '../shared/refusal';
import {
  decidedUnless,
  firstRefusal,
  requireCount,
  requireExistence,
} from '../shared/requirements';
import type { OrganisationCommand } from './organisation.commands';
import {
  changeType,
  dissolve,
  establish,
  merge,
  rename,
  reparent,
  split,
} from './organisation-life.decide';
import type { OrganisationEvent } from './organisation.events';
import { appoint } from './appointment.decide';
import type { OrganisationState } from './organisation.state';

/** Decides about one organisation. Every fact of its own life needs it to have existed at the time. */
export function decideOrganisation(
  command: OrganisationCommand,
  state: OrganisationState,
  context: DecisionContext,
): Decision<OrganisationEvent> {
  if (command.type === 'EstablishOrganisation') return establish(command, state, context);
  if (state.status === 'UNKNOWN') {
    return refused(refusal('ORGANISATION_UNKNOWN', { field: 'organisation' }));
  }
  switch (command.type) {
    case 'RenameOrganisation':
      return rename(command, state, context);
    case 'ReparentOrganisation':
      return reparent(command, state, context);
    case 'ChangeOrganisationType':
      return changeType(command, state, context);
    case 'MergeOrganisation':
      return merge(command, state, context);
    case 'SplitOrganisation':
      return split(command, state, context);
    case 'DissolveOrganisation':
      return dissolve(command, state, context);
    case 'AppointSecretary':
    case 'AssignSuperiorDelegate':
      return appoint(command, state, context);
    case 'ReportMembershipTotals': {
      const { organisation, official, probationary, total } = command;
      return decidedUnless(
        firstRefusal(
          requireExistence(state, context.effectiveAt),
          requireCount(official, 'official'),
          requireCount(probationary, 'probationary'),
          requireCount(total, 'total'),
        ),
        {
          type: 'MembershipTotalsReported',
          data: { organisation, official, probationary, total },
        },
      );
    }
    default:
      return assertNever(command);
  }
}
