import { documentId } from '#projection-engine';
import type { CollectionSpec, DocumentKey } from '#projection-engine';
import type { FrameworkRef, MeetingId, OrganisationId } from '#vocabulary';
import type { ListedKind } from './contribution';
import type { Counters } from './count';
import type { EvidenceLists, Listed } from './evidence-list';
import { nameOf } from './evidence-list';
import type { Steps } from './steps';

/** What holds for an organisation beyond one year. */
export interface StandingCounts {
  readonly kind: 'standing';
  /** By year, how much the counts that go on from year to year changed in it. */
  readonly changes: Readonly<Record<string, Counters>>;
  /** Events behind counts that go on without an end. */
  readonly evidence: EvidenceLists;
}

export interface YearCounts {
  readonly kind: 'year';
  /** Counts that go on into the next year: their changes, by date. */
  readonly goingOn: Steps;
  /** Counts of this year alone, by date. */
  readonly ofYear: Steps;
  /** Counts of the organisation alone, which no superior adds up. */
  readonly own: Counters;
  readonly evidence: EvidenceLists;
}

/** The meetings of a year, as one framework's scale judges them. */
export interface MeetingCounts {
  readonly kind: 'meetings';
  /** The framework whose scale was used; absent while none applies or it is not published. */
  readonly framework?: FrameworkRef;
  readonly counters: Counters;
  readonly evidence: EvidenceLists;
  /** The meetings, so that they can be judged anew: the last of them here, as many full pages elsewhere. */
  readonly meetings: readonly MeetingId[];
  readonly pages: number;
}

export interface MeetingPage {
  readonly kind: 'page';
  readonly meetings: readonly MeetingId[];
}

/** An event behind a count that stands in no list any more. */
export interface EvidenceDocument extends Listed {
  readonly organisation: OrganisationId;
  /** 0 for what goes on from year to year. */
  readonly year: number;
  readonly kind: ListedKind;
}

export const EVIDENCE = 'scorecard-evidence';
const MEETING_PAGES = 'scorecard-meetings';
export const COUNTS = 'scorecard-counts';

/** In the order in which they are written: what is counted must be there before the count. */
export const COUNTS_COLLECTIONS: readonly CollectionSpec[] = [
  {
    name: EVIDENCE,
    indexes: [
      {
        name: 'kind',
        fields: [
          { path: 'organisation' },
          { path: 'year' },
          { path: 'kind' },
          { path: 'position', kind: 'position' },
        ],
      },
    ],
  },
  { name: MEETING_PAGES, indexes: [] },
  { name: COUNTS, indexes: [] },
];

export function standingCountsKey(organisation: OrganisationId): DocumentKey {
  return { collection: COUNTS, id: documentId('standing', organisation) };
}

export function yearCountsKey(organisation: OrganisationId, year: number): DocumentKey {
  return { collection: COUNTS, id: documentId('year', year, organisation) };
}

export function meetingCountsKey(organisation: OrganisationId, year: number): DocumentKey {
  return { collection: COUNTS, id: documentId('meetings', year, organisation) };
}

export function meetingPageKey(
  organisation: OrganisationId,
  year: number,
  page: number,
): DocumentKey {
  return { collection: MEETING_PAGES, id: documentId(year, organisation, page) };
}

export function evidenceKey(
  organisation: OrganisationId,
  year: number,
  kind: ListedKind,
  entry: Listed,
): DocumentKey {
  return { collection: EVIDENCE, id: documentId(organisation, year, kind, nameOf(entry)) };
}

export const NO_STANDING_COUNTS: StandingCounts = { kind: 'standing', changes: {}, evidence: {} };
export const NO_YEAR_COUNTS: YearCounts = {
  kind: 'year',
  goingOn: {},
  ofYear: {},
  own: {},
  evidence: {},
};
export const NO_MEETING_COUNTS: MeetingCounts = {
  kind: 'meetings',
  counters: {},
  evidence: {},
  meetings: [],
  pages: 0,
};
