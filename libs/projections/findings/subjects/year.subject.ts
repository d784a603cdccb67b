import type { CriteriaFramework, FrameworkRef, MeetingId, OrganisationId } from '#vocabulary';
import { RECOGNITIONS, recognitionsProjection } from '../../recognitions';
import type { RecognitionDocument } from '../../recognitions';
import { REVIEWS, reviewsProjection } from '../../reviews';
import type { ReviewDocument } from '../../reviews';
import { documentsOf } from '../../facts';
import type { KeptFact } from '../../facts';
import { ofType } from './of-type';

export interface OrganisationYear {
  readonly organisation: OrganisationId;
  readonly year: number;
}

/** What an organisation recorded of one year. */
export interface YearSubject extends OrganisationYear {
  readonly facts: readonly KeptFact[];
  readonly review: ReviewDocument | undefined;
  readonly recognition: RecognitionDocument | undefined;
  /** That it is assessed under or, before that, has pledged under. */
  readonly framework: CriteriaFramework | undefined;
}

export function yearSubject(
  { organisation, year }: OrganisationYear,
  facts: readonly KeptFact[],
  framework: CriteriaFramework | undefined,
): YearSubject {
  return {
    organisation,
    year,
    facts,
    review: documentsOf<ReviewDocument>(reviewsProjection, REVIEWS, facts)[0],
    recognition: documentsOf<RecognitionDocument>(recognitionsProjection, RECOGNITIONS, facts)[0],
    framework,
  };
}

/** Frozen when the assessment opened; before that, the one pledged under last. */
export function frameworkNamedIn(facts: readonly KeptFact[]): FrameworkRef | undefined {
  const opened = ofType(facts, 'AssessmentOpened').at(-1);
  const pledged = ofType(facts, 'PledgeRegistered').at(-1);
  return opened?.data.framework ?? pledged?.data.framework;
}

/** Cancelled or not. */
export function meetingsEverHeld(facts: readonly KeptFact[]): readonly MeetingId[] {
  return ofType(facts, 'MeetingHeld').map(({ data }) => data.meeting);
}

export function isRated({ review }: YearSubject): boolean {
  return (review?.rating.level ?? null) !== null;
}
