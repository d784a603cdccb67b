import { compareInstants, DISCIPLINE_FORMS, startOfDay } from '#vocabulary';
import type { DecisionContext } from '../shared/context';
import { field } from '../shared/field';
import { enteredFor } from '../shared/handlers';
import { refusal } from '../shared/refusal';
import { decidedUnless, firstRefusal, requireThat } from '../shared/requirements';
import type { Requirement } from '../shared/requirements';
import { INSPECTORS, SUPERVISORS } from '../shared/roles';
import { ABOVE, AT_OR_ABOVE_ANOTHER } from '../shared/standing';
import { aboutCase, onCase, requireConfirmed } from './case.commands';
import type { KnownCase } from './case.state';
import { requireImpartial } from './complaint';
import { endOfDiscipline, endsOnFrom } from './discipline-end';
import { announceByOf, requireDisciplinaryAuthority, requireSuitableForm } from './discipline-form';

const ofCase = { case: field.case };
const form = field.enum(DISCIPLINE_FORMS);

export const disciplineCommands = {
  ProposeDiscipline: onCase({
    fields: { ...ofCase, form },
    authority: { roles: INSPECTORS, standing: AT_OR_ABOVE_ANOTHER },
    decide: (data, state, context) =>
      decidedUnless(
        firstRefusal(
          requireConfirmed(state),
          requireUndecided(state, context),
          requireSuitableForm(data.form, state, context),
        ),
        {
          type: 'DisciplineProposed',
          data: {
            ...aboutCase(state),
            form: data.form,
            proposedBy: context.actor.id,
            ...enteredFor(context),
          },
        },
      ),
  }),
  DecideDiscipline: onCase({
    fields: { ...ofCase, form, decidedBy: field.organisation },
    authority: { roles: INSPECTORS, standing: AT_OR_ABOVE_ANOTHER },
    decide: (data, state, context) =>
      decidedUnless(
        firstRefusal(
          requireConfirmed(state),
          requireUndecided(state, context, data.decidedBy),
          requireSuitableForm(data.form, state, context),
          requireDisciplinaryAuthority(data.form, data.decidedBy, state, context),
        ),
        {
          type: 'DisciplineDecided',
          data: {
            ...aboutCase(state),
            form: data.form,
            decidedBy: data.decidedBy,
            signedBy: context.actor.id,
            ...enteredFor(context),
            announceBy: announceByOf(data.decidedBy, context),
          },
        },
      ),
  }),
  AnnounceDiscipline: onCase({
    fields: ofCase,
    authority: { roles: INSPECTORS, standing: AT_OR_ABOVE_ANOTHER },
    decide(_, state, { effectiveAt }) {
      const { discipline } = state;
      const announced = discipline.status !== 'NONE' && discipline.announcedAt !== undefined;
      return decidedUnless(
        firstRefusal(
          requireThat(discipline.status === 'STANDING', 'DISCIPLINE_NOT_DECIDED', {
            case: state.case,
          }),
          requireThat(!announced, 'ALREADY_DONE', {
            subject: ['discipline', state],
            state: 'ANNOUNCED',
          }),
        ),
        {
          type: 'DisciplineAnnounced',
          data: { ...aboutCase(state), endsOn: endsOnFrom(effectiveAt) },
        },
      );
    },
  }),
  ExpireDiscipline: onCase({
    fields: ofCase,
    authority: { roles: SUPERVISORS, standing: ABOVE },
    decide: (_, state, context) =>
      decidedUnless(requireRunOut(state, context), {
        type: 'DisciplineExpired',
        data: aboutCase(state),
      }),
  }),
  /** Rights are restored when the discipline has ended, or never should have been. */
  RestoreRights: onCase({
    fields: ofCase,
    authority: { roles: INSPECTORS, standing: AT_OR_ABOVE_ANOTHER },
    decide(_, state) {
      const { status } = state.discipline;
      return decidedUnless(
        firstRefusal(
          requireThat(status !== 'NONE', 'DISCIPLINE_NOT_DECIDED', { case: state.case }),
          requireThat(status !== 'STANDING', 'DISCIPLINE_NOT_ENDED', { case: state.case }),
          requireThat(!state.rightsRestored, 'ALREADY_DONE', {
            subject: ['case', state],
            state: 'RIGHTS_RESTORED',
          }),
        ),
        { type: 'RightsRestored', data: aboutCase(state) },
      );
    },
  }),
};

/**
 * Nothing decided, or annulled, or contested: whoever decides anew while a complaint is pending
 * answers the complaint, and may not have handled the case.
 */
function requireUndecided(
  state: KnownCase,
  context: DecisionContext,
  decidedBy?: string,
): Requirement {
  const { discipline } = state;
  if (discipline.status === 'NONE' || discipline.status === 'ANNULLED') return undefined;
  return firstRefusal(
    requireThat(discipline.complaint === 'PENDING', 'DISCIPLINE_ALREADY_DECIDED', {
      case: state.case,
    }),
    decidedBy === undefined ? undefined : requireImpartial(decidedBy, state, context),
  );
}

function requireRunOut(state: KnownCase, context: DecisionContext): Requirement {
  const { discipline } = state;
  if (discipline.status !== 'STANDING') {
    return refusal('DISCIPLINE_NOT_DECIDED', {
      case: state.case,
      details: { status: discipline.status },
    });
  }
  if (discipline.announcedAt === undefined || discipline.complaint === 'PENDING') {
    return refusal('DISCIPLINE_NOT_ENDED', { case: state.case });
  }
  const { announcedAt } = discipline;
  const unextended = discipline.endsOn ?? endsOnFrom(announcedAt);
  const endsOn = endOfDiscipline(unextended, announcedAt, state, context);
  return requireThat(
    compareInstants(context.effectiveAt, startOfDay(endsOn)) >= 0,
    'DISCIPLINE_NOT_ENDED',
    { case: state.case, details: { endsOn } },
  );
}
