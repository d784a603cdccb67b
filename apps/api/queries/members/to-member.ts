import { memberAsOf } from '#projections';
import type { MemberDocument } from '#projections';
import type { MemberType } from './member.types';

/** `undefined` for one whose admission was withdrawn. */
export function toMember(
  document: MemberDocument,
  projectedThrough: string,
): MemberType | undefined {
  const view = memberAsOf(document);
  const organisation = view?.organisations.at(-1)?.value;
  const status = view?.statuses.at(-1)?.value;
  if (view === undefined || organisation === undefined || status === undefined) return undefined;
  const { member: id, identity: sealedIdentity, ...rest } = view;
  return { id, organisationId: organisation, status, ...rest, sealedIdentity, projectedThrough };
}
