import type { MeetingId } from '#vocabulary';
import { later } from './fact-archive';
import type { FactArchive } from './fact-archive';
import type { KeptFact } from '../facts';
import { endedIn } from '../scorecards';
import { membersOn } from './headcount';
import type { Hearing } from './hearing';
import { answersTo } from './question';
import { MEETING_QUESTIONS, MEETING_RULE_QUESTIONS } from './meeting';
import { MEETINGS_QUESTIONS } from './meetings';
import { meetingsIn, meetingSubject } from './subjects/meeting.subject';
import { ofType } from './subjects/of-type';
import { owedMeetings } from './subjects/owed-meetings';
import type { OrganisationYear } from './subjects/year.subject';

export async function hearMeeting(
  meeting: MeetingId,
  archive: FactArchive,
): Promise<readonly Hearing[]> {
  const facts = await archive.facts({ kind: 'meeting', meeting });
  const [standing, everKept] = [butResolutions(facts.standing), butResolutions(facts.ever)];
  const content = meetingSubject(standing);
  const { position } = facts;
  const [known] = [...meetingsIn(standing), ...meetingsIn(everKept)];
  if (!known) return [];
  const { organisation, year } = known;
  const startsAt = content.meeting?.startsAt;
  const members = startsAt && (await membersOn(organisation, startsAt, archive));
  const hearings: Hearing[] = [
    {
      organisation,
      year,
      subject: [meeting],
      answers: answersTo(MEETING_QUESTIONS, { ...content, ...(members && { members }) }),
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
      answers: answersTo(MEETING_RULE_QUESTIONS, isOwn ? { ...inYear, ...content } : inYear),
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
  const pledges = await archive.facts({ ...organisationYear, kind: 'framework-of-year' });
  const isOver = [kept.content, kept.ever].some(
    ({ closed, missed }) => closed !== undefined || missed.length > 0,
  );
  // Nothing is owed without a pledge, and by it a change of the organisation leads here.
  const isOwing = isOver && ofType(pledges.ever, 'PledgeRegistered').length > 0;
  const { organisation, year } = organisationYear;
  const own = isOwing ? await archive.organisation(organisation) : undefined;
  const ownPosition = isOwing
    ? await archive.positionOf({ kind: 'organisation', organisation })
    : 0n;
  const owed = own && owedMeetings(year, pledges.standing, own.content.state);
  const ended = own && endedIn(own.content.state, year);
  const content = { ...kept.content, ...(owed && { owed }), ...(ended && { ended }) };
  const answers = answersTo(MEETINGS_QUESTIONS, content, kept.ever);
  const position = [pledges.position, ownPosition].reduce(later, kept.position);
  return {
    ...organisationYear,
    subject: [organisationYear.year, organisationYear.organisation],
    answers,
    position,
  };
}
