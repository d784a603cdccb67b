import type { HandbookRule } from './handbook-rule';

/** How meetings are held, scored and counted. */
export const MEETING_RULES = {
  'R-08': {
    says: 'The level of a meeting is the band of its score; a band may require the maximum in some groups, else the next one holds.',
    setBy: ['meetingScale.bands'],
    metrics: ['meetings.levelCount', 'meetings.belowLevelCount'],
    refusals: ['SCORE_BEFORE_MINUTES', 'SCORE_ABOVE_MAXIMUM', 'SCORE_GROUP_UNKNOWN'],
  },
  'R-09': {
    says: 'The year of meetings is judged by how many there were, how many reached a level, and how many fell below one.',
    metrics: [
      'meetings.regularMonths',
      'meetings.thematicQuarters',
      'meetings.levelCount',
      'meetings.belowLevelCount',
    ],
    deadlines: ['REGULAR_MEETING', 'THEMATIC_MEETING'],
    recorded: ['MeetingMissed'],
  },
  'R-10': {
    says: 'A meeting counts for its month or quarter when it is long enough and its documents were there in time.',
    metrics: ['meetings.regularMonths', 'meetings.thematicQuarters'],
    setBy: ['meetingScale.validity'],
    national: ['minimumMinutes', 'minimumMinutesCombined', 'documentsDaysBefore'],
  },
  'R-11': {
    says: 'Attendance is those present among those who should have come, without the exempted and those on special duty; excuses in a row are noticed.',
    metrics: ['meetings.attendance'],
    refusals: ['ATTENDANCE_IMPOSSIBLE'],
  },
  'R-12': {
    says: 'What an organisation gives itself, what the superior gives and what is final are facts of their own, and the difference is shown.',
    shown: ['ConditionPoints.self', 'ConditionPoints.appraised'],
  },
} as const satisfies Readonly<Record<string, HandbookRule>>;
