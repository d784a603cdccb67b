import { requireAuthority, requireAuthorityOf } from '../shared/authority';
import { commandsAfter } from '../shared/command';
import type { DecisionContext } from '../shared/context';
import { refused } from '../shared/decision';
import { field } from '../shared/field';
import { requireNoneOf } from '../shared/impartial';
import { definitionOf } from '../shared/programme';
import { refusal } from '../shared/refusal';
import { firstRefusal, requireThat } from '../shared/requirements';
import type { Requirement } from '../shared/requirements';
import type { OrganisationId } from '#vocabulary';
import type { AssessmentEvent } from './assessment.events';
import type { AssessmentState, OpenedAssessment } from './assessment.state';
import { isOpenToDecision } from './recognition.state';

export const ofAssessment = { organisation: field.organisation, year: field.year };

/** Declares commands about an assessment that was opened. */
export const onAssessment = commandsAfter<
  AssessmentState,
  AssessmentEvent,
  Pick<OpenedAssessment, 'organisation' | 'year'>,
  OpenedAssessment
>((state, decide, { organisation, year }) =>
  state.status === 'OPENED'
    ? decide(state)
    : refused(refusal('ASSESSMENT_NOT_OPENED', { organisation, year })),
);

export function requireUndecided({
  organisation,
  year,
  recognition,
}: OpenedAssessment): Requirement {
  return requireThat(isOpenToDecision(recognition), 'RECOGNITION_ALREADY_DECIDED', {
    organisation,
    year,
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
    requireNoneOf(state.submitters, ['selfAssessment', state], context),
    requireAuthority(decidedBy, [state.organisation], context),
    requireAuthorityOf(
      definitionOf(state.framework, context)?.parameters.authority?.recognition,
      decidedBy,
      state.organisation,
      context,
    ),
  );
}
