import { assertNever } from '#vocabulary';
import { dataOf } from '../shared/command';
import type { DecisionContext } from '../shared/context';
import { refused } from '../shared/decision';
import type { Decision } from '../shared/decision';
import { refusal } from '../shared/refusal';
import { decidedUnless, firstRefusal, requireReason, requireThat } from '../shared/requirements';
import type { Requirement } from '../shared/requirements';
import type { AssessmentCommand } from './assessment.commands';
import type { AssessmentEvent } from './assessment.events';
import type { OpenedAssessment } from './assessment.state';
import { stands } from './recognition';
import { requireRecognitionAuthority } from './recognition.requirements';

type ReviewCommand = Extract<
  AssessmentCommand,
  {
    type:
      'RequireRecognitionReview' | 'UpholdRecognition' | 'CorrectRecognition' | 'RevokeRecognition';
  }
>;

/** A recognition never changes silently: first its review is required, then somebody decides. */
export function decideRecognitionReview(
  command: ReviewCommand,
  state: OpenedAssessment,
  context: DecisionContext,
): Decision<AssessmentEvent> {
  switch (command.type) {
    case 'RequireRecognitionReview':
      return requireReview(command, state);
    case 'UpholdRecognition':
      return decidedUnless(requireReviewable(command, state, context), {
        type: 'RecognitionUpheld',
        data: dataOf(command),
      });
    case 'CorrectRecognition':
      return decidedUnless(requireReviewable(command, state, context), {
        type: 'RecognitionCorrected',
        data: dataOf(command),
      });
    case 'RevokeRecognition':
      return decidedUnless(requireReviewable(command, state, context), {
        type: 'RecognitionRevoked',
        data: dataOf(command),
      });
    default:
      return assertNever(command);
  }
}

/** Only causes not reviewed or waiting to be reviewed already: the same fact asks once. */
function requireReview(
  command: Extract<ReviewCommand, { type: 'RequireRecognitionReview' }>,
  { recognition }: OpenedAssessment,
): Decision<AssessmentEvent> {
  if (!stands(recognition)) return refused(refusal('RECOGNITION_NOT_GRANTED'));
  const causes = [...new Set(command.causes)].filter((one) => !recognition.causes.includes(one));
  const obstacle = firstRefusal(
    requireThat(command.causes.length > 0, 'VALUE_INVALID', { field: 'causes' }),
    requireThat(causes.length > 0, 'REVIEW_ALREADY_REQUIRED', {
      field: 'causes',
      details: { causes: command.causes },
    }),
  );
  return decidedUnless(obstacle, {
    type: 'RecognitionReviewRequired',
    data: { ...dataOf(command), causes },
  });
}

function requireReviewable(
  { decidedBy }: Exclude<ReviewCommand, { type: 'RequireRecognitionReview' }>,
  state: OpenedAssessment,
  context: DecisionContext,
): Requirement {
  return firstRefusal(
    requireThat(state.recognition.status === 'REVIEW_REQUIRED', 'RECOGNITION_NOT_UNDER_REVIEW', {
      details: { status: state.recognition.status },
    }),
    requireRecognitionAuthority(decidedBy, state, context),
    requireReviewReason(context),
  );
}

function requireReviewReason({ reason }: DecisionContext): Requirement {
  const missing = requireReason(reason);
  return missing && { ...missing, rule: 'R-26' };
}
