import {
  assertNever,
  compareInstants,
  COMPLAINT_OUTCOMES,
  DISCIPLINE_FORMS,
  endOfDay,
  laterOf,
  localDateOf,
  monthsAfter,
} from '#vocabulary';
import type { CaseId, ComplaintOutcome, DisciplineForm, OrganisationId } from '#vocabulary';
import { disciplineRegimeAt } from '../regimes';
import { requireAuthority } from '../shared/authority';
import { commandsAfter } from '../shared/command';
import type { DecisionContext } from '../shared/context';
import { refused } from '../shared/decision';
import { isKnown } from '../shared/facts';
import { field } from '../shared/field';
import { enteredFor } from '../shared/handlers';
import { requireNoneOf } from '../shared/impartial';
import { refusal } from '../shared/refusal';
import { decidedUnless, firstRefusal, requireThat } from '../shared/requirements';
import type { Requirement } from '../shared/requirements';
import { INSPECTORS, SUPERVISORS } from '../shared/roles';
import { ABOVE, AT_OR_ABOVE } from '../shared/standing';
import { aboutCase, responsibleFor } from './case.commands';
import type { CaseEvent } from './case.events';
import { handlersOf } from './case.state';
import type { CaseState, KnownCase } from './case.state';
import { announceByOf, requireSuitableForm } from './discipline-form';
import type { DecidedDiscipline } from './discipline.state';

/** Declares commands about a discipline that was decided, and not annulled. */
const onDiscipline = commandsAfter<
  CaseState,
  CaseEvent,
  Pick<KnownCase, 'case'>,
  { readonly state: KnownCase; readonly discipline: DecidedDiscipline }
>((state, decide, { case: id }) => {
  if (!isKnown(state)) {
    return refused(refusal('NOT_RECORDED', { field: 'case', subject: ['case', { case: id }] }));
  }
  const { discipline } = state;
  return discipline.status === 'NONE' || discipline.status === 'ANNULLED'
    ? refused(refusal('DISCIPLINE_NOT_DECIDED', { case: id }))
    : decide({ state, discipline });
});

export const complaintCommands = {
  FileComplaint: onDiscipline({
    fields: { case: field.case },
    authority: { roles: INSPECTORS, standing: AT_OR_ABOVE },
    decide: (_, { state, discipline }, context) =>
      decidedUnless(
        firstRefusal(
          requireThat(discipline.complaint !== 'PENDING', 'COMPLAINT_PENDING', {
            case: state.case,
          }),
          requireInTime(state.case, discipline, context),
        ),
        { type: 'ComplaintFiled', data: aboutCase(state) },
      ),
  }),
  ResolveComplaint: onDiscipline({
    fields: {
      case: field.case,
      outcome: field.enum(COMPLAINT_OUTCOMES),
      form: field.optional(field.enum(DISCIPLINE_FORMS)),
      violationStands: field.optional(field.boolean),
      decidedBy: field.organisation,
    },
    authority: { roles: SUPERVISORS, standing: ABOVE },
    decide(data, { state, discipline }, context) {
      const { outcome, violationStands, decidedBy } = data;
      const form = formAfter(data, discipline);
      const obstacle = firstRefusal(
        requireThat(discipline.complaint === 'PENDING', 'COMPLAINT_MISSING', { case: state.case }),
        requireConsistentForm(data, discipline),
        requireSaidOfViolation(data),
        form === undefined || outcome !== 'CHANGED'
          ? undefined
          : requireSuitableForm(form, state, context),
        requireImpartial(decidedBy, state, context),
        requireAuthority(decidedBy, responsibleFor(state, context), context),
      );
      return decidedUnless(obstacle, {
        type: 'ComplaintResolved',
        data: {
          ...aboutCase(state),
          outcome,
          ...(form === undefined ? {} : { form }),
          ...(violationStands === undefined ? {} : { violationStands }),
          decidedBy,
          signedBy: context.actor.id,
          ...enteredFor(context),
          ...(outcome === 'CHANGED' ? { announceBy: announceByOf(decidedBy, context) } : {}),
        },
      });
    },
  }),
};

interface Resolution {
  readonly outcome: ComplaintOutcome;
  readonly form?: DisciplineForm;
  readonly violationStands?: boolean;
}

/** Who annuls a discipline says whether there was a violation all the same; nobody else does. */
function requireSaidOfViolation({ outcome, violationStands }: Resolution): Requirement {
  const isSaid = violationStands !== undefined;
  return requireThat(isSaid === (outcome === 'ANNULLED'), 'VALUE_INVALID', {
    field: 'violationStands',
    value: String(violationStands ?? ''),
    details: { outcome },
  });
}

/** Neither a person nor a body that handled the case so far. */
export function requireImpartial(
  decidedBy: OrganisationId,
  state: KnownCase,
  context: Pick<DecisionContext, 'actor' | 'enteredBy'>,
): Requirement {
  const { discipline } = state;
  return firstRefusal(
    requireNoneOf(handlersOf(state), ['case', state], context),
    requireThat(
      discipline.status === 'NONE' || discipline.decidedBy !== decidedBy,
      'PROPOSER_IS_APPROVER',
      {
        field: 'decidedBy',
        handler: decidedBy,
        subject: ['case', state],
        details: { decidedBy },
      },
    ),
  );
}

/** Counted from when the person learns of the decision: the announcement, or a later answer to a complaint. */
function requireInTime(
  id: CaseId,
  discipline: DecidedDiscipline,
  context: DecisionContext,
): Requirement {
  const { announcedAt, decidedAt } = discipline;
  const from = announcedAt === undefined ? decidedAt : laterOf(announcedAt, decidedAt);
  const known = localDateOf(from);
  const until = monthsAfter(known, disciplineRegimeAt(known).complaintWithinMonths);
  return requireThat(
    compareInstants(context.effectiveAt, endOfDay(until)) <= 0,
    'COMPLAINT_TOO_LATE',
    { case: id, until },
  );
}

/** The discipline that stands from now on. */
function formAfter(
  { outcome, form }: Resolution,
  discipline: DecidedDiscipline,
): DisciplineForm | undefined {
  switch (outcome) {
    case 'UPHELD':
      return discipline.form;
    case 'CHANGED':
      return form;
    case 'ANNULLED':
      return undefined;
    default:
      return assertNever(outcome);
  }
}

/** A changed discipline has another form, an upheld one the same, an annulled one none. */
function requireConsistentForm(
  { outcome, form }: Resolution,
  discipline: DecidedDiscipline,
): Requirement {
  const consistent = {
    UPHELD: form === undefined || form === discipline.form,
    CHANGED: form !== undefined && form !== discipline.form,
    ANNULLED: form === undefined,
  }[outcome];
  return requireThat(consistent, 'VALUE_INVALID', {
    field: 'form',
    value: form ?? '',
    details: { outcome, form },
  });
}
