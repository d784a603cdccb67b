import type { LoggedFact } from '#projection-engine';
import { recorded, rolledUp } from '#projection-engine/testing';
import type { ToRecord } from '#projection-engine/testing';
import type { FindingDocument } from '../finding.document';
import type { FindingKind } from '../finding-kind';
import { findingsProjection } from '../findings.projection';
import { FINDINGS } from '../keys';

/** The findings of one kind after some facts, as one batch gives them. */
export async function findingsAfter(
  kind: FindingKind,
  ...facts: readonly ToRecord[]
): Promise<readonly FindingDocument[]> {
  const found = await allFindingsAfter(recorded(...facts));
  return found.filter((finding) => finding.kind === kind);
}

export async function allFindingsAfter(
  facts: readonly LoggedFact[],
): Promise<readonly FindingDocument[]> {
  return rolledUp(findingsProjection, FINDINGS, [facts]);
}
