import { evolveMember, localDateOf, unknownMember, valueAt } from '#domain';
import type { MemberId, OrganisationId } from '#domain';
import type { RecordedFact } from '../runner/projection';
import type { MemberDocument, MemberEntry } from './documents';
import { asEffective, refOf, withEntry } from './recorded';

export const unknownMemberDocument: MemberDocument = {
  kind: 'member',
  state: unknownMember,
  statusEvents: [],
  ratings: {},
  pledges: {},
};

export function applyToMember(document: MemberDocument, event: RecordedFact): MemberDocument {
  switch (event.type) {
    case 'MemberAdmitted':
    case 'MemberMadeOfficial':
    case 'MemberExempted':
    case 'MemberSuspended':
    case 'MemberResumed':
    case 'MemberLeft': {
      const since = event.metadata.effectiveAt;
      return {
        ...document,
        state: evolveMember(document.state, asEffective(event)),
        statusEvents: [...document.statusEvents, { since, event: refOf(event) }],
      };
    }
    case 'MemberTransferred':
      return { ...document, state: evolveMember(document.state, asEffective(event)) };
    case 'MemberRatingDecided':
    case 'RatingRevised':
      return {
        ...document,
        ratings: withEntry(document.ratings, String(event.data.year), {
          level: event.data.level,
          event: refOf(event),
        }),
      };
    case 'PledgeSigned':
      return {
        ...document,
        pledges: withEntry(document.pledges, String(event.data.year), refOf(event)),
      };
    case 'PledgeWithdrawn':
      return {
        ...document,
        pledges: withEntry(document.pledges, String(event.data.year), undefined),
      };
    default:
      return document;
  }
}

/** The organisations that have to know of the member: all he or she ever belonged to. */
export function organisationsOf(document: MemberDocument): readonly OrganisationId[] {
  if (document.state.status !== 'ADMITTED') return [];
  return [...new Set(document.state.organisations.map((place) => place.value))];
}

export function entryOf(document: MemberDocument, position: bigint): MemberEntry | undefined {
  const { state } = document;
  if (state.status !== 'ADMITTED') return undefined;
  const eventsBySince = document.statusEvents.map((one) => ({ since: one.since, value: one.event }));
  return {
    position: position.toString(),
    places: state.organisations.map((place) => ({
      from: localDateOf(place.since),
      organisation: place.value,
    })),
    statuses: state.statuses.map((status) => {
      const event = valueAt(eventsBySince, status.since);
      return {
        from: localDateOf(status.since),
        status: status.value,
        ...(event === undefined ? {} : { event }),
      };
    }),
    ratings: document.ratings,
    pledges: document.pledges,
  };
}

export type MembersOf = Readonly<Record<MemberId, MemberEntry>>;
