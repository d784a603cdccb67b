import { ORGANISATIONS, organisationDocumentId, scorecardKey, SCORECARDS } from '#projections';
import type { OrganisationDocument, ScorecardDocument } from '#projections';
import { loadedBody } from '../shared';
import type { ReadModels } from '../shared';
import type { ScorecardType } from './scorecard.types';
import { toScorecard, unpledgedScorecard } from './to-scorecard';

/** The scorecard of an organisation for a year as it is; none for an unknown organisation. */
export async function scorecardNow(
  readModels: ReadModels,
  organisation: string,
  year: number,
  atLeast?: string,
): Promise<ScorecardType | undefined> {
  const { collection, projectedThrough } = await readModels.read<ScorecardDocument>(
    'scorecards',
    SCORECARDS,
    atLeast,
  );
  const document = await loadedBody(collection, scorecardKey(organisation, year).id);
  if (document !== undefined) return toScorecard(document, projectedThrough);
  const tree = await readModels.read<OrganisationDocument>('organisations', ORGANISATIONS, atLeast);
  const known = await loadedBody(tree.collection, organisationDocumentId(organisation));
  return known?.known === true ? unpledgedScorecard(known, year, projectedThrough) : undefined;
}
