import { dataOf } from '../shared/command';
import type { DecisionContext } from '../shared/context';
import { refused } from '../shared/decision';
import type { Decision } from '../shared/decision';
import { requireDistinct } from '../shared/distinct';
import { campaignPledged, definitionOf } from '../shared/programme';
import { refusal } from '../shared/refusal';
import {
  decidedUnless,
  firstRefusal,
  requireEstablishedOrganisation,
  requireThat,
  requireYear,
} from '../shared/requirements';
import { requireVotes } from '../shared/votes';
import { requireAppraisable, requireSelfScorable } from './appraised-conditions';
import type { AssessmentCommand } from './assessment.commands';
import type { AssessmentEvent } from './assessment.events';
import type { AssessmentState, OpenedAssessment } from './assessment.state';
import { decideRecognition } from './recognition.decide';
import { requireUndecided } from './recognition.requirements';

export function decideAssessment(
  command: AssessmentCommand,
  state: AssessmentState,
  context: DecisionContext,
): Decision<AssessmentEvent> {
  if (command.type === 'OpenAssessment') return open(command, state, context);
  if (state.status === 'NOT_OPENED') return refused(refusal('ASSESSMENT_NOT_OPENED'));
  switch (command.type) {
    case 'SubmitSelfAssessment':
      return submit(command, state, context);
    case 'VoteSelfAssessment':
      return vote(command, state);
    case 'RecordAppraisal':
      return appraise(command, state, context);
    default:
      return decideRecognition(command, state, context);
  }
}

type Of<Type extends AssessmentCommand['type']> = Extract<AssessmentCommand, { type: Type }>;

/** A pledge registered is enough to open: whether it was signed is for the scorecard to judge. */
function open(
  command: Of<'OpenAssessment'>,
  state: AssessmentState,
  context: DecisionContext,
): Decision<AssessmentEvent> {
  const { organisation, year } = command;
  const obstacle = firstRefusal(
    requireYear(year),
    requireThat(state.status === 'NOT_OPENED', 'ALREADY_EXISTS'),
    requireEstablishedOrganisation(organisation, context),
  );
  if (obstacle !== undefined) return refused(obstacle);
  const pledged = campaignPledged(organisation, year, context);
  if (pledged === undefined) {
    return refused(refusal('NOT_PLEDGED', { details: { organisation, year } }));
  }
  return decidedUnless(
    requireThat(definitionOf(pledged.framework, context) !== undefined, 'FRAMEWORK_NOT_PUBLISHED', {
      details: { framework: pledged.framework },
    }),
    { type: 'AssessmentOpened', data: { organisation, year, ...pledged } },
  );
}

/** May come again until the decision: of each condition the score given last holds. */
function submit(
  command: Of<'SubmitSelfAssessment'>,
  state: OpenedAssessment,
  context: DecisionContext,
): Decision<AssessmentEvent> {
  const obstacle = firstRefusal(
    requireUndecided(state),
    requireThat(!state.appraisers.includes(context.actor.id), 'PROPOSER_IS_APPROVER'),
    requireDistinct(
      command.scores.map((score) => score.condition),
      'scores',
    ),
    requireSelfScorable(command.scores, state, context),
  );
  return decidedUnless(obstacle, {
    type: 'SelfAssessmentSubmitted',
    data: { ...dataOf(command), submittedBy: context.actor.id },
  });
}

function vote(
  command: Of<'VoteSelfAssessment'>,
  state: OpenedAssessment,
): Decision<AssessmentEvent> {
  const obstacle = firstRefusal(
    requireUndecided(state),
    requireThat(state.submitters.length > 0, 'SELF_ASSESSMENT_MISSING'),
    requireThat(!state.voted, 'ALREADY_DONE'),
    requireVotes(command.votesFor, command.votesTotal),
  );
  return decidedUnless(obstacle, { type: 'SelfAssessmentVoted', data: dataOf(command) });
}

/** May come in parts, and again until the decision: what was said last of a condition holds. */
function appraise(
  command: Of<'RecordAppraisal'>,
  state: OpenedAssessment,
  context: DecisionContext,
): Decision<AssessmentEvent> {
  const obstacle = firstRefusal(
    requireUndecided(state),
    requireThat(!state.submitters.includes(context.actor.id), 'PROPOSER_IS_APPROVER'),
    requireThat(command.conditions.length > 0, 'VALUE_INVALID', { field: 'conditions' }),
    requireDistinct(
      command.conditions.map((one) => one.condition),
      'conditions',
    ),
    requireAppraisable(command.conditions, state, context),
  );
  return decidedUnless(obstacle, {
    type: 'AppraisalRecorded',
    data: { ...dataOf(command), appraisedBy: context.actor.id },
  });
}
