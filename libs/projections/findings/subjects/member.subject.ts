import type { Instant, MemberId, OrganisationId } from '#vocabulary';
import {
  evolveMember,
  hasLeft,
  isRateable,
  memberOrganisationAt,
  memberStatusAt,
  unknownMember,
} from '#domain';
import type { MemberState } from '#domain';
import { effectiveOf } from '#projection-engine';
import type { FactOfType } from '#projection-engine';
import { recalled } from '../../facts';
import type { KeptFact } from '../../facts';

type MemberFact = FactOfType<
  | 'MemberAdmitted'
  | 'MemberMadeOfficial'
  | 'MemberTransferred'
  | 'MemberExempted'
  | 'MemberSuspended'
  | 'MemberResumed'
  | 'MemberLeft'
>;

/** What a member was, and where, as some facts tell it. */
export function memberIn(facts: readonly KeptFact[]): MemberState {
  return facts
    .map(recalled)
    .filter(isOfMember)
    .reduce<MemberState>((state, event) => evolveMember(state, effectiveOf(event)), unknownMember);
}

/** All who were ever recorded to have come into an organisation, and what was recorded of them in it. */
export function factsOfMembers(
  organisation: OrganisationId,
  entries: readonly KeptFact[],
): ReadonlyMap<MemberId, readonly KeptFact[]> {
  const facts = new Map<MemberId, KeptFact[]>();
  for (const fact of entries) {
    const event = recalled(fact);
    if (!isOfMember(event)) continue;
    const { member } = event.data;
    const before = facts.get(member);
    if (before) before.push(fact);
    else if (comesInto(organisation, event)) facts.set(member, [fact]);
  }
  return facts;
}

/** Wherever a member was, as was ever said of him. */
export function organisationsEverOf(facts: readonly KeptFact[]): readonly OrganisationId[] {
  const named = facts
    .map(recalled)
    .filter(isOfMember)
    .flatMap(({ data }) => ('from' in data ? [data.from, data.to] : [data.organisation]));
  return [...new Set(named)];
}

export function isTransferred(facts: readonly KeptFact[]): boolean {
  return facts.some(({ type }) => type === 'MemberTransferred');
}

/** Of an organisation on a day: those of whom attendance is expected, and those of whom it may be. */
export interface MembersThen {
  readonly least: number;
  readonly most: number;
}

/** Exempted members are not expected; of suspended ones a register may say either. */
export function countAt(
  members: readonly MemberState[],
  organisation: OrganisationId,
  at: Instant,
): MembersThen {
  const present = members
    .filter((member) => memberOrganisationAt(member, at) === organisation)
    .flatMap((member) => memberStatusAt(member, at) ?? [])
    .filter((status) => !hasLeft(status) && status !== 'EXEMPTED');
  return { least: present.filter(isRateable).length, most: present.length };
}

function comesInto(organisation: OrganisationId, { type, data }: MemberFact): boolean {
  switch (type) {
    case 'MemberAdmitted':
      return data.organisation === organisation;
    case 'MemberTransferred':
      return data.to === organisation;
    default:
      return false;
  }
}

function isOfMember(event: ReturnType<typeof recalled>): event is MemberFact {
  switch (event.type) {
    case 'MemberAdmitted':
    case 'MemberMadeOfficial':
    case 'MemberTransferred':
    case 'MemberExempted':
    case 'MemberSuspended':
    case 'MemberResumed':
    case 'MemberLeft':
      return true;
    default:
      return false;
  }
}
