import type { GivenCommand } from './persistent-client';

/**
 * What one client of a cell keeps recording: meetings, each a stream of its own with several events,
 * and progress of a target, a stream that all clients of the cell write to.
 */
export function* recordsOf(cell: string, client: number): Generator<GivenCommand, never> {
  for (let number = 1; ; number += 1) {
    const meeting = `${cell}-${client}-${number}`;
    const date = `2025-${two(1 + (number % 9))}-${two(1 + (number % 27))}`;
    const endsAt = `${date}T20:45:00+07:00`;
    yield {
      mutation: 'holdMeeting',
      input: {
        meeting,
        organisation: cell,
        kind: 'REGULAR',
        effectiveAt: endsAt,
        startsAt: `${date}T19:00:00+07:00`,
        endsAt,
        attendance: { expected: 8, present: 8, excused: [], unexcused: [], specialDuty: [] },
        superiorAttended: false,
        previousResolutionReviewed: true,
      },
    };
    yield { mutation: 'adoptMinutes', input: { meeting, effectiveAt: endsAt } };
    yield {
      mutation: 'reportTargetProgress',
      input: {
        organisation: cell,
        year: 2025,
        code: 'T1',
        achieved: `${number}.${client}`,
        effectiveAt: endsAt,
      },
    };
  }
}

/** What has to be there before: a pledge for the year, and the target. */
export function* beginningsOf(cell: string): Generator<GivenCommand> {
  const effectiveAt = '2025-01-10T08:00:00+07:00';
  const pledge = { campaign: 'four-good-2023-2025', organisation: cell, year: 2025 };
  yield { mutation: 'registerPledge', input: { ...pledge, items: [], effectiveAt } };
  yield { mutation: 'signPledge', input: { ...pledge, effectiveAt } };
  const target = { title: 'Hộ gia đình đạt chuẩn văn hóa', unit: '%', direction: 'AT_LEAST' };
  yield {
    mutation: 'assignTarget',
    input: { organisation: cell, year: 2025, code: 'T1', assigned: '95', ...target, effectiveAt },
  };
}

function two(number: number): string {
  return String(number).padStart(2, '0');
}
