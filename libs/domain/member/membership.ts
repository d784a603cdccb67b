import type { Instant, MemberId, OrganisationId } from '#vocabulary';
import type { DecisionContext } from '../shared/context';
import { carriedOnBy } from '../shared/standing';
import { memberOrganisationAt } from './member.state';

type Registers = Pick<DecisionContext, 'member' | 'organisation'>;

/**
 * Where somebody is a member: of an organisation that was merged, from that day on of the one that
 * carries on, without a transfer (criteria.md, section 3).
 */
export function membersOrganisationAt(
  member: MemberId,
  at: Instant,
  registers: Registers,
): OrganisationId | undefined {
  const recorded = memberOrganisationAt(registers.member(member), at);
  return recorded === undefined ? undefined : carriedOnBy(recorded, at, registers);
}
