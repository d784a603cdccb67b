import { ancestorsAt } from '../organisation';
import { assertNever, daysAfter, localDateOf } from '#vocabulary';
import { requireActingFor } from '../shared/authority';
import { dataOf } from '../shared/command';
import type { DecisionContext } from '../shared/context';
import type { Decision } from '../shared/decision';
import { definitionOf } from '../shared/programme';
import {
  decidedUnless,
  firstRefusal,
  requireOrganisation,
  requireText,
  requireThat,
} from '../shared/requirements';
import type { Requirement } from '../shared/requirements';
import type { LocalDate } from '#vocabulary';
import type { AssessmentCommand } from './assessment.commands';
import type { AssessmentEvent } from './assessment.events';
import type { OpenedAssessment } from './assessment.state';
import { requireEligible } from './eligibility';
import { stands } from './recognition';
import type { Recognition } from './recognition';
import { decideRecognitionReview } from './recognition-review.decide';
import { requireRecognitionAuthority, requireUndecided } from './recognition.requirements';

type RecognitionCommand = Exclude<
  AssessmentCommand,
  { type: 'OpenAssessment' | 'SubmitSelfAssessment' | 'VoteSelfAssessment' | 'RecordAppraisal' }
>;

type Of<Type extends RecognitionCommand['type']> = Extract<RecognitionCommand, { type: Type }>;

export function decideRecognition(
  command: RecognitionCommand,
  state: OpenedAssessment,
  context: DecisionContext,
): Decision<AssessmentEvent> {
  switch (command.type) {
    case 'ProposeRecognition':
      return decidedUnless(
        firstRefusal(requireUndecided(state), requireNotProposed(state.recognition)),
        {
          type: 'RecognitionProposed',
          data: { ...dataOf(command), proposedBy: context.actor.id },
        },
      );
    case 'GrantRecognition':
      return decidedUnless(
        firstRefusal(
          requireDecidable(command, state, context),
          requireThat(state.appraisals.size > 0, 'APPRAISAL_MISSING'),
          requireEligible(state, context),
        ),
        {
          type: 'RecognitionGranted',
          data: { ...dataOf(command), ...publicationOf(state, context) },
        },
      );
    case 'RefuseRecognition':
      return decidedUnless(requireDecidable(command, state, context), {
        type: 'RecognitionRefused',
        data: { ...dataOf(command), ...publicationOf(state, context) },
      });
    case 'PublishRecognition':
      return decidedUnless(requirePublishable(state.recognition), {
        type: 'RecognitionPublished',
        data: dataOf(command),
      });
    case 'GrantReward':
      return reward(command, state, context);
    case 'RequireRecognitionReview':
    case 'UpholdRecognition':
    case 'CorrectRecognition':
    case 'RevokeRecognition':
      return decideRecognitionReview(command, state, context);
    default:
      return assertNever(command);
  }
}

function requireDecidable(
  { number, decidedBy }: Of<'GrantRecognition' | 'RefuseRecognition'>,
  state: OpenedAssessment,
  context: DecisionContext,
): Requirement {
  return firstRefusal(
    requireUndecided(state),
    requireText(number, 'number'),
    requireRecognitionAuthority(decidedBy, state, context),
  );
}

/** By the framework version frozen when the assessment opened. */
function publicationOf(
  { framework }: OpenedAssessment,
  context: DecisionContext,
): { readonly publishBy?: LocalDate } {
  const days = definitionOf(framework, context)?.parameters.publicationDueDays ?? null;
  return days === null ? {} : { publishBy: daysAfter(localDateOf(context.effectiveAt), days) };
}

function requireNotProposed(recognition: Recognition): Requirement {
  const proposed = recognition.status === 'UNDECIDED' && recognition.proposed;
  return requireThat(!proposed, 'ALREADY_DONE');
}

/** A refusal is published like a recognition; what was revoked is not. */
function requirePublishable(recognition: Recognition): Requirement {
  if (recognition.status === 'UNDECIDED' || recognition.status === 'REVOKED') {
    return requireThat(false, 'RECOGNITION_NOT_DECIDED', {
      details: { status: recognition.status },
    });
  }
  return requireThat(recognition.publishedAt === undefined, 'ALREADY_DONE');
}

function reward(
  command: Of<'GrantReward'>,
  { recognition }: OpenedAssessment,
  context: DecisionContext,
): Decision<AssessmentEvent> {
  const known = recognition.status === 'UNDECIDED' ? [] : recognition.rewards;
  const obstacle = firstRefusal(
    requireThat(stands(recognition), 'RECOGNITION_NOT_GRANTED'),
    requireText(command.reward, 'reward'),
    requireThat(!known.includes(command.reward), 'ALREADY_DONE', { field: 'reward' }),
    requireOrganisation(command.grantedBy, context, 'grantedBy'),
    requireActingFor(command.grantedBy, context, 'grantedBy'),
    requireThat(
      ancestorsAt(command.organisation, context.effectiveAt, context).includes(command.grantedBy),
      'DECIDED_BEYOND_AUTHORITY',
      { field: 'grantedBy', details: { grantedBy: command.grantedBy } },
    ),
  );
  return decidedUnless(obstacle, { type: 'RewardGranted', data: dataOf(command) });
}
