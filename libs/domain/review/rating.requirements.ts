import { isRateable, memberStatusAt } from '../member/member.state';
import { earlierOf, endOfYear } from '#vocabulary';
import type { DecisionContext } from '../shared/context';
import { refusal } from '../shared/refusal';
import { firstRefusal, requireKnownMember, requireThat } from '../shared/requirements';
import type { Requirement } from '../shared/requirements';
import type { MemberId } from '#vocabulary';

/** Official or probationary at the end of the year, or now if it is not over. */
export function requireRateable(
  member: MemberId,
  year: number,
  context: DecisionContext,
): Requirement {
  const at = earlierOf(context.effectiveAt, endOfYear(year));
  const status = memberStatusAt(context.member(member), at);
  const about = { field: 'member', member, at };
  if (status === undefined) {
    return firstRefusal(
      requireKnownMember(member, context),
      refusal('MEMBER_NOT_EXISTING_THEN', about),
    );
  }
  return requireThat(isRateable(status), 'MEMBER_NOT_RATEABLE', {
    ...about,
    state: status,
    details: { status },
  });
}
