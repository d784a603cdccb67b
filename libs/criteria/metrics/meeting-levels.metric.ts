import type { MeetingLevel } from '#vocabulary';
import type { OrganisationYearFacts } from '../facts';
import { count } from '../evaluation/figure';
import { isMeetingLevelAtLeast, meetingLevel } from '../meetings/meeting-level';
import { monthsStillOpen, regularMeetings } from '../meetings/meeting-year';
import { evidenceOf } from './evidence';
import type { Metric, MetricResult, MetricSetting } from './metric';

/** Without a scale there is no final level: every score stays open, nothing is silently passed or failed. */
function countLevels(
  facts: OrganisationYearFacts,
  { meetingScale }: MetricSetting,
  counts: (level: MeetingLevel) => boolean,
): MetricResult {
  const regular = regularMeetings(facts).map(({ score }) => ({
    score,
    level: score && meetingScale ? meetingLevel(meetingScale, score.points) : undefined,
  }));
  const certain = regular.filter(({ level }) => level !== undefined && counts(level)).length;
  const unscored = regular.filter(({ level }) => level === undefined).length;
  return {
    interval: count(certain, certain + unscored + monthsStillOpen(facts)),
    evidence: evidenceOf(regular.map(({ score }) => score?.event)),
    notes: [],
  };
}

export const meetingsLevelCount: Metric = {
  name: 'meetings.levelCount',
  param: 'meetingLevel',
  measure: 'COUNT',
  evaluate: (facts, { level: wanted }, setting) =>
    countLevels(facts, setting, (level) => isMeetingLevelAtLeast(level, wanted)),
};

export const meetingsBelowLevelCount: Metric = {
  name: 'meetings.belowLevelCount',
  param: 'meetingLevel',
  measure: 'COUNT',
  evaluate: (facts, { level: wanted }, setting) =>
    countLevels(facts, setting, (level) => !isMeetingLevelAtLeast(level, wanted)),
};
