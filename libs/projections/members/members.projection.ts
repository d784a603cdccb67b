import type { MemberId } from '#vocabulary';
import type { MemberEvent } from '#domain';
import { documentId, modelOf, ownFact, projectionOf, withWithdrawn } from '#projection-engine';
import type { MemberDocument, MemberFact } from './member.document';
import { memberAsOf } from './member.view';

export const MEMBERS = 'members';

export function memberDocumentId(member: MemberId): string {
  return documentId(member);
}

/** Members over time, by pseudonymous id. */
export const membersProjection = projectionOf('members', 1, [
  modelOf<MemberDocument, MemberEvent['type']>({
    collection: {
      name: MEMBERS,
      indexes: [
        { name: 'organisation', fields: [{ path: 'current.organisation' }, { path: 'member' }] },
        {
          name: 'status',
          fields: [
            { path: 'current.organisation' },
            { path: 'current.status' },
            { path: 'member' },
          ],
        },
        { name: 'residence', fields: [{ path: 'current.residence' }, { path: 'member' }] },
      ],
    },
    takes: {
      MemberAdmitted: true,
      MemberMadeOfficial: true,
      MemberTransferred: true,
      MemberExempted: true,
      MemberSuspended: true,
      MemberResumed: true,
      MemberLeft: true,
      ResidenceLinked: true,
    },
    idsOf: (event) => [memberDocumentId(event.data.member)],
    apply: (document, event) =>
      withFact(document ?? { member: event.data.member, known: false, facts: [] }, event),
    correct: ({ member, facts }, correction) => standing(member, withWithdrawn(facts, correction)),
  }),
]);

function withFact(document: MemberDocument, event: MemberFact): MemberDocument {
  return standing(document.member, [...document.facts, ownFact(event)]);
}

/** Also of a member whose admission was withdrawn: there still is a past to tell. */
function standing(member: MemberId, facts: MemberDocument['facts']): MemberDocument {
  const view = memberAsOf({ facts });
  const organisation = view?.organisations.at(-1)?.value;
  const status = view?.statuses.at(-1)?.value;
  if (organisation === undefined || status === undefined) return { member, known: false, facts };
  const residence = view?.residences.at(-1)?.value ?? null;
  return { member, known: true, facts, current: { organisation, status, residence } };
}
