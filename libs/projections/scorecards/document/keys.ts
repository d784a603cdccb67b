import type { DocumentKey } from '#projection-engine';
import type { OrganisationId } from '#vocabulary';

export const SCORECARDS = 'scorecards';

export function scorecardKey(organisation: OrganisationId, year: number): DocumentKey {
  return { collection: SCORECARDS, id: `${year}/${organisation}` };
}
