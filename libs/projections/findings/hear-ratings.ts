import type { MemberId } from '#vocabulary';
import { archivedAs, later } from './fact-archive';
import type { Archived, FactArchive } from './fact-archive';
import type { RatingProgress } from '../reviews';
import type { Hearing } from './hearing';
import { answersTo } from './question';
import { RATING_AND_CASES_QUESTIONS, RATING_QUESTIONS } from './rating';
import { membersEverDisciplined } from './subjects/disciplines';
import { memberRatingsIn } from './subjects/rating.subject';
import type { RatingAndCases } from './subjects/rating.subject';
import type { OrganisationYear } from './subjects/year.subject';
import { familyIn } from './family';

/** Of a member or, without one, of the organisation itself. */
export async function hearRating(
  organisationYear: OrganisationYear,
  member: MemberId | undefined,
  archive: FactArchive,
): Promise<readonly Hearing[]> {
  const { organisation, year } = organisationYear;
  const rated = await ratingOf(organisationYear, member, archive);
  const own = await archive.organisation(organisation);
  const subject: RatingAndCases = {
    ...organisationYear,
    ...(member === undefined ? {} : { member }),
    rating: rated.content,
    cases: own.content.cases,
  };
  const hearing = { ...organisationYear, subject: [year, organisation] };
  const byItself: Hearing = {
    ...hearing,
    answers: answersTo(RATING_QUESTIONS, subject),
    position: rated.position,
  };
  const family = await familyIn(organisationYear, archive);
  if (family === undefined) return [byItself];
  // Heard again with the organisation only where it may make a difference.
  const isDisciplined = member === undefined || membersEverDisciplined(own).includes(member);
  return [
    byItself,
    {
      ...hearing,
      answers: answersTo(RATING_AND_CASES_QUESTIONS, subject),
      position: isDisciplined
        ? family.map((relative) => relative.position).reduce(later, rated.position)
        : rated.position,
    },
  ];
}

async function ratingOf(
  organisationYear: OrganisationYear,
  member: MemberId | undefined,
  archive: FactArchive,
): Promise<Archived<RatingProgress | undefined>> {
  if (member === undefined) {
    const { content, ever, position } = await archive.year(organisationYear);
    return { content: content.review?.rating, ever: ever.review?.rating, position };
  }
  const facts = await archive.facts({ ...organisationYear, kind: 'rating', member });
  return archivedAs(facts, (kept) => memberRatingsIn(kept)[0]?.rating);
}

/** Disciplines and what became of them reach these ratings: that of the organisation itself, and those of its members. */
export async function hearRatingsDisciplined(
  organisationYear: OrganisationYear,
  archive: FactArchive,
): Promise<readonly Hearing[]> {
  const own = await archive.organisation(organisationYear.organisation);
  const rated = [undefined, ...membersEverDisciplined(own)];
  await archive.prefetch(
    rated.flatMap((member) =>
      member === undefined ? [] : [{ ...organisationYear, kind: 'rating', member }],
    ),
  );
  const hearings = await Promise.all(
    rated.map((member) => hearRating(organisationYear, member, archive)),
  );
  return hearings.flat();
}
