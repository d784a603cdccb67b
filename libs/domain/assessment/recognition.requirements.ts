import { requireAuthority, requireAuthorityOf } from '../shared/authority';
import type { DecisionContext } from '../shared/context';
import { definitionOf } from '../shared/programme';
import { firstRefusal, requireThat } from '../shared/requirements';
import type { Requirement } from '../shared/requirements';
import type { OrganisationId } from '#vocabulary';
import type { OpenedAssessment } from './assessment.state';
import { isOpenToDecision } from './recognition';

export function requireUndecided({ recognition }: OpenedAssessment): Requirement {
  return requireThat(isOpenToDecision(recognition), 'RECOGNITION_ALREADY_DECIDED', {
    details: { status: recognition.status },
  });
}

/** A body above the organisation, as the framework has it, through somebody who did not submit the self-assessment. */
export function requireRecognitionAuthority(
  decidedBy: OrganisationId,
  state: OpenedAssessment,
  context: DecisionContext,
): Requirement {
  return firstRefusal(
    requireThat(!state.submitters.includes(context.actor.id), 'PROPOSER_IS_APPROVER'),
    requireAuthority(decidedBy, [state.organisation], context),
    requireAuthorityOf(
      definitionOf(state.framework, context)?.parameters.authority?.recognition,
      decidedBy,
      state.organisation,
      context,
    ),
  );
}
