import { evolveMember, unknownMember } from '#domain';
import type { MemberState } from '#domain';
import { knownBy } from '#projection-engine';
import type { MemberDocument, MemberView, SealedIdentity } from './member.document';

/** The member as recorded up to a position, or up to now; `undefined` while he or she was unknown. */
export function memberAsOf(
  document: Pick<MemberDocument, 'facts'>,
  position?: bigint,
): MemberView | undefined {
  const known = knownBy(document.facts, position);
  const facts = known.map(({ fact }) => fact);
  const identity = identityIn(known);
  const state = facts.reduce<MemberState>(evolveMember, unknownMember);
  const admitted = facts.find((fact) => fact.type === 'MemberAdmitted');
  const official = facts.findLast((fact) => fact.type === 'MemberMadeOfficial');
  if (state.status === 'UNKNOWN' || admitted === undefined) return undefined;
  return {
    member: state.member,
    organisations: state.organisations,
    statuses: state.statuses,
    residences: state.residence,
    admittedOn: admitted.data.admittedOn,
    ...(official === undefined ? {} : { officialOn: official.data.officialOn }),
    ...(identity && { identity }),
  };
}

/** The one that was recorded last, by the order of recording: an erasure is for all before it. */
function identityIn(known: MemberDocument['facts']): SealedIdentity | undefined {
  for (const { event, recordedAt, fact } of known.toReversed()) {
    if (fact.type === 'MemberIdentityErased') return { state: 'ERASED', recordedAt };
    if (fact.type === 'MemberIdentityRecorded') {
      return { state: 'RECORDED', sealed: fact.data.sealed, event, recordedAt };
    }
  }
  return undefined;
}
