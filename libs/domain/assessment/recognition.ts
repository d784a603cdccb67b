import { daysAfter, localDateOf } from '#vocabulary';
import type { LocalDate, OrganisationId } from '#vocabulary';
import { ancestorsAt } from '../organisation/ancestors';
import { requireActingFor } from '../shared/authority';
import type { DecisionContext } from '../shared/context';
import { field } from '../shared/field';
import { definitionOf } from '../shared/programme';
import { refusal } from '../shared/refusal';
import {
  decidedUnless,
  firstRefusal,
  requireOrganisation,
  requireText,
  requireThat,
} from '../shared/requirements';
import type { Requirement } from '../shared/requirements';
import { SUPERIORS } from '../shared/roles';
import { ABOVE } from '../shared/standing';
import {
  ofAssessment,
  onAssessment,
  requireRecognitionAuthority,
  requireUndecided,
} from './assessment.commands';
import type { OpenedAssessment } from './assessment.state';
import { requireAppraised } from './appraised-conditions';
import { requireEligible } from './eligibility';
import { stands } from './recognition.state';

const decision = { ...ofAssessment, number: field.line(), decidedBy: field.organisation };

export const recognitionCommands = {
  ProposeRecognition: onAssessment({
    fields: ofAssessment,
    authority: { roles: SUPERIORS, standing: ABOVE },
    decide(data, state, { actor }) {
      const { recognition } = state;
      const proposed = recognition.status === 'UNDECIDED' && recognition.proposed;
      return decidedUnless(
        firstRefusal(
          requireUndecided(state),
          requireThat(!proposed, 'ALREADY_DONE', {
            subject: ['recognition', state],
            state: 'PROPOSED',
          }),
        ),
        { type: 'RecognitionProposed', data: { ...data, proposedBy: actor.id } },
      );
    },
  }),
  GrantRecognition: onAssessment({
    fields: decision,
    authority: { roles: SUPERIORS, standing: ABOVE },
    decide: (data, state, context) =>
      decidedUnless(
        firstRefusal(
          requireDecidable(data, state, context),
          requireAppraised(state, context),
          requireEligible(state, context),
        ),
        { type: 'RecognitionGranted', data: { ...data, ...publicationOf(state, context) } },
      ),
  }),
  RefuseRecognition: onAssessment({
    fields: decision,
    authority: { roles: SUPERIORS, standing: ABOVE },
    decide: (data, state, context) =>
      decidedUnless(requireDecidable(data, state, context), {
        type: 'RecognitionRefused',
        data: { ...data, ...publicationOf(state, context) },
      }),
  }),
  PublishRecognition: onAssessment({
    fields: ofAssessment,
    authority: { roles: SUPERIORS, standing: ABOVE },
    decide: (data, state) =>
      decidedUnless(requirePublishable(state), { type: 'RecognitionPublished', data }),
  }),
  GrantReward: onAssessment({
    fields: { ...ofAssessment, reward: field.text(), grantedBy: field.organisation },
    authority: { roles: SUPERIORS, standing: ABOVE },
    decide(data, { recognition }, context) {
      const { organisation, year, reward, grantedBy } = data;
      const granted = recognition.status === 'UNDECIDED' ? [] : recognition.rewards;
      const superiors = ancestorsAt(organisation, context.effectiveAt, context);
      return decidedUnless(
        firstRefusal(
          requireThat(stands(recognition), 'RECOGNITION_NOT_GRANTED', { organisation, year }),
          requireText(reward, 'reward'),
          requireThat(!granted.includes(reward), 'ALREADY_DONE', {
            field: 'reward',
            subject: ['organisation', data],
            state: 'REWARDED',
          }),
          requireOrganisation(grantedBy, context, 'grantedBy'),
          requireActingFor(grantedBy, context, 'grantedBy'),
          requireThat(superiors.includes(grantedBy), 'DECIDED_BEYOND_AUTHORITY', {
            field: 'grantedBy',
            body: grantedBy,
            details: { grantedBy },
          }),
        ),
        { type: 'RewardGranted', data },
      );
    },
  }),
};

function requireDecidable(
  { number, decidedBy }: { readonly number: string; readonly decidedBy: OrganisationId },
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

/** A refusal is published like a recognition; what was revoked is not. */
function requirePublishable(state: OpenedAssessment): Requirement {
  const { organisation, year, recognition } = state;
  if (recognition.status === 'UNDECIDED' || recognition.status === 'REVOKED') {
    return refusal('RECOGNITION_NOT_DECIDED', {
      organisation,
      year,
      details: { status: recognition.status },
    });
  }
  return requireThat(recognition.publishedAt === undefined, 'ALREADY_DONE', {
    subject: ['recognition', state],
    state: 'PUBLISHED',
  });
}
