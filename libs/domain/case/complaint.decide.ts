import { disciplineRegimeAt } from '../regimes';
import {
  assertNever,
  compareInstants,
  endOfDay,
  laterOf,
  localDateOf,
  monthsAfter,
} from '#vocabulary';
import { requireAuthority } from '../shared/authority';
import type { DecisionContext } from '../shared/context';
import { refused } from '../shared/decision';
import type { Decision } from '../shared/decision';
import { refusal } from '../shared/refusal';
import { decidedUnless, firstRefusal, requireThat } from '../shared/requirements';
import type { Requirement } from '../shared/requirements';
import type { DisciplineForm, OrganisationId } from '#vocabulary';
import type { CaseCommand } from './case.commands';
import type { CaseEvent } from './case.events';
import { caseOf, responsibleFor } from './case.requirements';
import { handlersOf } from './case.state';
import type { KnownCase } from './case.state';
import type { DecidedDiscipline } from './discipline';
import { announceByOf, requireSuitableForm } from './discipline-form';

type ComplaintCommand = Extract<CaseCommand, { type: 'FileComplaint' | 'ResolveComplaint' }>;

type ResolveComplaint = Extract<ComplaintCommand, { type: 'ResolveComplaint' }>;

export function isComplaintCommand(command: CaseCommand): command is ComplaintCommand {
  return command.type === 'FileComplaint' || command.type === 'ResolveComplaint';
}

export function decideComplaint(
  command: ComplaintCommand,
  state: KnownCase,
  context: DecisionContext,
): Decision<CaseEvent> {
  const { discipline } = state;
  if (discipline.status === 'NONE' || discipline.status === 'ANNULLED') {
    return refused(refusal('DISCIPLINE_NOT_DECIDED'));
  }
  switch (command.type) {
    case 'FileComplaint':
      return decidedUnless(
        firstRefusal(
          requireThat(discipline.complaint !== 'PENDING', 'COMPLAINT_PENDING'),
          requireInTime(discipline, context),
        ),
        { type: 'ComplaintFiled', data: caseOf(state) },
      );
    case 'ResolveComplaint':
      return resolve(command, discipline, state, context);
    default:
      return assertNever(command);
  }
}

/** Neither a person nor a body that handled the case so far. */
export function requireImpartial(
  decidedBy: OrganisationId,
  state: KnownCase,
  context: Pick<DecisionContext, 'actor'>,
): Requirement {
  const { discipline } = state;
  return firstRefusal(
    requireThat(!handlersOf(state).includes(context.actor.id), 'PROPOSER_IS_APPROVER'),
    requireThat(
      discipline.status === 'NONE' || discipline.decidedBy !== decidedBy,
      'PROPOSER_IS_APPROVER',
      { field: 'decidedBy', details: { decidedBy } },
    ),
  );
}

/** Counted from when the person learns of the decision: the announcement, or a later answer to a complaint. */
function requireInTime(discipline: DecidedDiscipline, context: DecisionContext): Requirement {
  const { announcedAt, decidedAt } = discipline;
  const from = announcedAt === undefined ? decidedAt : laterOf(announcedAt, decidedAt);
  const known = localDateOf(from);
  const until = monthsAfter(known, disciplineRegimeAt(known).complaintWithinMonths);
  return requireThat(
    compareInstants(context.effectiveAt, endOfDay(until)) <= 0,
    'COMPLAINT_TOO_LATE',
    { details: { until } },
  );
}

function resolve(
  command: ResolveComplaint,
  discipline: DecidedDiscipline,
  state: KnownCase,
  context: DecisionContext,
): Decision<CaseEvent> {
  const { outcome, decidedBy } = command;
  const form = formAfter(command, discipline);
  const obstacle = firstRefusal(
    requireThat(discipline.complaint === 'PENDING', 'COMPLAINT_MISSING'),
    requireConsistentForm(command, discipline),
    form === undefined || outcome !== 'CHANGED'
      ? undefined
      : requireSuitableForm(form, state, context),
    requireImpartial(decidedBy, state, context),
    requireAuthority(decidedBy, responsibleFor(state, context), context),
  );
  return decidedUnless(obstacle, {
    type: 'ComplaintResolved',
    data: {
      ...caseOf(state),
      outcome,
      ...(form === undefined ? {} : { form }),
      decidedBy,
      signedBy: context.actor.id,
      ...(outcome === 'CHANGED' ? { announceBy: announceByOf(decidedBy, context) } : {}),
    },
  });
}

/** The discipline that stands from now on. */
function formAfter(
  { outcome, form }: ResolveComplaint,
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
  { outcome, form }: ResolveComplaint,
  discipline: DecidedDiscipline,
): Requirement {
  const consistent = {
    UPHELD: form === undefined || form === discipline.form,
    CHANGED: form !== undefined && form !== discipline.form,
    ANNULLED: form === undefined,
  }[outcome];
  return requireThat(consistent, 'VALUE_INVALID', { field: 'form', details: { outcome, form } });
}
