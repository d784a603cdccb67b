import { compareInstants, endOfDay, localDateOf, startOfDay } from '#vocabulary';
import type { Instant, MeetingId, OrganisationId } from '#vocabulary';
import type { KeptFact } from '../facts';
import type { FactArchive } from './fact-archive';
import type { FactsSubject } from './keys';
import { countAt } from './subjects/member.subject';
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

/** Meetings at which others may have been members than was known before. */
export async function meetingsRecounted(
  subject: FactsSubject,
  archive: FactArchive,
): Promise<readonly MeetingId[]> {
  switch (subject.kind) {
    case 'headcount': {
      const { organisation, year } = subject;
      const { ever } = await archive.facts(subject);
      return meetingsSince(organisation, year, ever.map(changedAt), archive);
    }
    case 'organisation': {
      const { organisation } = subject;
      const merged = mergedInto((await archive.organisation(organisation)).ever);
      if (merged.length === 0) return [];
      const first = Math.min(...merged.map(({ at }) => yearOf(at)));
      return meetingsSince(
        organisation,
        first,
        merged.map(({ fact }) => changedAt(fact)),
        archive,
      );
    }
    default:
      return [];
  }
}

/** Of the organisation and those that carry it on, from a year until the last of these times: there were none later by then. */
async function meetingsSince(
  organisation: OrganisationId,
  year: number,
  recordedAt: readonly Instant[],
  archive: FactArchive,
): Promise<readonly MeetingId[]> {
  const organisations = new Set([organisation]);
  const last = Math.max(...recordedAt.map(yearOf));
  const years = Array.from({ length: Math.max(0, last - year + 1) }, (_, index) => year + index);
  const meetings: MeetingId[] = [];
  for (const one of organisations) {
    const { ever } = await archive.organisation(one);
    for (const successor of ever.successors) organisations.add(successor);
    const ofYears = years.map((year) => ({ kind: 'meetings', organisation: one, year }) as const);
    await archive.prefetch(ofYears);
    for (const ofYear of ofYears) {
      meetings.push(...meetingsEverHeld((await archive.facts(ofYear)).ever));
    }
  }
  return meetings;
}

/** When it was recorded or, later, corrected. */
function changedAt({ recordedAt, withdrawal }: KeptFact): Instant {
  return withdrawal?.correction.recordedAt ?? recordedAt;
}

function yearOf(time: Instant): number {
  return Number(localDateOf(time).slice(0, 4));
}
