import type { MeetingId, OrganisationId } from '#vocabulary';
import type { DocumentKey, Workspace } from '#projection-engine';
import { putPagesAside } from '../facts';
import { FactArchive } from './fact-archive';
import { record } from './hearing';
import type { Hearing } from './hearing';
import {
  hearCase,
  hearMeeting,
  hearMeetings,
  hearStanding,
  hearYear,
  yearsStanding,
} from './hearings';
import { isRated, meetingsEverHeld } from './subjects/year.subject';
import type { OrganisationYear } from './subjects/year.subject';
import { subjectOf } from './keys';

/**
 * Asks every question again that the touched subjects have to do with. It depends on the documents
 * as they stand and not on what changed, so it heals what a crash left half-written.
 */
export async function rollUp(touched: readonly DocumentKey[], workspace: Workspace): Promise<void> {
  await putPagesAside(touched, workspace);
  const archive = new FactArchive(workspace);
  const hearings: Hearing[] = [];
  const meetings = new Set<MeetingId>();
  const years = new Map<string, OrganisationYear>();
  const standing = new Map<string, OrganisationYear>();
  const organisations = new Set<OrganisationId>();
  for (const subject of touched.map(subjectOf)) {
    switch (subject.kind) {
      case 'meeting':
        meetings.add(subject.meeting);
        break;
      case 'meetings':
        hearings.push(await hearMeetings(yearOf(subject), archive));
        break;
      case 'case':
        hearings.push(...(await hearCase(subject.case, archive)));
        break;
      case 'framework-of-year': {
        years.set(nameOf(subject), yearOf(subject));
        const { ever } = await archive.facts({ ...subject, kind: 'meetings' });
        for (const meeting of meetingsEverHeld(ever)) meetings.add(meeting);
        break;
      }
      case 'year':
        years.set(nameOf(subject), yearOf(subject));
        break;
      case 'targets': {
        const { content } = await archive.year(yearOf(subject));
        if (isRated(content)) standing.set(nameOf(subject), yearOf(subject));
        break;
      }
      case 'organisation': {
        const { ever } = await archive.organisation(subject.organisation);
        for (const one of [subject.organisation, ...ever.parents]) organisations.add(one);
        break;
      }
      case 'framework':
        // It is published before anything is judged by it.
        break;
    }
  }
  for (const meeting of meetings) hearings.push(...(await hearMeeting(meeting, archive)));
  for (const [name, year] of years) {
    hearings.push(await hearYear(year, archive));
    standing.set(name, year);
  }
  for (const organisation of organisations) {
    for (const one of await yearsStanding(organisation, archive)) standing.set(nameOf(one), one);
  }
  for (const one of standing.values()) hearings.push(...(await hearStanding(one, archive)));
  await record(hearings, workspace);
}

function nameOf({ organisation, year }: OrganisationYear): string {
  return `${year}/${organisation}`;
}

function yearOf({ organisation, year }: OrganisationYear): OrganisationYear {
  return { organisation, year };
}
