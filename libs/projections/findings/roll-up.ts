import type { CaseId, MeetingId, OrganisationId } from '#vocabulary';
import { refTo } from '#projection-engine';
import type { DocumentKey, Folded, Workspace } from '#projection-engine';
import { putPagesAside } from '../facts';
import type { KeptFact } from '../facts';
import { FactArchive } from './fact-archive';
import { meetingsRecounted } from './headcount';
import { record } from './hearing';
import type { Hearing } from './hearing';
import { hearMeeting, hearMeetings } from './hear-meetings';
import { hearRating, hearRatingsDisciplined } from './hear-ratings';
import { hearCase, hearCaseInYear, hearStanding, hearYear, yearsStanding } from './hearings';
import { isDisciplined, organisationsNamedIn } from './subjects/case.subject';
import { ofType } from './subjects/of-type';
import { yearsRecognised } from './subjects/organisation.subject';
import { isRated, meetingsEverHeld } from './subjects/year.subject';
import type { OrganisationYear } from './subjects/year.subject';
import { factsKey, FINDING_FACTS, subjectOf } from './keys';
import type { FactsSubject } from './keys';
import { hearAlike, hearRatingsOf } from './hear-doubles';
import { hearEntries } from './hear-entries';
import { hearMembers } from './hear-members';
import { hearQuotas } from './hear-quota';
import { hearRecord } from './hear-record';
import { alikeOf } from './subjects-of-event';

interface CaseOfYear extends OrganisationYear {
  readonly case: CaseId;
}

/**
 * Asks every question again that the touched subjects have to do with. It depends on the documents
 * as they stood at the last event and not on what changed, so it heals what a crash left half-written. What
 * settles is rolled up alone: what it takes away is settled by it.
 */
export async function rollUp(
  touched: readonly DocumentKey[],
  workspace: Workspace,
  { through, alone }: Folded,
): Promise<void> {
  // What else is touched only tells where to look.
  const facts = touched.filter(({ collection }) => collection === FINDING_FACTS);
  await putPagesAside(facts, workspace);
  const subjects = facts.map(subjectOf);
  const hear = (until: bigint): Promise<readonly Hearing[]> =>
    hearingsOf(subjects, new FactArchive(workspace, until), alone !== undefined);
  const before = alone && (await hear(alone.position - 1n));
  const settling = alone && before && { by: refTo(alone), before };
  await record(await hear(through), workspace, { through, ...(settling && { settling }) });
}

async function hearingsOf(
  subjects: readonly FactsSubject[],
  archive: FactArchive,
  isSettling: boolean,
): Promise<readonly Hearing[]> {
  const hearings = await hearingsOfSubjects(subjects, archive, isSettling);
  hearings.push(...(await hearQuotas(subjects, archive)));
  hearings.push(...(await hearMembers(subjects, archive)));
  for (const subject of subjects) hearings.push(...(await hearRecord(subject, archive)));
  hearings.push(...(await hearEntries(subjects, archive, isSettling)));
  return hearings;
}

async function hearingsOfSubjects(
  subjects: readonly FactsSubject[],
  archive: FactArchive,
  isSettling: boolean,
): Promise<Hearing[]> {
  const hearings: Hearing[] = [];
  const meetings = new Set<MeetingId>();
  const cases = new Set<CaseId>();
  const alike = new Map<string, ReturnType<typeof alikeOf>>();
  const casesInYears = new Map<string, CaseOfYear>();
  const years = new Map<string, OrganisationYear>();
  const yearsOfMeetings = new Map<string, OrganisationYear>();
  const yearsRated = new Map<string, OrganisationYear>();
  const standing = new Map<string, OrganisationYear>();
  const organisations = new Set<OrganisationId>();
  for (const subject of subjects) {
    for (const one of await meetingsRecounted(subject, archive, isSettling)) meetings.add(one);
    switch (subject.kind) {
      case 'meeting':
        meetings.add(subject.meeting);
        break;
      case 'meetings':
        yearsOfMeetings.set(nameOf(subject), yearOf(subject));
        break;
      case 'case':
        cases.add(subject.case);
        break;
      case 'cases':
      case 'disciplines':
        // Lists of cases; each case that they name is touched itself.
        break;
      case 'framework-of-year': {
        years.set(nameOf(subject), yearOf(subject));
        yearsOfMeetings.set(nameOf(subject), yearOf(subject));
        const { ever } = await archive.facts({ ...subject, kind: 'meetings' });
        for (const meeting of meetingsEverHeld(ever)) meetings.add(meeting);
        break;
      }
      case 'year':
        years.set(nameOf(subject), yearOf(subject));
        break;
      case 'rating':
        hearings.push(...(await hearRating(yearOf(subject), subject.member, archive)));
        break;
      case 'ratings':
        yearsRated.set(nameOf(subject), yearOf(subject));
        break;
      case 'targets': {
        const { content } = await archive.year(yearOf(subject));
        if (isRated(content)) standing.set(nameOf(subject), yearOf(subject));
        break;
      }
      case 'organisation': {
        const { ever } = await archive.organisation(subject.organisation);
        for (const one of [subject.organisation, ...ever.parents]) organisations.add(one);
        // Whether it existed decides which meetings it owed in the years for which it pledged.
        const named = await archive.facts({ ...subject, kind: 'frameworks-of-years' });
        for (const { data } of ofType(named.ever, 'PledgeRegistered')) {
          const { year } = data;
          const one = { organisation: subject.organisation, year };
          yearsOfMeetings.set(nameOf(one), one);
        }
        break;
      }
      case 'alike':
        alike.set(factsKey(subject).id, subject);
        break;
      case 'ratings-of-member':
        hearings.push(...(await hearRatingsOf(subject, archive)));
        break;
      case 'framework':
        // It is published before anything is judged by it.
        break;
      default:
        // Asked about by whom and when it was entered.
        break;
    }
  }
  for (const one of yearsOfMeetings.values()) hearings.push(await hearMeetings(one, archive));
  for (const meeting of meetings) hearings.push(...(await hearMeeting(meeting, archive)));
  for (const id of cases) {
    hearings.push(...(await hearCase(id, archive)));
    const { ever } = await archive.case(id);
    for (const { data } of ofType(ever.facts, 'CaseOpened')) {
      alike.set(factsKey(alikeOf(data)).id, alikeOf(data));
    }
    for (const organisation of organisationsNamedIn(beginnings(ever.facts))) {
      const own = await archive.organisation(organisation);
      for (const year of yearsRecognised(own.ever.facts)) {
        casesInYears.set(`${year}/${organisation}/${id}`, { case: id, organisation, year });
      }
    }
    if (!isDisciplined(ever)) continue;
    for (const organisation of organisationsNamedIn(ever.facts)) {
      const own = await archive.organisation(organisation);
      for (const one of [organisation, ...own.ever.parents]) organisations.add(one);
    }
  }
  for (const one of alike.values()) hearings.push(...(await hearAlike(one, archive)));
  for (const [name, year] of years) {
    for (const id of await casesToAskIn(year, archive)) {
      casesInYears.set(`${name}/${id}`, { case: id, ...year });
    }
    standing.set(name, year);
  }
  for (const year of new Map([...years, ...yearsRated]).values()) {
    hearings.push(await hearYear(year, archive));
  }
  for (const one of casesInYears.values()) {
    hearings.push(await hearCaseInYear(one.case, yearOf(one), archive));
  }
  for (const organisation of organisations) {
    for (const one of await yearsStanding(organisation, archive)) standing.set(nameOf(one), one);
  }
  for (const organisationYear of standing.values()) {
    hearings.push(...(await hearStanding(organisationYear, archive)));
    hearings.push(...(await hearRatingsDisciplined(organisationYear, archive)));
  }
  return hearings;
}

/** All cases of an organisation, if it was ever recognised that year. */
async function casesToAskIn(
  organisationYear: OrganisationYear,
  archive: FactArchive,
): Promise<readonly CaseId[]> {
  const { ever } = await archive.year(organisationYear);
  if (yearsRecognised(ever.facts).length === 0) return [];
  const listed = await archive.facts({
    kind: 'cases',
    organisation: organisationYear.organisation,
  });
  return beginnings(listed.ever).map(({ data }) => data.case);
}

/** What a case begins with, and by which its organisation lists it. */
function beginnings(facts: readonly KeptFact[]) {
  return [...ofType(facts, 'CaseOpened'), ...ofType(facts, 'SignalReceived')];
}

function nameOf({ organisation, year }: OrganisationYear): string {
  return `${year}/${organisation}`;
}

function yearOf({ organisation, year }: OrganisationYear): OrganisationYear {
  return { organisation, year };
}
