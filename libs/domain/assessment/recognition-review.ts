import type { OrganisationId } from '#vocabulary';
import type { DecisiveScorecard } from '../shared/decisive-scorecard';
import type { DecisionContext } from '../shared/context';
import { refused } from '../shared/decision';
import { field } from '../shared/field';
import { refusal } from '../shared/refusal';
import { decidedUnless, firstRefusal, requireReason, requireThat } from '../shared/requirements';
import type { Requirement } from '../shared/requirements';
import { SUPERIORS } from '../shared/roles';
import { ABOVE } from '../shared/standing';
import { ofAssessment, onAssessment, requireRecognitionAuthority } from './assessment.commands';
import type { OpenedAssessment } from './assessment.state';
import { stands } from './recognition.state';

const outcome = { ...ofAssessment, decidedBy: field.organisation };

/** A recognition never changes silently: first its review is required, then somebody decides. */
export const recognitionReviewCommands = {
  /** Only causes not reviewed or waiting to be reviewed already: the same fact asks once. */
  RequireRecognitionReview: onAssessment({
    fields: { ...ofAssessment, causes: field.list(field.event) },
    authority: { roles: SUPERIORS, standing: ABOVE },
    decide(data, { organisation, year, recognition }) {
      if (!stands(recognition)) {
        return refused(refusal('RECOGNITION_NOT_GRANTED', { organisation, year }));
      }
      const causes = [...new Set(data.causes)].filter((id) => !recognition.causes.includes(id));
      return decidedUnless(
        firstRefusal(
          requireThat(data.causes.length > 0, 'VALUE_INVALID', {
            field: 'causes',
            value: data.causes,
          }),
          requireThat(causes.length > 0, 'REVIEW_ALREADY_REQUIRED', {
            field: 'causes',
            organisation,
            year,
            causes: data.causes,
          }),
        ),
        { type: 'RecognitionReviewRequired', data: { ...data, causes } },
      );
    },
  }),
  UpholdRecognition: onAssessment({
    fields: outcome,
    authority: { roles: SUPERIORS, standing: ABOVE },
    decide: (data, state, context) =>
      decidedUnless(requireReviewable(data.decidedBy, state, context), {
        type: 'RecognitionUpheld',
        data: { ...data, ...outcomeOfScorecard(state, context) },
      }),
  }),
  CorrectRecognition: onAssessment({
    fields: outcome,
    authority: { roles: SUPERIORS, standing: ABOVE },
    decide: (data, state, context) =>
      decidedUnless(requireReviewable(data.decidedBy, state, context), {
        type: 'RecognitionCorrected',
        data,
      }),
  }),
  RevokeRecognition: onAssessment({
    fields: outcome,
    authority: { roles: SUPERIORS, standing: ABOVE },
    decide: (data, state, context) =>
      decidedUnless(requireReviewable(data.decidedBy, state, context), {
        type: 'RecognitionRevoked',
        data,
      }),
  }),
};

/** What the scorecard said when it was decided: the decision is the body's, and what it decided against is told. */
function outcomeOfScorecard(
  { organisation, year }: OpenedAssessment,
  context: DecisionContext,
): { readonly outcome?: DecisiveScorecard['outcome'] } {
  const outcome = context.scorecard(organisation, year)?.outcome;
  return outcome === undefined ? {} : { outcome };
}

function requireReviewable(
  decidedBy: OrganisationId,
  state: OpenedAssessment,
  context: DecisionContext,
): Requirement {
  return firstRefusal(
    requireThat(state.recognition.status === 'REVIEW_REQUIRED', 'RECOGNITION_NOT_UNDER_REVIEW', {
      organisation: state.organisation,
      year: state.year,
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
