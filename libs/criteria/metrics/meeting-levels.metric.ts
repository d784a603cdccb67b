import { MEETING_LEVELS } from '#vocabulary';
import type { MeetingLevel } from '#vocabulary';
import { count } from '../evaluation/figure';
import type { OrganisationYearFacts } from '../facts';
import { isMeetingLevelAtLeast } from '../meetings/meeting-level';
import { monthsStillOpen } from '../meetings/months-still-open';
import { countedEvidence } from './evidence';
import type { Metric, MetricResult } from './metric';

/** A meeting without a final level stays open: nothing is silently passed or failed. */
function countLevels(
  facts: OrganisationYearFacts,
  counts: (level: MeetingLevel) => boolean,
): MetricResult {
  const { levels, regular, evidence } = facts.meetings;
  const judged = MEETING_LEVELS.reduce((sum, level) => sum + levels[level], 0);
  const certain = MEETING_LEVELS.filter(counts).reduce((sum, level) => sum + levels[level], 0);
  return {
    interval: count(certain, certain + (regular - judged) + monthsStillOpen(facts)),
    ...countedEvidence([{ kind: 'meetings:scores', ...evidence.scores }]),
  };
}

export const meetingsLevelCount: Metric = {
  name: 'meetings.levelCount',
  param: 'meetingLevel',
  measure: 'COUNT',
  figure: ({ level }) => ({
    vi: `Số kỳ sinh hoạt thường kỳ đạt mức ${level.vi} trở lên`,
    en: `Regular meetings at level ${level.en} or above`,
  }),
  open: 'Months still open and meetings without a final score may still reach the level.',
  evaluate: (facts, { level: wanted }) =>
    countLevels(facts, (level) => isMeetingLevelAtLeast(level, wanted)),
};

export const meetingsBelowLevelCount: Metric = {
  name: 'meetings.belowLevelCount',
  param: 'meetingLevel',
  measure: 'COUNT',
  figure: ({ level }) => ({
    vi: `Số kỳ sinh hoạt thường kỳ dưới mức ${level.vi}`,
    en: `Regular meetings below level ${level.en}`,
  }),
  open: 'Months still open and meetings without a final score may still fall below the level.',
  evaluate: (facts, { level: wanted }) =>
    countLevels(facts, (level) => !isMeetingLevelAtLeast(level, wanted)),
};
