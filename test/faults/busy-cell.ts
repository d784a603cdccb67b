import { regularMeeting } from '../support';
import type { GivenCommand } from './persistent-client';

/**
 * What one client of a cell keeps recording: meetings, each a stream of its own with several events,
 * and progress of a target, a stream that all clients of the cell write to.
 */
export function* recordsOf(cell: string, client: number): Generator<GivenCommand, never> {
  for (let number = 1; ; number += 1) {
    const meeting = `${cell}-${client}-${number}`;
    const date = `2025-${two(1 + (number % 9))}-${two(1 + (number % 27))}`;
    const held = regularMeeting(cell, meeting, date);
    const { effectiveAt } = held;
    yield { mutation: 'holdMeeting', input: held };
    yield { mutation: 'adoptMinutes', input: { meeting, effectiveAt } };
    yield {
      mutation: 'reportTargetProgress',
      input: {
        organisation: cell,
        year: 2025,
        code: 'T1',
        achieved: `${number}.${client}`,
        effectiveAt,
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
