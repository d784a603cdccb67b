import { memberOrganisationAt } from '../member/member.state';
import { commandsAfter } from '../shared/command';
import type { DecisionContext } from '../shared/context';
import { refused } from '../shared/decision';
import { isKnown } from '../shared/facts';
import { refusal } from '../shared/refusal';
import { requireThat } from '../shared/requirements';
import type { Requirement } from '../shared/requirements';
import type { CaseId, MemberId, OrganisationId } from '#vocabulary';
import type { CaseEvent } from './case.events';
import type { CaseState, KnownCase } from './case.state';

/** What every fact of a case says of it. */
export function aboutCase({ case: id, organisation, member }: KnownCase): {
  readonly case: CaseId;
  readonly organisation: OrganisationId;
  readonly member?: MemberId;
} {
  return { case: id, organisation, ...(member === undefined ? {} : { member }) };
}

export function requireConfirmed(state: KnownCase): Requirement {
  return requireThat(state.conclusion?.confirmed === true, 'CASE_NOT_CONFIRMED', {
    case: state.case,
  });
}

/**
 * Above whom a body stands that decides in the case: the organisation to which the violation is
 * attributed and, once a member has moved on, the one where he or she is now.
 */
export function responsibleFor(
  { organisation, member }: KnownCase,
  context: Pick<DecisionContext, 'member' | 'effectiveAt'>,
): readonly OrganisationId[] {
  const now =
    member === undefined
      ? undefined
      : memberOrganisationAt(context.member(member), context.effectiveAt);
  return [...new Set([organisation, now ?? organisation])];
}

/** Declares commands about a case that there is. */
export const onCase = commandsAfter<CaseState, CaseEvent, Pick<KnownCase, 'case'>, KnownCase>(
  (state, decide, key) =>
    isKnown(state)
      ? decide(state)
      : refused(refusal('NOT_RECORDED', { field: 'case', subject: ['case', key] })),
);
