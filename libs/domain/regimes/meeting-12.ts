import type { MeetingRegime } from './meeting.regime';

/** Guidance 12-HD/BTCTW: until 22 July 2025. */
export const MEETING_12: MeetingRegime = {
  regulations: [{ number: '12-HD/BTCTW', date: '2018-07-06' }],
};
