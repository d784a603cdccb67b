import type { FoldedModels } from '#projection-engine';
import { belowNow, ORGANISATIONS } from '#projections';
import type { OrganisationDocument } from '#projections';
import type { OrganisationId } from '#vocabulary';
import type { ExportFolder } from '../reading/export-folder';
import { CannotTell } from '../terminal/outcome';

/**
 * Whether an export tells enough of an organisation. One of a part names organisations above it and beside it, and of
 * those it holds a part of the facts.
 *
 * @param models with that of organisations
 */
export async function toldWhole(
  { manifest }: ExportFolder,
  models: FoldedModels,
): Promise<(organisation: OrganisationId) => boolean> {
  const { under } = manifest.scope;
  if (under === null) return () => true;
  const organisations = await models.collection<OrganisationDocument>(ORGANISATIONS);
  const reach = await belowNow(under, organisations);
  return (organisation) => reach.has(organisation);
}

export function notTold(organisation: OrganisationId): CannotTell {
  return new CannotTell({
    vi: `Bản xuất chỉ là một phần lịch sử, không có đủ sự kiện của ${organisation}.`,
    en: `The export is of a part of the history, and does not have all events of ${organisation}.`,
  });
}
