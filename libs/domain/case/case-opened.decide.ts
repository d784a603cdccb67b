import { existedAt } from '../organisation';
import { compareInstants, endOfDay, startOfDay } from '#vocabulary';
import { dataOf } from '../shared/command';
import type { DecisionContext } from '../shared/context';
import type { Decision } from '../shared/decision';
import {
  decidedUnless,
  firstRefusal,
  requireKnownMember,
  requireOrganisation,
  requireThat,
  requireWithin,
} from '../shared/requirements';
import type { Requirement } from '../shared/requirements';
import type { CaseCommand } from './case.commands';
import type { CaseEvent } from './case.events';
import type { CaseState } from './case.state';

type OpenCase = Extract<CaseCommand, { type: 'OpenCase' }>;

const PROHIBITED_THINGS = 19;

export function decideCaseOpened(
  command: OpenCase,
  state: CaseState,
  context: DecisionContext,
): Decision<CaseEvent> {
  const { member, occurredOn } = command;
  const obstacle = firstRefusal(
    requireThat(state.status === 'UNKNOWN', 'ALREADY_EXISTS', { field: 'case' }),
    requireThat(compareInstants(startOfDay(occurredOn), context.now) <= 0, 'EFFECTIVE_IN_FUTURE', {
      field: 'occurredOn',
    }),
    requireProhibitedThing(command),
    requireOrganisationOn(command, context),
    member === undefined ? undefined : requireKnownMember(member, context),
  );
  return decidedUnless(obstacle, { type: 'CaseOpened', data: dataOf(command) });
}

/** Prohibited things are prohibited to members; an organisation's violation is another matter. */
function requireProhibitedThing({ prohibitedThing, member }: OpenCase): Requirement {
  if (prohibitedThing === undefined) return undefined;
  return firstRefusal(
    requireWithin(prohibitedThing, 1, PROHIBITED_THINGS, 'prohibitedThing'),
    requireThat(member !== undefined, 'VALUE_INVALID', { field: 'prohibitedThing' }),
  );
}

/** The violation has a date and no hour: it may fall on the first or the last day of an organisation. */
function requireOrganisationOn(
  { organisation, occurredOn }: OpenCase,
  context: DecisionContext,
): Requirement {
  return existedAt(context.organisation(organisation), startOfDay(occurredOn))
    ? undefined
    : requireOrganisation(organisation, context, 'organisation', endOfDay(occurredOn));
}
