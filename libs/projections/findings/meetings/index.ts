import { excusedInARow } from './excused-in-a-row';
import { meetingMissed } from './meeting-missed';
import { periodNotClosed } from './period-not-closed';
import { resolutionNotReviewed } from './resolution-not-reviewed';
import { scoresAllAlike } from './scores-all-alike';

/** Asked of all meetings of an organisation's year. */
export const MEETINGS_QUESTIONS = [
  meetingMissed,
  periodNotClosed,
  excusedInARow,
  scoresAllAlike,
  resolutionNotReviewed,
] as const;
