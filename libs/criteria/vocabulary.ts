import type {
  GrievanceFlag,
  MeetingLevel,
  OrganisationKind,
  OrganisationLevel,
  RatingLevel,
  SignalSource,
} from '#domain';

/*
 * The domain's words as values. Criteria and domain share types only, so that neither loads the
 * other; the types see to it that no word is missing here and none is wrong.
 */

type Words<Word extends string> = readonly [Word, ...Word[]];

function wordsOf<Word extends string>(words: Readonly<Record<Word, true>>): Words<Word> {
  return Object.keys(words) as unknown as Words<Word>;
}

export const ORGANISATION_KINDS = wordsOf<OrganisationKind>({
  SUBORDINATE_CELL: true,
  GRASSROOTS_CELL: true,
  GRASSROOTS_COMMITTEE: true,
  SECTIONAL_COMMITTEE: true,
  SUPERIOR_COMMITTEE: true,
});

export const ORGANISATION_LEVELS = wordsOf<OrganisationLevel>({
  COMMUNE: true,
  DISTRICT: true,
  CITY: true,
  BLOC: true,
  PROVINCE: true,
});

export const GRIEVANCE_FLAGS = wordsOf<GrievanceFlag>({
  PROLONGED: true,
  CROWD: true,
  LEVEL_SKIPPING: true,
});

/** A detection by the organisation itself is never an external one. */
export const EXTERNAL_SOURCES = wordsOf<Exclude<SignalSource, 'SELF'>>({
  INSPECTION: true,
  PRESS: true,
  CITIZEN_REPORT: true,
  CITIZEN_DENUNCIATION: true,
});

/** Best first. */
export const RATING_LEVELS = wordsOf<RatingLevel>({
  EXCELLENT: true,
  GOOD: true,
  COMPLETED: true,
  FAILED: true,
});

/** Best first. */
export const MEETING_LEVELS = wordsOf<MeetingLevel>({
  TOT: true,
  KHA: true,
  TRUNG_BINH: true,
  KEM: true,
});

/** Makes a `switch` over a closed union exhaustive at compile time, and loud at run time. */
export function assertNever(value: never): never {
  throw new TypeError(`Unexpected variant: ${JSON.stringify(value)}`);
}
