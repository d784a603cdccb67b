import type { DomainCommand } from '#domain';
import { someFramework } from '#domain/testing';
import { givenTree } from './office';
import type { Office } from './office';

/** The tree, a published framework, and campaigns under it from 2023 to 2025. */
export async function givenCampaigns(
  office: Office,
  ...campaigns: readonly string[]
): Promise<void> {
  const of = { framework: 'frame', version: 1 };
  const on = '2023-01-01';
  await givenTree(office);
  await office.give({ type: 'DraftFramework', ...of, definition: someFramework() }, { on });
  await office.give({ type: 'PublishFramework', ...of }, { on });
  for (const campaign of campaigns) {
    const framework = { id: 'frame', version: 1 };
    const years = { fromYear: 2023, toYear: 2025 };
    await office.give(
      { type: 'LaunchCampaign', campaign, framework, root: 'superior', ...years },
      { on },
    );
  }
}

export function registerPledge(campaign: string, member?: string): DomainCommand {
  const by = member === undefined ? {} : { member };
  return { type: 'RegisterPledge', campaign, year: 2024, organisation: 'k1', ...by, items: [] };
}
