import type { RatingRegime } from './rating.regime';

/** Regulation 366-QĐ/TW: 100 points, from 30 August 2025. */
export const RATING_366: RatingRegime = {
  regulations: [{ number: '366-QĐ/TW', date: '2025-08-30' }],
  from: '2025-08-30',
  points: {
    general: 30,
    results: 70,
    bands: [
      { level: 'EXCELLENT', minimum: 90 },
      { level: 'GOOD', minimum: 70 },
      { level: 'COMPLETED', minimum: 50 },
      { level: 'FAILED', minimum: 0 },
    ],
  },
  excellentBlockedBy: ['SUBORDINATE_UNIT', 'LEADING_MEMBER'],
};
