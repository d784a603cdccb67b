import type { HandbookRule } from './handbook-rule';

/** What decides whether the goods are reached, and under which framework. */
export const PROGRAMME_RULES = {
  'R-01': {
    says: 'A violation that press or citizens report truthfully before the organisation has recorded its own detection knocks it out; one detected afterwards does not count as its own.',
    metrics: ['violations.externallyDetected'],
    setBy: ['parameters.externalSources'],
    shown: ['ConditionResult.notes', 'Case.signals'],
  },
  'R-02': {
    says: 'Of a cell, the share of rateable members at a level or better reaches what the framework asks for.',
    metrics: ['members.ratedAtLeastShare'],
  },
  'R-03': {
    says: 'Of a committee, the share of rateable members below it at a level or better reaches what the framework asks for.',
    metrics: ['members.ratedAtLeastShare'],
  },
  'R-04': {
    says: 'The share of direct subordinate organisations that are recognised reaches what the framework asks for; one that is revoked re-opens the recognition above it.',
    metrics: ['children.recognisedShare'],
    recorded: ['RecognitionReviewRequired'],
    shown: ['Scorecard.children'],
  },
  'R-05': {
    says: 'The share of targets met reaches what the framework asks for; exceeded means that all are met and at least one is above.',
    metrics: ['targets.metShare', 'targets.exceededCount'],
  },
  'R-06': {
    says: 'A confirmed violation of what members may not do fails the good of the year in which it happened.',
    metrics: ['violations.prohibitedThings'],
    setBy: ['parameters.selfDetectedExempts'],
  },
  'R-27': {
    says: 'Who counts in a denominator is decided at the end of the census date.',
    setBy: ['parameters.censusDate'],
    shown: ['Scorecard.members'],
  },
  'R-31': {
    says: 'The framework is that of the campaign pledged under, and its version is frozen when the assessment opens.',
    refusals: ['PLEDGE_AFTER_ASSESSMENT_OPENED', 'NOT_PLEDGED'],
    shown: ['Scorecard.framework', 'Recognition.framework'],
  },
} as const satisfies Readonly<Record<string, HandbookRule>>;
