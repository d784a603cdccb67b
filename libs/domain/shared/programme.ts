import { standingCampaigns } from '../pledge/pledge.state';
import { publishedFramework } from '../framework/framework.state';
import type { DecisionContext } from './context';
import type { CampaignId, FrameworkRef, OrganisationId, CriteriaFramework } from '#vocabulary';

type Programme = Pick<DecisionContext, 'pledges' | 'campaign' | 'framework'>;

/** The campaign under which an organisation pledged for a year: there is one at most. */
export function campaignPledged(
  organisation: OrganisationId,
  year: number,
  context: Programme,
): { readonly campaign: CampaignId; readonly framework: FrameworkRef } | undefined {
  const pledges = context.pledges(organisation, year);
  for (const id of pledges === undefined ? [] : standingCampaigns(pledges)) {
    const campaign = context.campaign(id);
    if (campaign !== undefined && campaign.status !== 'UNKNOWN') {
      return { campaign: id, framework: campaign.framework };
    }
  }
  return undefined;
}

/** The definition of the framework that applies to an organisation in a year. */
export function frameworkPledged(
  organisation: OrganisationId,
  year: number,
  context: Programme,
): CriteriaFramework | undefined {
  const pledged = campaignPledged(organisation, year, context);
  return pledged === undefined ? undefined : definitionOf(pledged.framework, context);
}

/** A version as published; `undefined` while it is not. */
export function definitionOf(
  { id, version }: FrameworkRef,
  context: Pick<Programme, 'framework'>,
): CriteriaFramework | undefined {
  return publishedFramework(context.framework(id), version);
}
