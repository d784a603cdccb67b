import { requireAuthority } from '../shared/authority';
import type { DecisionContext } from '../shared/context';
import { firstRefusal, requireThat } from '../shared/requirements';
import type { Requirement } from '../shared/requirements';
import type { OrganisationId } from '../shared/vocabulary';
import type { OpenedAssessment } from './assessment.state';
import { isOpenToDecision } from './recognition';

export function requireUndecided({ recognition }: OpenedAssessment): Requirement {
  return requireThat(isOpenToDecision(recognition), 'RECOGNITION_ALREADY_DECIDED', {
    details: { status: recognition.status },
  });
}

/** A body above the organisation, through somebody who did not submit the self-assessment. */
export function requireRecognitionAuthority(
  decidedBy: OrganisationId,
  state: OpenedAssessment,
  context: DecisionContext,
): Requirement {
  return firstRefusal(
    requireAuthority(decidedBy, [state.organisation], context),
    requireThat(!state.submitters.includes(context.actor.id), 'PROPOSER_IS_APPROVER'),
  );
}
