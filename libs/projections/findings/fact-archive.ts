import type {
  CaseId,
  CriteriaFramework,
  EventId,
  Instant,
  MeetingId,
  OrganisationId,
} from '#vocabulary';
import type { MemberState } from '#domain';
import type { Workspace } from '#projection-engine';
import { extentAt, factsAt, factsRecordedSince, factsSince, factsThrough, inOrder } from '../facts';
import type { Facts, KeptFact } from '../facts';
import { factsKey, meetingsKey } from './keys';
import type { FactsSubject } from './keys';
import { meetingYearsKey, NO_MEETING_YEARS } from './meeting-years';
import type { MeetingYearsDocument } from './meeting-years';
import { caseSubject } from './subjects/case.subject';
import type { CaseSubject } from './subjects/case.subject';
import { meetingsSubject } from './subjects/meetings.subject';
import type { MeetingsSubject } from './subjects/meetings.subject';
import {
  isOfMeetings,
  meetingOf,
  summarised,
  summaryAfter,
  summaryOf,
} from './subjects/meetings-summary';
import type { MeetingsSummary } from './subjects/meetings-summary';
import { factsOfMembers, isTransferred, memberIn } from './subjects/member.subject';
import { organisationSubject, yearsOf } from './subjects/organisation.subject';
import type { OrganisationSubject } from './subjects/organisation.subject';
import { ofType } from './subjects/of-type';
import { frameworkNamedIn, yearSubject } from './subjects/year.subject';
import type { OrganisationYear, YearSubject } from './subjects/year.subject';

/** What is kept of a subject, with the position of its last event; 0 where nothing is. */
export interface Archived<Content> {
  readonly content: Content;
  /** As if nothing had been corrected. */
  readonly ever: Content;
  readonly position: bigint;
}

interface KeptSummary {
  /** The facts that it tells of, and how often they were corrected. */
  readonly count: number;
  readonly corrections: number;
  readonly summary: MeetingsSummary;
}

/** The facts of all subjects during one roll-up; what is asked about often is worked out once. */
export class FactArchive {
  private readonly organisations = new Map<OrganisationId, Archived<OrganisationSubject>>();
  private readonly cases = new Map<CaseId, Archived<CaseSubject>>();
  private readonly registers = new Map<OrganisationId, readonly MemberState[]>();
  private readonly years = new Map<string, Archived<YearSubject>>();

  constructor(
    private readonly workspace: Workspace,
    /** What was recorded later is not looked at: after a crash, facts may be ahead of what is asked about them. */
    private readonly through: bigint,
  ) {}

  async prefetch(subjects: readonly FactsSubject[]): Promise<void> {
    await this.workspace.prefetch(subjects.map(factsKey));
  }

  async facts(subject: FactsSubject): Promise<Facts> {
    return factsThrough(this.through, await factsAt(factsKey(subject), this.workspace));
  }

  /** What was entered of a subject at a time or after it, and some before. */
  async enteredSince(time: Instant, subject: FactsSubject): Promise<readonly KeptFact[]> {
    const facts = await factsRecordedSince(time, factsKey(subject), this.workspace);
    return factsThrough(this.through, facts).standing;
  }

  /** What was entered last of a subject, and stands; read from the last page back. */
  async lastEntered(subject: FactsSubject): Promise<KeptFact | undefined> {
    const key = factsKey(subject);
    const { pages } = await extentAt(key, this.workspace);
    for (let from = pages; from >= 0; from -= 1) {
      const facts = factsThrough(this.through, await factsAt(key, this.workspace, from));
      const last = facts.standing.at(-1);
      if (last !== undefined) return last;
    }
    return undefined;
  }

  /** All who were ever recorded to have come into an organisation; those who were transferred with what was recorded elsewhere. */
  async members(organisation: OrganisationId): Promise<readonly MemberState[]> {
    const known = this.registers.get(organisation);
    if (known) return known;
    const { standing } = await this.facts({ kind: 'entries', organisation });
    const members = await Promise.all(
      [...factsOfMembers(organisation, standing)].map(async ([member, facts]) =>
        memberIn(
          isTransferred(facts) ? (await this.facts({ kind: 'member', member })).standing : facts,
        ),
      ),
    );
    this.registers.set(organisation, members);
    return members;
  }

  /** Whether or not it is read, the position of what is kept of a subject. */
  async positionOf(subject: FactsSubject): Promise<bigint> {
    return (await this.workspace.read(factsKey(subject)))?.position ?? 0n;
  }

  /** Of many meetings, a summary is kept: they are all read only where what is new has to do with earlier ones. */
  async meetings(organisationYear: OrganisationYear): Promise<Archived<MeetingsSubject>> {
    const facts = { ...organisationYear, kind: 'meetings' } as const;
    const key = factsKey(facts);
    const { pages, count, corrections, position } = await extentAt(key, this.workspace);
    if (pages === 0) return archivedAs(await this.facts(facts), meetingsSubject);
    const keptAt = meetingsKey(organisationYear.year, organisationYear.organisation);
    const kept = (await this.workspace.read(keptAt))?.body as KeptSummary | undefined;
    if (position > this.through) {
      if (kept !== undefined) this.workspace.remove(keptAt);
      return archivedAs(await this.facts(facts), meetingsSubject);
    }
    const keep = (summary: MeetingsSummary): void => {
      const body = { count, corrections, summary } satisfies KeptSummary;
      this.workspace.write(keptAt, body, position);
    };
    if (kept?.corrections === corrections) {
      const since = await factsSince(kept.count, key, this.workspace);
      const after = summaryAfter(kept.summary, since, await this.firstOfMeetings(since));
      if (after !== undefined) {
        keep(after);
        const content = summarised(after, kept.summary, since);
        return { content, ever: content, position };
      }
    }
    const all = await this.facts(facts);
    const summary = summaryOf(all.standing);
    if (summary !== undefined) keep(summary);
    else if (kept !== undefined) this.workspace.remove(keptAt);
    return archivedAs(all, meetingsSubject);
  }

  async yearsWithMeetings(organisation: OrganisationId): Promise<readonly number[]> {
    const held = await this.workspace.read(meetingYearsKey(organisation));
    return ((held?.body ?? NO_MEETING_YEARS) as MeetingYearsDocument).years;
  }

  /** Facts kept of meetings one by one. */
  async factsOfMeetings(meetings: Iterable<MeetingId>): Promise<readonly KeptFact[]> {
    const subjects = Array.from(meetings, (meeting) => ({ kind: 'meeting', meeting }) as const);
    await this.prefetch(subjects);
    const facts = await Promise.all(subjects.map((subject) => this.facts(subject)));
    return inOrder(facts.flatMap(({ ever }) => ever));
  }

  private async firstOfMeetings(facts: readonly KeptFact[]): Promise<(event: EventId) => boolean> {
    const meetings = new Set(facts.flatMap((fact) => meetingOf(fact) ?? []));
    const seen = new Set<MeetingId>();
    const first = new Set<EventId>();
    for (const fact of await this.factsOfMeetings(meetings)) {
      const meeting = meetingOf(fact);
      if (meeting === undefined || seen.has(meeting) || !isOfMeetings(fact)) continue;
      seen.add(meeting);
      first.add(fact.id);
    }
    return (event) => first.has(event);
  }

  async year(organisationYear: OrganisationYear): Promise<Archived<YearSubject>> {
    const name = factsKey({ ...organisationYear, kind: 'year' }).id;
    const known = this.years.get(name);
    if (known) return known;
    const facts = await this.facts({ ...organisationYear, kind: 'year' });
    const { framework, position } = await this.frameworkOf(organisationYear);
    const year = archivedAs(facts, (kept) => yearSubject(organisationYear, kept, framework));
    const archived = { ...year, position: later(year.position, position) };
    this.years.set(name, archived);
    return archived;
  }

  /** That of the assessment or, before that, of the pledge; with the position of what names it. */
  async frameworkOf(organisationYear: OrganisationYear): Promise<{
    readonly framework: CriteriaFramework | undefined;
    readonly position: bigint;
  }> {
    const { standing, position } = await this.facts({
      ...organisationYear,
      kind: 'framework-of-year',
    });
    const framework = frameworkNamedIn(standing);
    if (framework === undefined) return { framework, position };
    const published = await this.facts({ kind: 'framework', framework });
    const last = ofType(published.standing, 'FrameworkPublished').at(-1);
    return { framework: last?.data.definition, position };
  }

  async organisation(organisation: OrganisationId): Promise<Archived<OrganisationSubject>> {
    const known = this.organisations.get(organisation);
    if (known) return known;
    const own = await this.facts({ kind: 'organisation', organisation });
    const disciplines = await this.facts({ kind: 'disciplines', organisation });
    const decided = ofType(disciplines.ever, 'DisciplineDecided').map(({ data }) => data.case);
    const cases = await this.casesNamed([...new Set(decided)]);
    const everDisciplined = cases.map(({ ever }) => ever);
    const years = yearsOf(own.ever, everDisciplined);
    const ever = { ...organisationSubject(organisation, own.ever, everDisciplined), years };
    const isAsEver = own.ever === own.standing && cases.every((one) => one.content === one.ever);
    const disciplined = cases.map(({ content }) => content);
    const archived = {
      content: isAsEver
        ? ever
        : { ...organisationSubject(organisation, own.standing, disciplined), years },
      ever,
      position: cases.map(({ position }) => position).reduce(later, own.position),
    };
    this.organisations.set(organisation, archived);
    return archived;
  }

  async case(id: CaseId): Promise<Archived<CaseSubject>> {
    const known = this.cases.get(id);
    if (known) return known;
    const archived = archivedAs(await this.facts({ kind: 'case', case: id }), caseSubject);
    this.cases.set(id, archived);
    return archived;
  }

  private async casesNamed(ids: readonly CaseId[]): Promise<readonly Archived<CaseSubject>[]> {
    await this.prefetch(ids.map((id) => ({ kind: 'case', case: id })));
    return Promise.all(ids.map((id) => this.case(id)));
  }
}

/** What is known of a subject, worked out of its facts. */
export function archivedAs<Content>(
  { standing, ever, position }: Facts,
  subjectOf: (facts: readonly KeptFact[]) => Content,
): Archived<Content> {
  const subject = subjectOf(standing);
  return { content: subject, ever: ever === standing ? subject : subjectOf(ever), position };
}

export function later(a: bigint, b: bigint): bigint {
  return a > b ? a : b;
}
