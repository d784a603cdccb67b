import { assertNever, compareInstants, startOfDay } from '#vocabulary';
import type { DecisionContext } from '../shared/context';
import type { Decision } from '../shared/decision';
import { decidedUnless, firstRefusal, requireThat } from '../shared/requirements';
import type { Requirement } from '../shared/requirements';
import type { CaseCommand } from './case.commands';
import type { CaseEvent } from './case.events';
import { caseOf, requireConfirmed } from './case.requirements';
import type { KnownCase } from './case.state';
import { requireImpartial } from './complaint.decide';
import { endOfDiscipline, endsOnFrom } from './discipline-end';
import { announceByOf, requireDisciplinaryAuthority, requireSuitableForm } from './discipline-form';

const DISCIPLINE_COMMANDS = [
  'ProposeDiscipline',
  'DecideDiscipline',
  'AnnounceDiscipline',
  'ExpireDiscipline',
  'RestoreRights',
] as const;

type DisciplineCommand = Extract<CaseCommand, { type: (typeof DISCIPLINE_COMMANDS)[number] }>;

type Of<Type extends DisciplineCommand['type']> = Extract<DisciplineCommand, { type: Type }>;

export function isDisciplineCommand(command: CaseCommand): command is DisciplineCommand {
  return DISCIPLINE_COMMANDS.some((type) => type === command.type);
}

export function decideDiscipline(
  command: DisciplineCommand,
  state: KnownCase,
  context: DecisionContext,
): Decision<CaseEvent> {
  switch (command.type) {
    case 'ProposeDiscipline':
      return propose(command, state, context);
    case 'DecideDiscipline':
      return decide(command, state, context);
    case 'AnnounceDiscipline':
      return announce(state, context);
    case 'ExpireDiscipline':
      return expire(state, context);
    case 'RestoreRights':
      return restoreRights(state);
    default:
      return assertNever(command);
  }
}

function propose(
  { form }: Of<'ProposeDiscipline'>,
  state: KnownCase,
  context: DecisionContext,
): Decision<CaseEvent> {
  const obstacle = firstRefusal(
    requireConfirmed(state),
    requireUndecided(state, context),
    requireSuitableForm(form, state, context),
  );
  return decidedUnless(obstacle, {
    type: 'DisciplineProposed',
    data: { ...caseOf(state), form, proposedBy: context.actor.id },
  });
}

function decide(
  { form, decidedBy }: Of<'DecideDiscipline'>,
  state: KnownCase,
  context: DecisionContext,
): Decision<CaseEvent> {
  const obstacle = firstRefusal(
    requireConfirmed(state),
    requireUndecided(state, context, decidedBy),
    requireSuitableForm(form, state, context),
    requireDisciplinaryAuthority(form, decidedBy, state, context),
  );
  return decidedUnless(obstacle, {
    type: 'DisciplineDecided',
    data: {
      ...caseOf(state),
      form,
      decidedBy,
      signedBy: context.actor.id,
      announceBy: announceByOf(decidedBy, context),
    },
  });
}

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
    requireThat(discipline.complaint === 'PENDING', 'DISCIPLINE_ALREADY_DECIDED'),
    decidedBy === undefined ? undefined : requireImpartial(decidedBy, state, context),
  );
}

function announce(state: KnownCase, context: DecisionContext): Decision<CaseEvent> {
  const { discipline } = state;
  const obstacle = firstRefusal(
    requireThat(discipline.status === 'STANDING', 'DISCIPLINE_NOT_DECIDED'),
    requireThat(
      discipline.status === 'NONE' || discipline.announcedAt === undefined,
      'ALREADY_DONE',
    ),
  );
  return decidedUnless(obstacle, {
    type: 'DisciplineAnnounced',
    data: { ...caseOf(state), endsOn: endsOnFrom(context.effectiveAt) },
  });
}

function expire(state: KnownCase, context: DecisionContext): Decision<CaseEvent> {
  return decidedUnless(requireRunOut(state, context), {
    type: 'DisciplineExpired',
    data: caseOf(state),
  });
}

function requireRunOut(state: KnownCase, context: DecisionContext): Requirement {
  const { discipline } = state;
  if (discipline.status !== 'STANDING') {
    return requireThat(false, 'DISCIPLINE_NOT_DECIDED', { details: { status: discipline.status } });
  }
  if (discipline.announcedAt === undefined || discipline.complaint === 'PENDING') {
    return requireThat(false, 'DISCIPLINE_NOT_ENDED');
  }
  const { announcedAt } = discipline;
  const unextended = discipline.endsOn ?? endsOnFrom(announcedAt);
  const endsOn = endOfDiscipline(unextended, announcedAt, state, context);
  return requireThat(
    compareInstants(context.effectiveAt, startOfDay(endsOn)) >= 0,
    'DISCIPLINE_NOT_ENDED',
    { details: { endsOn } },
  );
}

/** Rights are restored when the discipline has ended, or never should have been. */
function restoreRights(state: KnownCase): Decision<CaseEvent> {
  const { status } = state.discipline;
  const obstacle = firstRefusal(
    requireThat(status !== 'NONE', 'DISCIPLINE_NOT_DECIDED'),
    requireThat(status !== 'STANDING', 'DISCIPLINE_NOT_ENDED'),
    requireThat(!state.rightsRestored, 'ALREADY_DONE'),
  );
  return decidedUnless(obstacle, { type: 'RightsRestored', data: caseOf(state) });
}
