import { compareInstants, evolveMember, localDateOf, unknownMember } from '#domain';
import { effectiveOf } from '../recorded';
import type { RecordedFact } from '../runner';
import type { MemberDocument, MemberEntry } from './documents';
import { refOf, withEntry, withMember } from './entries';

export const unknownMemberDocument: MemberDocument = {
  kind: 'member',
  state: unknownMember,
  statusEvents: [],
  ratings: {},
  pledges: {},
  everIn: [],
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
        state: evolveMember(document.state, effectiveOf(event)),
        statusEvents: [...document.statusEvents, { since, event: refOf(event) }],
        everIn:
          event.type === 'MemberAdmitted'
            ? withMember(document.everIn, event.data.organisation)
            : document.everIn,
      };
    }
    case 'MemberTransferred':
      return {
        ...document,
        state: evolveMember(document.state, effectiveOf(event)),
        everIn: withMember(document.everIn, event.data.to),
      };
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

/** The member as the organisations he or she was ever recorded in see him or her. */
export function entryOf(document: MemberDocument, position: bigint): MemberEntry | undefined {
  const { state } = document;
  if (state.status !== 'ADMITTED') return undefined;
  return {
    position: position.toString(),
    places: state.organisations.map((place) => ({
      from: localDateOf(place.since),
      organisation: place.value,
    })),
    statuses: state.statuses.map((status) => {
      const event = document.statusEvents.findLast(
        ({ since }) => compareInstants(since, status.since) === 0,
      )?.event;
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
