import type { ExportedEvent } from '#ledger';
import { organisationsProjection, SCORECARDS, scorecardsProjection } from '#projections';
import type { ScorecardDocument } from '#projections';
import type { ExportFolder } from '../reading/export-folder';
import { withFoldedExport } from './folded-export';
import type { FoldRequest } from './folded-export';
import { notTold, toldWhole } from './told-whole';

export interface ReplayRequest extends FoldRequest {
  readonly organisation?: string | undefined;
  readonly year?: number | undefined;
}

export interface Replayed {
  readonly scorecards: readonly ScorecardDocument[];
  /** The last event that counted. */
  readonly last: ExportedEvent | undefined;
}

/**
 * The scorecards of a history, computed here and now by the code with which the service does. Of a part of the history,
 * those of the organisations in it.
 *
 * @throws CannotTell for an organisation of which the export does not have all events
 */
export function replay(folder: ExportFolder, request: ReplayRequest): Promise<Replayed> {
  const { organisation, year } = request;
  const isPart = folder.manifest.scope.under !== null;
  const projections = [scorecardsProjection, ...(isPart ? [organisationsProjection] : [])];
  return withFoldedExport(folder, projections, request, async ({ models, last }) => {
    const isTold = await toldWhole(folder, models);
    if (organisation !== undefined && !isTold(organisation)) throw notTold(organisation);
    const collection = await models.collection<ScorecardDocument>(SCORECARDS);
    const scorecards: ScorecardDocument[] = [];
    for await (const { json } of collection.dump()) {
      const scorecard = JSON.parse(json) as ScorecardDocument;
      const isAsked =
        (organisation === undefined || scorecard.organisation === organisation) &&
        isTold(scorecard.organisation) &&
        (year === undefined || scorecard.year === year);
      if (isAsked) scorecards.push(scorecard);
    }
    return { scorecards: scorecards.sort(byOrganisation), last };
  });
}

function byOrganisation(a: ScorecardDocument, b: ScorecardDocument): number {
  return a.organisation < b.organisation
    ? -1
    : a.organisation > b.organisation
      ? 1
      : a.year - b.year;
}
