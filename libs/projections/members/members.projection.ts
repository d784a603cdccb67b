import type { MemberId } from '#vocabulary';
import { documentId, modelOf, ownFact, projectionOf, withWithdrawn } from '#projection-engine';
import type { MemberDocument, MemberFact } from './member.document';
import { memberAsOf } from './member.view';

export const MEMBERS = 'members';

export function memberDocumentId(member: MemberId): string {
  return documentId(member);
}

/** Members over time, by pseudonymous id. */
export const membersProjection = projectionOf('members', 2, [
  modelOf<MemberDocument>()({
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
    idsOf: ({ data }) => [memberDocumentId(data.member)],
    begin: ({ data }) => ({ member: data.member, known: false, facts: [] }),
    takes: {
      MemberAdmitted: withFact,
      MemberMadeOfficial: withFact,
      MemberTransferred: withFact,
      MemberExempted: withFact,
      MemberSuspended: withFact,
      MemberResumed: withFact,
      MemberLeft: withFact,
      ResidenceLinked: withFact,
      MemberIdentityRecorded: withFact,
      MemberIdentityErased: withFact,
    },
    derive: standing,
    correct: (document, correction) => ({
      ...document,
      facts: withWithdrawn(document.facts, correction),
    }),
  }),
]);

function withFact(document: MemberDocument, event: MemberFact): MemberDocument {
  return { ...document, facts: [...document.facts, ownFact(event)] };
}

/** Also of a member whose admission was withdrawn: there still is a past to tell. */
function standing({ member, facts }: MemberDocument): MemberDocument {
  const view = memberAsOf({ facts });
  const organisation = view?.organisations.at(-1)?.value;
  const status = view?.statuses.at(-1)?.value;
  if (organisation === undefined || status === undefined) return { member, known: false, facts };
  const residence = view?.residences.at(-1)?.value ?? null;
  return { member, known: true, facts, current: { organisation, status, residence } };
}
