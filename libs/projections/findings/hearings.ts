import type { CaseId, MeetingId, MemberId, OrganisationId } from '#vocabulary';
import { archivedAs, later } from './fact-archive';
import type { Archived, FactArchive } from './fact-archive';
import { inOrder } from '../facts';
import type { RatingProgress } from '../reviews';
import type { Facts, KeptFact } from '../facts';
import type { Hearing } from './hearing';
import { answersTo } from './question';
import type { Answered } from './question';
import type { FindingKind } from './finding-kind';
import { RATING_AND_CASES_QUESTIONS, RATING_QUESTIONS } from './rating';
import { CASE_IN_YEAR_QUESTIONS, CASE_QUESTIONS } from './case';
import { MEETING_QUESTIONS, MEETING_RULE_QUESTIONS } from './meeting';
import { MEETINGS_QUESTIONS } from './meetings';
import { STANDING_QUESTIONS } from './standing';
import { YEAR_QUESTIONS } from './year';
import type { CaseInYear } from './subjects/case-in-year.subject';
import { yearOfCase } from './subjects/case.subject';
import { meetingsIn, meetingSubject } from './subjects/meeting.subject';
import { membersDisciplined } from './subjects/disciplines';
import type { MeetingsSubject } from './subjects/meetings.subject';
import type { OrganisationSubject } from './subjects/organisation.subject';
import { comparesRatings, memberRatingsIn } from './subjects/rating.subject';
import type { RatingAndCases } from './subjects/rating.subject';
import { targetsIn } from './subjects/standing.subject';
import type { StandingSubject } from './subjects/standing.subject';
import { isRated } from './subjects/year.subject';
import type { OrganisationYear } from './subjects/year.subject';

export async function hearMeeting(
  meeting: MeetingId,
  archive: FactArchive,
): Promise<readonly Hearing[]> {
  const facts = await archive.facts({ kind: 'meeting', meeting });
  const [standing, everKept] = [butResolutions(facts.standing), butResolutions(facts.ever)];
  const { content, ever, position } = archivedAs(facts, (kept) =>
    meetingSubject(butResolutions(kept)),
  );
  const [known] = [...meetingsIn(standing), ...meetingsIn(everKept)];
  if (!known) return [];
  const { organisation, year } = known;
  const hearings: Hearing[] = [
    {
      organisation,
      year,
      subject: [meeting],
      answers: answersTo(MEETING_QUESTIONS, content, ever),
      facts: facts.standing,
      position,
    },
  ];
  for (const organisationYear of yearsNamedIn(everKept)) {
    const rules = await archive.frameworkOf(organisationYear);
    const isOwn = organisationYear.organisation === organisation && organisationYear.year === year;
    const inYear = { id: meeting, framework: rules.framework, meeting: undefined };
    hearings.push({
      ...organisationYear,
      subject: [organisationYear.year, organisationYear.organisation],
      answers: answersTo(
        MEETING_RULE_QUESTIONS,
        isOwn ? { ...inYear, ...content } : inYear,
        inYear,
      ),
      facts: facts.standing,
      position: later(position, rules.position),
    });
  }
  return hearings;
}

/** What a meeting resolved is asked about with all meetings of its year. */
function butResolutions(facts: readonly KeptFact[]): readonly KeptFact[] {
  return facts.filter(({ type }) => type !== 'ResolutionAdopted');
}

/** One, unless a correction took away the facts that told another. */
function yearsNamedIn(facts: readonly KeptFact[]): readonly OrganisationYear[] {
  const years = facts.flatMap(({ data }): [string, OrganisationYear][] => {
    if (!('organisation' in data) || !('year' in data)) return [];
    const { organisation, year } = data;
    return [[`${year}/${organisation}`, { organisation, year }]];
  });
  return [...new Map(years).values()];
}

export async function hearMeetings(
  organisationYear: OrganisationYear,
  archive: FactArchive,
): Promise<Hearing> {
  const { content, ever, position } = await archive.meetings(organisationYear);
  const answers = answersTo(MEETINGS_QUESTIONS, content, ever);
  const facts = content.facts ?? (await factsBehind(answers, content, archive));
  return {
    ...organisationYear,
    subject: [organisationYear.year, organisationYear.organisation],
    answers,
    facts,
    position,
  };
}

/** Among them the last recorded of each answer's, which says where the organisation belonged. */
async function factsBehind(
  answered: readonly Answered<FindingKind>[],
  { missed, meetings }: MeetingsSubject,
  archive: FactArchive,
): Promise<readonly KeptFact[]> {
  const answers = answered.flatMap(({ answer }) => answer ?? []);
  const ends = answers.flatMap(({ run }) => run?.latest?.meeting ?? []);
  const isAboutRecent = answers.some(({ meeting }) => meeting !== undefined);
  const recent = isAboutRecent ? meetings.map(({ document }) => document.meeting) : [];
  const named = new Set([...ends, ...recent]);
  return inOrder([...missed, ...(await archive.factsOfMeetings(named))]);
}

export async function hearCase(id: CaseId, archive: FactArchive): Promise<readonly Hearing[]> {
  const { content, ever, position } = await archive.case(id);
  const known = content.case ?? ever.case;
  if (!known) return [];
  const answers = answersTo(CASE_QUESTIONS, content, ever);
  const { organisation } = known;
  const year = yearOfCase(known);
  return [{ organisation, year, subject: [id], answers, facts: content.facts, position }];
}

/** Asks of a case what has to do with a year in which its organisation was recognised. */
export async function hearCaseInYear(
  id: CaseId,
  organisationYear: OrganisationYear,
  archive: FactArchive,
): Promise<Hearing> {
  const { content, ever, position } = await archive.case(id);
  const year = await archive.year(organisationYear);
  const known = content.case ?? ever.case;
  const subject: CaseInYear = {
    id,
    case: known?.organisation === organisationYear.organisation ? content.case : undefined,
    ofYear: year.content,
  };
  return {
    ...organisationYear,
    subject: [organisationYear.year, organisationYear.organisation],
    answers: answersTo(CASE_IN_YEAR_QUESTIONS, subject, subject),
    facts: inOrder([...content.facts, ...year.content.facts]),
    position: later(position, year.position),
  };
}

const NOTHING_KNOWN: Facts = { standing: [], ever: [], position: 0n };

export async function hearYear(
  organisationYear: OrganisationYear,
  archive: FactArchive,
): Promise<Hearing> {
  const { content, ever, position } = await archive.year(organisationYear);
  const ofRatings = { ...organisationYear, kind: 'ratings' } as const;
  const compared = comparesRatings(content) ? await archive.facts(ofRatings) : NOTHING_KNOWN;
  const memberRatings = memberRatingsIn(compared.standing);
  return {
    ...organisationYear,
    subject: [organisationYear.year, organisationYear.organisation],
    answers: answersTo(YEAR_QUESTIONS, { ...content, memberRatings }, { ...ever, memberRatings }),
    facts: inOrder([...content.facts, ...compared.standing]),
    position: later(position, await archive.positionOf(ofRatings)),
  };
}

/** Of a member or, without one, of the organisation itself. */
export async function hearRating(
  organisationYear: OrganisationYear,
  member: MemberId | undefined,
  archive: FactArchive,
): Promise<readonly Hearing[]> {
  const { organisation, year } = organisationYear;
  const rated = await ratingOf(organisationYear, member, archive);
  const own = await archive.organisation(organisation);
  const subject = (when: 'content' | 'ever'): RatingAndCases => ({
    ...organisationYear,
    ...(member === undefined ? {} : { member }),
    rating: rated[when],
    cases: own[when].cases,
  });
  const hearing = { ...organisationYear, subject: [year, organisation], facts: rated.facts };
  const byItself: Hearing = {
    ...hearing,
    answers: answersTo(RATING_QUESTIONS, subject('content'), subject('ever')),
    position: rated.position,
  };
  const family = await familyIn(organisationYear, archive);
  if (family === undefined) return [byItself];
  // Heard again with the organisation only where it may make a difference.
  const isDisciplined = member === undefined || membersDisciplined(own.ever.cases).includes(member);
  return [
    byItself,
    {
      ...hearing,
      answers: answersTo(RATING_AND_CASES_QUESTIONS, subject('content'), subject('ever')),
      facts: inOrder([...rated.facts, ...own.content.facts]),
      position: isDisciplined
        ? family.map((relative) => relative.position).reduce(later, rated.position)
        : rated.position,
    },
  ];
}

interface Rated extends Archived<RatingProgress | undefined> {
  readonly facts: readonly KeptFact[];
}

async function ratingOf(
  organisationYear: OrganisationYear,
  member: MemberId | undefined,
  archive: FactArchive,
): Promise<Rated> {
  if (member === undefined) {
    const { content, ever, position } = await archive.year(organisationYear);
    const { review, facts } = content;
    return { content: review?.rating, ever: ever.review?.rating, position, facts };
  }
  const facts = await archive.facts({ ...organisationYear, kind: 'rating', member });
  const archived = archivedAs(facts, (kept) => memberRatingsIn(kept)[0]?.rating);
  return { ...archived, facts: facts.standing };
}

/** Disciplines and what became of them reach these ratings: that of the organisation itself, and those of its members. */
export async function hearRatingsDisciplined(
  organisationYear: OrganisationYear,
  archive: FactArchive,
): Promise<readonly Hearing[]> {
  const { ever } = await archive.organisation(organisationYear.organisation);
  const rated = [undefined, ...membersDisciplined(ever.cases)];
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

/** Nothing to hear where neither the organisation nor a child of it has anything of that year. */
export async function hearStanding(
  organisationYear: OrganisationYear,
  archive: FactArchive,
): Promise<readonly Hearing[]> {
  const all = await familyIn(organisationYear, archive);
  if (all === undefined) return [];
  const [own, ...children] = all;
  const ofYear = await archive.year(organisationYear);
  // Nothing is asked about targets before there is a rating.
  const targetFacts = isRated(ofYear.content)
    ? await archive.facts({ ...organisationYear, kind: 'targets' })
    : NOTHING_KNOWN;
  const targets = archivedAs(targetFacts, targetsIn);
  const standing = (when: 'content' | 'ever'): StandingSubject => ({
    ...organisationYear,
    targets: targets[when],
    own: own[when],
    ofYear: ofYear[when],
    children: children.map((child) => child[when]),
  });
  const facts = [
    ...ofYear.content.facts,
    ...targetFacts.standing,
    ...all.flatMap(({ content }) => content.facts),
  ];
  return [
    {
      ...organisationYear,
      subject: [organisationYear.year, organisationYear.organisation],
      answers: answersTo(STANDING_QUESTIONS, standing('content'), standing('ever')),
      facts: inOrder(facts),
      position: [...all, ofYear, targets].map(({ position }) => position).reduce(later),
    },
  ];
}

type Family = readonly [Archived<OrganisationSubject>, ...Archived<OrganisationSubject>[]];

/** The organisation and its children, unless none of them has anything of that year. */
async function familyIn(
  organisationYear: OrganisationYear,
  archive: FactArchive,
): Promise<Family | undefined> {
  const own = await archive.organisation(organisationYear.organisation);
  const family = [own, ...(await childrenOf(own.ever, archive))] as const;
  return family.some(({ content }) => content.years.includes(organisationYear.year))
    ? family
    : undefined;
}

/** All years in which an organisation may stand differently when it, or a child of it, changes. */
export async function yearsStanding(
  organisation: OrganisationId,
  archive: FactArchive,
): Promise<readonly OrganisationYear[]> {
  const own = await archive.organisation(organisation);
  const children = await childrenOf(own.ever, archive);
  const years = new Set([own, ...children].flatMap(({ content }) => content.years));
  return [...years].map((year) => ({ organisation, year }));
}

async function childrenOf(
  own: OrganisationSubject,
  archive: FactArchive,
): Promise<readonly Archived<OrganisationSubject>[]> {
  await archive.prefetch(
    own.children.flatMap((organisation) => [
      { kind: 'organisation', organisation },
      { kind: 'disciplines', organisation },
    ]),
  );
  return Promise.all(own.children.map((child) => archive.organisation(child)));
}
