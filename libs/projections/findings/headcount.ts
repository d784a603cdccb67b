import { compareInstants, endOfDay, localDateOf, startOfDay } from '#vocabulary';
import type { Instant, MeetingId, OrganisationId } from '#vocabulary';
import type { KeptFact } from '../facts';
import type { FactArchive } from './fact-archive';
import type { FactsSubject } from './keys';
import { countAt, isTransferred, organisationsEverOf } from './subjects/member.subject';
import type { MembersThen } from './subjects/member.subject';
import { mergedInto } from './subjects/organisation.subject';
import { meetingsEverHeld } from './subjects/year.subject';

/** On that day, whoever comes or goes on it counted or not; nobody where no members are known. */
export async function membersOn(
  organisation: OrganisationId,
  at: Instant,
  archive: FactArchive,
): Promise<MembersThen | undefined> {
  const day = localDateOf(at);
  const counts = [
    await membersAt(organisation, startOfDay(day), archive),
    await membersAt(organisation, endOfDay(day), archive),
  ];
  const most = Math.max(...counts.map((count) => count.most));
  if (most === 0) return undefined;
  return { least: Math.min(...counts.map((count) => count.least)), most };
}

/** Members of one that was merged belong to the one that carries on, without a transfer. */
async function membersAt(
  organisation: OrganisationId,
  at: Instant,
  archive: FactArchive,
): Promise<MembersThen> {
  const organisations = new Set([organisation]);
  let [least, most] = [0, 0];
  for (const one of organisations) {
    const count = countAt(await archive.members(one), one, at);
    least += count.least;
    most += count.most;
    for (const merged of mergedInto((await archive.organisation(one)).content)) {
      if (compareInstants(merged.at, at) <= 0) organisations.add(merged.organisation);
    }
  }
  return { least, most };
}

/**
 * Meetings at which others may have been members than was known before.
 * @param isSettling whether something was corrected
 */
export async function meetingsRecounted(
  subject: FactsSubject,
  archive: FactArchive,
  isSettling: boolean,
): Promise<readonly MeetingId[]> {
  switch (subject.kind) {
    case 'member': {
      const { ever } = await archive.facts(subject);
      if (!isTransferred(ever) || !(isSettling || isOutOfOrder(ever))) return [];
      // What is said of the past goes on behind a transfer, in organisations that it does not name.
      const first = Math.min(...ever.map(({ effectiveAt }) => yearOf(effectiveAt)));
      const meetings = await Promise.all(
        organisationsEverOf(ever).map((one) => meetingsSince(one, first, archive)),
      );
      return meetings.flat();
    }
    case 'headcount': {
      return meetingsSince(subject.organisation, subject.year, archive);
    }
    case 'organisation': {
      const { organisation } = subject;
      const merged = mergedInto((await archive.organisation(organisation)).ever);
      if (merged.length === 0) return [];
      return meetingsSince(organisation, Math.min(...merged.map(({ at }) => yearOf(at))), archive);
    }
    default:
      return [];
  }
}

/** Of the organisation and those that carry it on, in a year and whichever there were meetings in after it. */
async function meetingsSince(
  organisation: OrganisationId,
  first: number,
  archive: FactArchive,
): Promise<readonly MeetingId[]> {
  const organisations = new Set([organisation]);
  const meetings: MeetingId[] = [];
  for (const one of organisations) {
    const { ever } = await archive.organisation(one);
    for (const successor of ever.successors) organisations.add(successor);
    const years = (await archive.yearsWithMeetings(one)).filter((year) => year >= first);
    const ofYears = years.map((year) => ({ kind: 'meetings', organisation: one, year }) as const);
    await archive.prefetch(ofYears);
    for (const ofYear of ofYears) {
      meetings.push(...meetingsEverHeld((await archive.facts(ofYear)).ever));
    }
  }
  return meetings;
}

/** Whether something was recorded after what came later, or was withdrawn. */
function isOutOfOrder(facts: readonly KeptFact[]): boolean {
  return facts.some(({ effectiveAt, withdrawal }, index) => {
    const next = facts[index + 1];
    const isLate = next !== undefined && compareInstants(next.effectiveAt, effectiveAt) < 0;
    return isLate || withdrawal !== undefined;
  });
}

function yearOf(time: Instant): number {
  return Number(localDateOf(time).slice(0, 4));
}
