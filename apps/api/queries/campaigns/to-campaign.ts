import type { CampaignDocument } from '#projections';
import type { CampaignType } from './campaign.types';

/** `undefined` for one of which no launch is recorded. */
export function toCampaign(
  document: CampaignDocument,
  projectedThrough: string,
): CampaignType | undefined {
  const { campaign: id, framework, root, fromYear, toYear, launchedAt, ...rest } = document;
  if (framework === undefined || root === undefined || launchedAt === undefined) return undefined;
  if (fromYear === undefined || toYear === undefined) return undefined;
  const launched = { framework, rootId: root, fromYear, toYear, launchedAt };
  return { id, ...launched, ...rest, projectedThrough };
}
