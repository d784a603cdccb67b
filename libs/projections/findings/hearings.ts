import type { CaseId, MeetingId, OrganisationId } from '#vocabulary';
import { archivedAs } from './fact-archive';
import type { Archived, FactArchive } from './fact-archive';
import { inOrder } from '../facts';
import type { Hearing } from './hearing';
import { answersTo } from './question';
import { CASE_QUESTIONS } from './case';
import { MEETING_QUESTIONS } from './meeting';
import { STANDING_QUESTIONS } from './standing';
import { YEAR_QUESTIONS } from './year';
import { caseSubject, yearOfCase } from './subjects/case.subject';
import { meetingsIn, meetingSubject } from './subjects/meeting.subject';
import type { OrganisationSubject } from './subjects/organisation.subject';
import type { StandingSubject } from './subjects/standing.subject';
import type { OrganisationYear } from './subjects/year.subject';

export async function hearMeeting(
  meeting: MeetingId,
  archive: FactArchive,
): Promise<readonly Hearing[]> {
  const archived = await archive.facts({ kind: 'meeting', meeting });
  const { content, ever, position } = archivedAs(archived, meetingSubject);
  const answers = answersTo(MEETING_QUESTIONS, content, ever);
  const { standing: facts } = archived;
  const [known] = [...meetingsIn(facts), ...meetingsIn(archived.ever)];
  if (!known) return [];
  const { organisation, year } = known;
  return [{ organisation, year, subject: [meeting], answers, facts, position }];
}

export async function hearCase(id: CaseId, archive: FactArchive): Promise<readonly Hearing[]> {
  const archived = await archive.facts({ kind: 'case', case: id });
  const { content, ever, position } = archivedAs(archived, caseSubject);
  const known = content.case ?? ever.case;
  if (!known) return [];
  const answers = answersTo(CASE_QUESTIONS, content, ever);
  const { organisation } = known;
  const year = yearOfCase(known);
  return [{ organisation, year, subject: [id], answers, facts: content.facts, position }];
}

export async function hearYear(of: OrganisationYear, archive: FactArchive): Promise<Hearing> {
  const { content, ever, position } = await archive.year(of);
  const answers = answersTo(YEAR_QUESTIONS, content, ever);
  return { ...of, subject: [of.year, of.organisation], answers, facts: content.facts, position };
}

/** Nothing to hear where neither the organisation nor a child of it has anything of that year. */
export async function hearStanding(
  of: OrganisationYear,
  archive: FactArchive,
): Promise<readonly Hearing[]> {
  const own = await archive.organisation(of.organisation);
  const children = await childrenOf(own.ever, archive);
  const all = [own, ...children];
  if (!all.some(({ content }) => content.years.includes(of.year))) return [];
  const ofYear = await archive.year(of);
  const standing = (when: 'content' | 'ever'): StandingSubject => ({
    ...of,
    own: own[when],
    ofYear: ofYear[when],
    children: children.map((child) => child[when]),
  });
  const facts = [...ofYear.content.facts, ...all.flatMap(({ content }) => content.facts)];
  return [
    {
      ...of,
      subject: [of.year, of.organisation],
      answers: answersTo(STANDING_QUESTIONS, standing('content'), standing('ever')),
      facts: inOrder(facts),
      position: [...all, ofYear].map(({ position }) => position).reduce(later),
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

async function childrenOf(
  own: OrganisationSubject,
  archive: FactArchive,
): Promise<readonly Archived<OrganisationSubject>[]> {
  await archive.prefetch(
    own.children.map((organisation) => ({ kind: 'organisation', organisation })),
  );
  return Promise.all(own.children.map((child) => archive.organisation(child)));
}

function later(a: bigint, b: bigint): bigint {
  return a > b ? a : b;
}
