import { assertNever } from '#vocabulary';
import type { DecisionContext } from '../shared/context';
import type { Decision } from '../shared/decision';
import { refused } from '../shared/decision';
import { refusal } from '../shared/refusal';
import {
  decidedUnless,
  firstRefusal,
  requireOrganisation,
  requireThat,
} from '../shared/requirements';
import type { GrievanceCommand } from './grievance.commands';
import type { GrievanceEvent } from './grievance.events';
import type { GrievanceState, KnownGrievance } from './grievance.state';

export function decideGrievance(
  command: GrievanceCommand,
  state: GrievanceState,
  context: DecisionContext,
): Decision<GrievanceEvent> {
  if (command.type === 'OpenGrievance') return open(command, state, context);
  if (state.status === 'UNKNOWN') return refused(refusal('NOT_RECORDED', { field: 'grievance' }));
  const of = { grievance: state.grievance, organisation: state.organisation };
  switch (command.type) {
    case 'FlagGrievance':
      return flag(command, state, of);
    case 'ResolveGrievance':
      return decidedUnless(requireThat(state.status === 'OPEN', 'ALREADY_DONE'), {
        type: 'GrievanceResolved',
        data: of,
      });
    default:
      return assertNever(command);
  }
}

type Of<Type extends GrievanceCommand['type']> = Extract<GrievanceCommand, { type: Type }>;

function open(
  { grievance, organisation, flags }: Of<'OpenGrievance'>,
  state: GrievanceState,
  context: DecisionContext,
): Decision<GrievanceEvent> {
  const of = { grievance, organisation };
  const obstacle = firstRefusal(
    requireThat(state.status === 'UNKNOWN', 'ALREADY_EXISTS', { field: 'grievance' }),
    requireOrganisation(organisation, context),
  );
  return decidedUnless<GrievanceEvent>(
    obstacle,
    { type: 'GrievanceOpened', data: of },
    ...[...new Set(flags)].map(
      (one) => ({ type: 'GrievanceFlagged', data: { ...of, flag: one } }) as const,
    ),
  );
}

/** A grievance may turn out later to have been prolonged or joined by many: also when it is resolved. */
function flag(
  command: Of<'FlagGrievance'>,
  state: KnownGrievance,
  of: Pick<KnownGrievance, 'grievance' | 'organisation'>,
): Decision<GrievanceEvent> {
  const flagged = state.flags.includes(command.flag);
  return decidedUnless(requireThat(!flagged, 'ALREADY_DONE', { field: 'flag' }), {
    type: 'GrievanceFlagged',
    data: { ...of, flag: command.flag },
  });
}
