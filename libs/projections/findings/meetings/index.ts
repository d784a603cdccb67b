import { excusedInARow } from './excused-in-a-row';
import { meetingMissed } from './meeting-missed';
import { resolutionNotReviewed } from './resolution-not-reviewed';
import { scoresAllAlike } from './scores-all-alike';

/** Asked of all meetings of an organisation's year. */
export const MEETINGS_QUESTIONS = [
  meetingMissed,
  excusedInARow,
  scoresAllAlike,
  resolutionNotReviewed,
] as const;
