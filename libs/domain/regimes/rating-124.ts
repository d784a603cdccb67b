import type { RatingRegime } from './rating.regime';

/** Regulation 124-QĐ/TW: four levels by conditions, until 29 August 2025. */
export const RATING_124: RatingRegime = {
  regulations: [{ number: '124-QĐ/TW', date: '2023-10-04' }],
  memberFailed: { whenDisciplined: true, sparesSelfDetectedAndRemedied: true },
  organisationFailed: {
    whenDisciplined: true,
    disciplinedUnitsAbove: 0.2,
    targetsMetBelow: 0.5,
    whenDisunityConcluded: true,
  },
  excellentBlockedBy: [],
};
