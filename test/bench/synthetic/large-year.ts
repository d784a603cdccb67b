import { concernsOf } from '#domain';
import type { DomainEvent } from '#domain';
import { toPosition } from '#event-log';
import type { RecordedFact } from '#projection-engine';
import { startOfDay } from '#vocabulary';
import type { OrganisationId } from '#vocabulary';

/** What somebody may go on recording of one organisation and year for as long as he or she likes. */
export const LARGE_YEAR_KINDS = ['grievances', 'cases', 'members', 'targets', 'meetings'] as const;
export type LargeYearKind = (typeof LARGE_YEAR_KINDS)[number];

const YEAR = 2024;

interface StreamEvent {
  readonly stream: string;
  readonly event: DomainEvent;
}

/** A log of cells, each of which records facts of one kind and year, one after the other. */
export class LargeYears {
  private recorded = 0;

  constructor(private readonly kind: LargeYearKind) {}

  /** The events by which a cell begins. */
  begin(organisation: OrganisationId): readonly RecordedFact[] {
    return foundationOf(organisation).map((event) => this.record(event));
  }

  /** The events of so many facts of a cell, from the nth on. */
  facts(organisation: OrganisationId, from: number, count: number): readonly RecordedFact[] {
    return Array.from({ length: count }, (_, index) =>
      FACTS[this.kind](organisation, `${organisation}-${from + index}`),
    )
      .flat()
      .map((event) => this.record(event));
  }

  private record({ stream, event }: StreamEvent): RecordedFact {
    this.recorded += 1;
    const number = this.recorded;
    const { organisation } = event.data as { readonly organisation: OrganisationId };
    return {
      id: `00000000-0000-5000-8000-${String(number).padStart(12, '0')}`,
      stream,
      revision: number,
      position: toPosition(BigInt(number)),
      recordedAt: new Date(Date.UTC(YEAR, 2, 1) + number).toISOString(),
      ...event,
      schemaVersion: 1,
      metadata: {
        effectiveAt: startOfDay(`${YEAR}-02-01`),
        actor: { id: 'clerk', role: 'SECRETARY', organisation },
        commandId: `command-${number}`,
        correlationId: `command-${number}`,
        tags: concernsOf(event.data),
      },
    };
  }
}

/** Of the events of one fact, in JSON. */
export function bytesOfFact(kind: LargeYearKind): number {
  return JSON.stringify(FACTS[kind]('cell', 'cell-1')).length;
}

function foundationOf(organisation: OrganisationId): readonly StreamEvent[] {
  return [
    {
      stream: `organisation-${organisation}`,
      event: {
        type: 'OrganisationEstablished',
        data: {
          organisation,
          kind: 'GRASSROOTS_CELL',
          name: 'Cell',
          organisationType: 'village',
        },
      },
    },
    {
      stream: `year-${organisation}-${YEAR}`,
      event: {
        type: 'MeetingMissed',
        data: { organisation, year: YEAR, period: 'MONTH', month: 1 },
      },
    },
  ];
}

const FACTS: Readonly<
  Record<LargeYearKind, (organisation: OrganisationId, id: string) => readonly StreamEvent[]>
> = {
  grievances: (organisation, id) => {
    const data = { grievance: id, organisation };
    const stream = `grievance-${id}`;
    return [
      { stream, event: { type: 'GrievanceOpened', data } },
      { stream, event: { type: 'GrievanceFlagged', data: { ...data, flag: 'CROWD' } } },
    ];
  },
  cases: (organisation, id) => {
    const data = { case: id, organisation };
    const stream = `case-${id}`;
    return [
      {
        stream,
        event: {
          type: 'CaseOpened',
          data: { ...data, occurredOn: '2024-01-15', prohibitedThing: 3 },
        },
      },
      { stream, event: { type: 'SignalReceived', data: { ...data, source: 'PRESS' } } },
    ];
  },
  members: (organisation, id) => {
    const data = { member: id, organisation };
    return [
      {
        stream: `member-${id}`,
        event: { type: 'MemberAdmitted', data: { ...data, admittedOn: '2024-02-01' } },
      },
      {
        stream: `review-${organisation}-${YEAR}`,
        event: {
          type: 'MemberRatingDecided',
          data: { ...data, year: YEAR, level: 'COMPLETED', decidedBy: organisation },
        },
      },
    ];
  },
  targets: (organisation, id) => {
    const data = { organisation, year: YEAR, code: id };
    const stream = `target-${organisation}-${YEAR}`;
    return [
      {
        stream,
        event: {
          type: 'TargetAssigned',
          data: { ...data, title: 'Target', unit: '%', assigned: '10', direction: 'AT_LEAST' },
        },
      },
      { stream, event: { type: 'TargetResultConfirmed', data: { ...data, achieved: '10' } } },
    ];
  },
  meetings: (organisation, id) => {
    const data = { meeting: id, organisation, year: YEAR };
    const stream = `meeting-${id}`;
    const startsAt = '2024-02-01T08:00:00+07:00';
    return [
      {
        stream,
        event: { type: 'MeetingScheduled', data: { ...data, kind: 'REGULAR', startsAt } },
      },
      {
        stream,
        event: {
          type: 'MeetingHeld',
          data: {
            ...data,
            kind: 'REGULAR',
            startsAt,
            endsAt: '2024-02-01T10:00:00+07:00',
            attendance: { expected: 10, present: 10, excused: [], unexcused: [], specialDuty: [] },
            superiorAttended: false,
            previousResolutionReviewed: false,
          },
        },
      },
    ];
  },
};
