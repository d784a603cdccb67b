import { compareInstants } from '#vocabulary';
import type { Instant, MemberId, OrganisationId } from '#vocabulary';
import type { DecisionContext } from '../shared/context';
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

function carriedOnBy(
  organisation: OrganisationId,
  at: Instant,
  registers: Pick<Registers, 'organisation'>,
): OrganisationId {
  const passed = new Set<OrganisationId>();
  let current = organisation;
  for (;;) {
    const state = registers.organisation(current);
    if (state?.status !== 'ESTABLISHED') return current;
    const { endedAt, mergedInto } = state;
    const isOver = endedAt !== undefined && compareInstants(endedAt, at) <= 0;
    if (!isOver || mergedInto === undefined || passed.has(mergedInto)) return current;
    passed.add(current);
    current = mergedInto;
  }
}
