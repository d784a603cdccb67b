import { concernsOf } from '#domain';
import type { DomainEvent } from '#domain';
import { toPosition } from '#event-log';
import type { LoggedFact } from '#projection-engine';
import { startOfDay } from '#vocabulary';

/** What somebody may go on recording of one organisation and year for as long as he or she likes. */
export const LARGE_YEAR_KINDS = ['grievances', 'cases', 'members', 'targets', 'meetings'] as const;
export type LargeYearKind = (typeof LARGE_YEAR_KINDS)[number];

const CELL = 'cell';
const YEAR = 2024;

interface Told {
  readonly stream: string;
  readonly event: DomainEvent;
}

/** Facts of one organisation's year: the organisation first, then as many of the kind as are asked for. */
export function* largeYear(kind: LargeYearKind): Generator<LoggedFact> {
  let index = 0;
  const record = ({ stream, event }: Told): LoggedFact => {
    index += 1;
    const tags = concernsOf(event.data);
    return {
      id: `00000000-0000-5000-8000-${String(index).padStart(12, '0')}`,
      stream,
      revision: index,
      position: toPosition(BigInt(index)),
      recordedAt: new Date(Date.UTC(2024, 2, 1) + index).toISOString(),
      ...event,
      schemaVersion: 1,
      metadata: {
        effectiveAt: startOfDay('2024-02-01'),
        actor: { id: 'clerk', role: 'SECRETARY', organisation: CELL },
        commandId: `command-${index}`,
        correlationId: `command-${index}`,
        tags,
      },
    } as LoggedFact;
  };
  for (const told of FOUNDATION) yield record(told);
  for (let number = 1; ; number += 1) {
    for (const told of FACTS[kind](number)) yield record(told);
  }
}

/** Events of the foundation, and of each fact of a kind. */
export function eventsOf(kind: LargeYearKind): number {
  return FACTS[kind](1).length;
}

export const FOUNDATION: readonly Told[] = [
  {
    stream: `organisation-${CELL}`,
    event: {
      type: 'OrganisationEstablished',
      data: {
        organisation: CELL,
        kind: 'GRASSROOTS_CELL',
        name: 'Cell',
        organisationType: 'village',
      },
    },
  },
  {
    stream: `year-${CELL}-${YEAR}`,
    event: {
      type: 'MeetingMissed',
      data: { organisation: CELL, year: YEAR, period: 'MONTH', month: 1 },
    },
  },
];

const FACTS: Readonly<Record<LargeYearKind, (number: number) => readonly Told[]>> = {
  grievances: (number) => {
    const data = { grievance: `g${number}`, organisation: CELL };
    const stream = `grievance-g${number}`;
    return [
      { stream, event: { type: 'GrievanceOpened', data } },
      { stream, event: { type: 'GrievanceFlagged', data: { ...data, flag: 'CROWD' } } },
    ];
  },
  cases: (number) => {
    const data = { case: `v${number}`, organisation: CELL };
    const stream = `case-v${number}`;
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
  members: (number) => {
    const member = `m${String(number).padStart(5, '0')}`;
    const data = { member, organisation: CELL };
    return [
      {
        stream: `member-${member}`,
        event: { type: 'MemberAdmitted', data: { ...data, admittedOn: '2024-02-01' } },
      },
      {
        stream: `review-${CELL}-${YEAR}`,
        event: {
          type: 'MemberRatingDecided',
          data: { ...data, year: YEAR, level: 'COMPLETED', decidedBy: CELL },
        },
      },
    ];
  },
  targets: (number) => {
    const data = { organisation: CELL, year: YEAR, code: `T${number}` };
    const stream = `target-${CELL}-${YEAR}`;
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
  meetings: (number) => {
    const data = { meeting: `s${number}`, organisation: CELL, year: YEAR };
    const stream = `meeting-s${number}`;
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
