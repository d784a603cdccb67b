import { APPRAISAL_RESULTS } from '#vocabulary';
import { orderOfAssessment } from './assessment.order';
import { aggregate } from '../shared/aggregate';
import { commandsOn } from '../shared/command';
import { refused } from '../shared/decision';
import { requireDistinct } from '../shared/distinct';
import { field } from '../shared/field';
import { enteredFor } from '../shared/handlers';
import { requireNoneOf } from '../shared/impartial';
import { campaignPledged, definitionOf } from '../shared/programme';
import { refusal } from '../shared/refusal';
import {
  decidedUnless,
  firstRefusal,
  requireEstablishedOrganisation,
  requireThat,
  requireYear,
} from '../shared/requirements';
import { OFFICES, SUPERIORS } from '../shared/roles';
import { ABOVE, AT_OR_ABOVE } from '../shared/standing';
import { streams } from '../shared/streams';
import { requireVotes } from '../shared/votes';
import { requireAppraisable, requireSelfScorable } from './appraised-conditions';
import { ofAssessment, onAssessment, requireUndecided } from './assessment.commands';
import type { AssessmentEvent } from './assessment.events';
import { assessmentFacts } from './assessment.state';
import type { AssessmentState } from './assessment.state';
import { recognitionCommands } from './recognition';
import { recognitionReviewCommands } from './recognition-review';

const command = commandsOn<AssessmentState, AssessmentEvent>();

export const assessmentAggregate = aggregate<AssessmentState, AssessmentEvent>()({
  category: 'assessment',
  initial: { status: 'NOT_OPENED' },
  streamOf: ({ organisation, year }) => streams.assessment(organisation, year),
  facts: assessmentFacts,
  order: orderOfAssessment,
  notBeforeYear: 'ALL',
  about: ({ organisation }) => ({ organisations: [organisation] }),
  commands: {
    /** A pledge registered is enough to open: whether it was signed is for the scorecard to judge. */
    OpenAssessment: command({
      fields: ofAssessment,
      authority: { roles: OFFICES, standing: AT_OR_ABOVE },
      decide({ organisation, year }, { status }, context) {
        const obstacle = firstRefusal(
          requireYear(year),
          requireThat(status === 'NOT_OPENED', 'ALREADY_EXISTS', {
            subject: ['assessment', { organisation, year }],
          }),
          requireEstablishedOrganisation(organisation, context),
        );
        if (obstacle !== undefined) return refused(obstacle);
        const pledged = campaignPledged(organisation, year, context);
        if (pledged === undefined) {
          return refused(refusal('NOT_PLEDGED', { organisation, year }));
        }
        const { framework } = pledged;
        return decidedUnless(
          requireThat(definitionOf(framework, context) !== undefined, 'FRAMEWORK_NOT_PUBLISHED', {
            subject: ['framework', { framework: framework.id, version: framework.version }],
            details: { framework },
          }),
          { type: 'AssessmentOpened', data: { organisation, year, ...pledged } },
        );
      },
    }),
    /** May come again until the decision: of each condition the score given last holds. */
    SubmitSelfAssessment: onAssessment({
      fields: {
        ...ofAssessment,
        scores: field.list(field.nested({ condition: field.code, points: field.decimal })),
      },
      authority: { roles: OFFICES, standing: AT_OR_ABOVE },
      decide(data, state, context) {
        const conditions = data.scores.map(({ condition }) => condition);
        return decidedUnless(
          firstRefusal(
            requireUndecided(state),
            requireNoneOf(state.appraisers, ['assessment', state], context),
            requireDistinct(conditions, 'scores'),
            requireSelfScorable(data.scores, state, context),
          ),
          {
            type: 'SelfAssessmentSubmitted',
            data: { ...data, submittedBy: context.actor.id, ...enteredFor(context) },
          },
        );
      },
    }),
    VoteSelfAssessment: onAssessment({
      fields: { ...ofAssessment, votesFor: field.count, votesTotal: field.count },
      authority: { roles: OFFICES, standing: AT_OR_ABOVE },
      decide: (data, state) =>
        decidedUnless(
          firstRefusal(
            requireUndecided(state),
            requireThat(state.submitters.length > 0, 'SELF_ASSESSMENT_MISSING', {
              organisation: state.organisation,
              year: state.year,
            }),
            requireThat(!state.voted, 'ALREADY_DONE', {
              subject: ['selfAssessment', state],
              state: 'VOTED',
            }),
            requireVotes(data.votesFor, data.votesTotal),
          ),
          { type: 'SelfAssessmentVoted', data },
        ),
    }),
    /** May come in parts, and again until the decision: what was said last of a condition holds. */
    RecordAppraisal: onAssessment({
      fields: {
        ...ofAssessment,
        conditions: field.list(
          field.nested({
            condition: field.code,
            result: field.optional(field.enum(APPRAISAL_RESULTS)),
            points: field.optional(field.decimal),
          }),
        ),
      },
      authority: { roles: SUPERIORS, standing: ABOVE },
      decide(data, state, context) {
        const conditions = data.conditions.map(({ condition }) => condition);
        return decidedUnless(
          firstRefusal(
            requireUndecided(state),
            requireNoneOf(state.submitters, ['selfAssessment', state], context),
            requireThat(conditions.length > 0, 'VALUE_INVALID', {
              field: 'conditions',
              value: conditions,
            }),
            requireDistinct(conditions, 'conditions'),
            requireAppraisable(data.conditions, state, context),
          ),
          {
            type: 'AppraisalRecorded',
            data: { ...data, appraisedBy: context.actor.id, ...enteredFor(context) },
          },
        );
      },
    }),
    ...recognitionCommands,
    ...recognitionReviewCommands,
  },
});
