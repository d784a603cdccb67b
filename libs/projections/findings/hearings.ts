import type { CaseId, OrganisationId } from '#vocabulary';
import { archivedAs, later } from './fact-archive';
import type { FactArchive } from './fact-archive';
import type { Facts } from '../facts';
import type { Hearing } from './hearing';
import { answersTo } from './question';
import { CASE_IN_YEAR_QUESTIONS, CASE_QUESTIONS } from './case';
import { STANDING_QUESTIONS } from './standing';
import { YEAR_QUESTIONS } from './year';
import type { CaseInYear } from './subjects/case-in-year.subject';
import { unlessDuplicate, yearOfCase } from './subjects/case.subject';
import { comparesRatings, memberRatingsIn } from './subjects/rating.subject';
import { targetsIn } from './subjects/standing.subject';
import type { StandingSubject } from './subjects/standing.subject';
import { isRated } from './subjects/year.subject';
import type { OrganisationYear } from './subjects/year.subject';
import { childrenOf, familyIn } from './family';

export async function hearCase(id: CaseId, archive: FactArchive): Promise<readonly Hearing[]> {
  const { content, ever, position } = await archive.case(id);
  const known = content.case ?? ever.case;
  if (!known) return [];
  const asked = { ...content, case: unlessDuplicate(content.case) };
  const answers = answersTo(CASE_QUESTIONS, asked);
  const { organisation } = known;
  const year = yearOfCase(known);
  return [{ organisation, year, subject: [id], answers, position }];
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
    case:
      known?.organisation === organisationYear.organisation
        ? unlessDuplicate(content.case)
        : undefined,
    ofYear: year.content,
  };
  return {
    ...organisationYear,
    subject: [organisationYear.year, organisationYear.organisation],
    answers: answersTo(CASE_IN_YEAR_QUESTIONS, subject),
    position: later(position, year.position),
  };
}

const NOTHING_KNOWN: Facts = { standing: [], ever: [], position: 0n };

export async function hearYear(
  organisationYear: OrganisationYear,
  archive: FactArchive,
): Promise<Hearing> {
  const { content, position } = await archive.year(organisationYear);
  const ofRatings = { ...organisationYear, kind: 'ratings' } as const;
  const compared = comparesRatings(content) ? await archive.facts(ofRatings) : NOTHING_KNOWN;
  const memberRatings = memberRatingsIn(compared.standing);
  return {
    ...organisationYear,
    subject: [organisationYear.year, organisationYear.organisation],
    answers: answersTo(YEAR_QUESTIONS, { ...content, memberRatings }),
    position: later(position, await archive.positionOf(ofRatings)),
  };
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
  return [
    {
      ...organisationYear,
      subject: [organisationYear.year, organisationYear.organisation],
      answers: answersTo(STANDING_QUESTIONS, standing('content'), standing('ever')),
      position: [...all, ofYear, targets].map(({ position }) => position).reduce(later),
    },
  ];
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
