import type { MeetingRegime } from './meeting.regime';

/** Directive 50-CT/TW from 23 July 2025, with guidance 42-HD/BTCTW of 28 October 2025. */
export const MEETING_50_42: MeetingRegime = {
  regulations: [
    { number: '50-CT/TW', date: '2025-07-23' },
    { number: '42-HD/BTCTW', date: '2025-10-28' },
  ],
  from: '2025-07-23',
  minimumMinutes: 90,
  minimumMinutesCombined: 120,
  documentsDaysBefore: 1,
};
