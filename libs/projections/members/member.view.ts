import { evolveMember, unknownMember } from '#domain';
import type { MemberState } from '#domain';
import { knownBy } from '#projection-engine';
import type { MemberDocument, MemberView } from './member.document';

/** The member as recorded up to a position, or up to now; `undefined` while he or she was unknown. */
export function memberAsOf(
  document: Pick<MemberDocument, 'facts'>,
  position?: bigint,
): MemberView | undefined {
  const facts = knownBy(document.facts, position).map(({ fact }) => fact);
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
  };
}
