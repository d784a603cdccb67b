import { compareInstants, localDateOf } from '#vocabulary';
import type { CampaignId, OrganisationId } from '#vocabulary';
import { evolveMember, unknownMember } from '#domain';
import type { EvidenceRef } from '#criteria';
import { effectiveOf } from '#projection-engine';
import type { RecordedFact } from '#projection-engine';
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
        ratings: withEntry(document.ratings, memberRatingKey(event.data), {
          level: event.data.level,
          event: refOf(event),
        }),
      };
    case 'PledgeSigned':
      return {
        ...document,
        pledges: withEntry(document.pledges, memberPledgeKey(event.data), refOf(event)),
      };
    case 'PledgeWithdrawn':
      return {
        ...document,
        pledges: withEntry(document.pledges, memberPledgeKey(event.data), undefined),
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
    ratings: lastOfYears(document.ratings, ({ event }) => event),
    pledges: lastOfYears(document.pledges, (event) => event),
  };
}

/** By year and the organisation that rated: two may have, when a member moved. */
export function memberRatingKey(about: {
  readonly year: number;
  readonly organisation: OrganisationId;
}): string {
  return `${about.year}/${about.organisation}`;
}

/** By year and campaign: a member's pledges do not exclude each other. */
export function memberPledgeKey(about: {
  readonly year: number;
  readonly campaign: CampaignId;
}): string {
  return `${about.year}/${about.campaign}`;
}

/** Of several of a year, the one recorded last is the one that counts. */
function lastOfYears<Value>(
  values: Readonly<Record<string, Value>>,
  eventOf: (value: Value) => EvidenceRef,
): Readonly<Record<string, Value>> {
  const last = new Map<string, Value>();
  for (const [key, value] of Object.entries(values)) {
    const year = key.slice(0, key.indexOf('/'));
    const other = last.get(year);
    const isLater =
      other === undefined || BigInt(eventOf(value).position) > BigInt(eventOf(other).position);
    if (isLater) last.set(year, value);
  }
  return Object.fromEntries(last);
}
