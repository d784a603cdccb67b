import { evolveMember, unknownMember } from '#domain';
import type { MemberState } from '#domain';
import type { EvidenceRef } from '#criteria';
import { effectiveOf } from '#projection-engine';
import type { FactOfType } from '#projection-engine';
import type { CampaignId, Instant, MemberId, OrganisationId, RatingLevel } from '#vocabulary';
import { refOf, withEntry, withMember } from './entries';
import { partOf } from './kept';
import type { FactsSubject } from './keys';

export interface RatingFact {
  readonly level: RatingLevel;
  readonly event: EvidenceRef;
}

/** All that counts about a member, wherever it happened. */
export interface MemberDocument {
  readonly kind: 'member';
  readonly member: MemberId;
  readonly state: MemberState;
  /** What made each status, by the time it holds from. */
  readonly statusEvents: readonly { readonly since: Instant; readonly event: EvidenceRef }[];
  /** By year and the organisation that rated: two may have, when a member moved. */
  readonly ratings: Readonly<Record<string, RatingFact>>;
  /** Signed personal pledges by year and campaign: a member's pledges do not exclude each other. */
  readonly pledges: Readonly<Record<string, EvidenceRef>>;
  /** Every organisation he or she was ever recorded in: also where a later fact says it never was so. */
  readonly everIn: readonly OrganisationId[];
}

export function unknownMemberDocument(member: MemberId): MemberDocument {
  return {
    kind: 'member',
    member,
    state: unknownMember,
    statusEvents: [],
    ratings: {},
    pledges: {},
    everIn: [],
  };
}

export function ratingName(about: {
  readonly year: number;
  readonly organisation: OrganisationId;
}): string {
  return `${about.year}/${about.organisation}`;
}

/** Who gave the rating of this name. */
export function raterOf(name: string): OrganisationId {
  return name.slice(name.indexOf('/') + 1);
}

function pledgeName(about: { readonly year: number; readonly campaign: CampaignId }): string {
  return `${about.year}/${about.campaign}`;
}

/** Nothing where the fact is the organisation's own. */
function memberIfAny({
  data: { member },
}: {
  readonly data: { readonly member?: MemberId };
}): readonly FactsSubject[] {
  return member === undefined ? [] : [{ kind: 'member', member }];
}

type StatusEvent = FactOfType<
  | 'MemberAdmitted'
  | 'MemberMadeOfficial'
  | 'MemberExempted'
  | 'MemberSuspended'
  | 'MemberResumed'
  | 'MemberLeft'
>;

function withStatus(document: MemberDocument, event: StatusEvent): MemberDocument {
  const since = event.metadata.effectiveAt;
  return {
    ...document,
    state: evolveMember(document.state, effectiveOf(event)),
    statusEvents: [...document.statusEvents, { since, event: refOf(event) }],
  };
}

const life = partOf<MemberDocument>()({
  subjectsOf: memberIfAny,
  takes: {
    MemberAdmitted: (document, event) => ({
      ...withStatus(document, event),
      everIn: withMember(document.everIn, event.data.organisation),
    }),
    MemberMadeOfficial: withStatus,
    MemberExempted: withStatus,
    MemberSuspended: withStatus,
    MemberResumed: withStatus,
    MemberLeft: withStatus,
    MemberTransferred: (document, event) => ({
      ...document,
      state: evolveMember(document.state, effectiveOf(event)),
      everIn: withMember(document.everIn, event.data.to),
    }),
  },
  // Wherever the member was said to have been, it has to be said that he or she was not.
  without: (document) => ({ ...document, state: unknownMember, statusEvents: [] }),
});

function withRating(
  document: MemberDocument,
  event: FactOfType<'MemberRatingDecided' | 'RatingRevised'>,
): MemberDocument {
  const rating = { level: event.data.level, event: refOf(event) };
  return { ...document, ratings: withEntry(document.ratings, ratingName(event.data), rating) };
}

const ratings = partOf<MemberDocument>()({
  subjectsOf: memberIfAny,
  takes: { MemberRatingDecided: withRating, RatingRevised: withRating },
  without: (document, { data }) => ({
    ...document,
    ratings: withEntry(document.ratings, ratingName(data), undefined),
  }),
});

function withoutPledge(
  document: MemberDocument,
  { data }: FactOfType<'PledgeRegistered' | 'PledgeSigned' | 'PledgeWithdrawn'>,
): MemberDocument {
  return { ...document, pledges: withEntry(document.pledges, pledgeName(data), undefined) };
}

const pledges = partOf<MemberDocument>()({
  subjectsOf: memberIfAny,
  takes: {
    PledgeRegistered: (document) => document,
    PledgeSigned: (document, event) => ({
      ...document,
      pledges: withEntry(document.pledges, pledgeName(event.data), refOf(event)),
    }),
    PledgeWithdrawn: withoutPledge,
  },
  without: withoutPledge,
});

export const memberParts = [life, ratings, pledges];
