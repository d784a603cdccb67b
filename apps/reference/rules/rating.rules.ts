import type { HandbookRule } from './handbook-rule';

/** The yearly rating of members and organisations. */
export const RATING_RULES = {
  'R-07': {
    says: 'Members are rated first, then the four goods are decided, then the organisation is rated.',
  },
  'R-13': {
    says: 'A member disciplined for the year is FAILED, unless the cell detected it itself and it was remedied.',
    national: ['memberFailed'],
  },
  'R-14': {
    says: 'An organisation is FAILED when it is disciplined itself, when too many of its units are, or when too few targets are met.',
    national: ['organisationFailed'],
  },
  'R-15': {
    says: 'The discipline of a subordinate unit or of a leading member stands against EXCELLENT.',
    national: ['excellentBlockedBy'],
  },
  'R-16': {
    says: 'A violation of an earlier year re-opens the rating of that year; the year of the discipline is not punished for it again.',
    refusals: ['RATING_NOT_REOPENED', 'RATING_ALREADY_DECIDED'],
  },
  'R-24': {
    says: 'Exempted and suspended members are neither rated nor counted, and it is said who was left out and why.',
    metrics: ['members.ratedAtLeastShare', 'members.ratedCount', 'members.pledgedShare'],
    refusals: ['MEMBER_NOT_RATEABLE'],
    shown: ['MemberCount.leftOut'],
  },
  'R-30': {
    says: 'A quota of a level among those rated GOOD or better is held against all ratings when they are published.',
    setBy: ['parameters.ratingQuota'],
    refusals: ['QUOTA_EXCEEDED'],
  },
} as const satisfies Readonly<Record<string, HandbookRule>>;
