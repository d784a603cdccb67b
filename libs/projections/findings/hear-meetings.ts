import type { MeetingId } from '#vocabulary';
import { archivedAs, later } from './fact-archive';
import type { FactArchive } from './fact-archive';
import { inOrder } from '../facts';
import type { KeptFact } from '../facts';
import type { Hearing } from './hearing';
import { answersTo } from './question';
import type { Answered } from './question';
import type { FindingKind } from './finding-kind';
import { MEETING_QUESTIONS, MEETING_RULE_QUESTIONS } from './meeting';
import { MEETINGS_QUESTIONS } from './meetings';
import { meetingsIn, meetingSubject } from './subjects/meeting.subject';
import { owedMeetings } from './subjects/owed-meetings';
import type { MeetingsSubject } from './subjects/meetings.subject';
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
      ever: facts.ever,
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
  const kept = await archive.meetings(organisationYear);
  const isOver = kept.content.closed !== undefined || kept.ever.closed !== undefined;
  const { owed, position: lastOwed } = isOver ? await owedIn(organisationYear, archive) : NO_MATTER;
  const content = { ...kept.content, ...(owed && { owed }) };
  const ever = kept.ever === kept.content ? content : { ...kept.ever, ...(owed && { owed }) };
  const answers = answersTo(MEETINGS_QUESTIONS, content, ever);
  const position = later(kept.position, lastOwed);
  const facts = content.facts ?? (await factsBehind(answers, content, archive));
  return {
    ...organisationYear,
    subject: [organisationYear.year, organisationYear.organisation],
    answers,
    facts,
    position,
  };
}

const NO_MATTER = { owed: undefined, position: 0n };

/** Once the year is over, it matters which meetings were owed. */
async function owedIn(organisationYear: OrganisationYear, archive: FactArchive) {
  const pledges = await archive.facts({ ...organisationYear, kind: 'framework-of-year' });
  const own = await archive.organisation(organisationYear.organisation);
  return {
    owed: owedMeetings(organisationYear.year, pledges.standing, own.content.state),
    position: later(pledges.position, own.position),
  };
}

/** Among them the last recorded of each answer's, which says where the organisation belonged. */
async function factsBehind(
  answered: readonly Answered<FindingKind>[],
  { missed, closed, meetings }: MeetingsSubject,
  archive: FactArchive,
): Promise<readonly KeptFact[]> {
  const answers = answered.flatMap(({ answer }) => answer ?? []);
  const ends = answers.flatMap(({ run }) => run?.latest?.meeting ?? []);
  const isAboutRecent = answers.some(({ meeting }) => meeting !== undefined);
  const recent = isAboutRecent ? meetings.map(({ document }) => document.meeting) : [];
  const named = new Set([...ends, ...recent]);
  const over = closed === undefined ? missed : [...missed, closed];
  return inOrder([...over, ...(await archive.factsOfMeetings(named))]);
}
