import type { ExportedEvent } from '#ledger';
import { SCORECARDS, scorecardsProjection } from '#projections';
import type { ScorecardDocument } from '#projections';
import type { ExportFolder } from '../reading/export-folder';
import { withFoldedExport } from './folded-export';
import type { FoldRequest } from './folded-export';

export interface ReplayRequest extends FoldRequest {
  readonly organisation?: string | undefined;
  readonly year?: number | undefined;
}

export interface Replayed {
  readonly scorecards: readonly ScorecardDocument[];
  /** The last event that counted. */
  readonly last: ExportedEvent | undefined;
}

/** The scorecards of a history, computed here and now by the code with which the service does. */
export function replay(folder: ExportFolder, request: ReplayRequest): Promise<Replayed> {
  const { organisation, year } = request;
  return withFoldedExport(folder, [scorecardsProjection], request, async ({ models, last }) => {
    const collection = await models.collection<ScorecardDocument>(SCORECARDS);
    const scorecards: ScorecardDocument[] = [];
    for await (const { json } of collection.dump()) {
      const scorecard = JSON.parse(json) as ScorecardDocument;
      const isAsked =
        (organisation === undefined || scorecard.organisation === organisation) &&
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
