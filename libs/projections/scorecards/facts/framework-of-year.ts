import type { CampaignId, CriteriaFramework, FrameworkRef, LocalDate } from '#vocabulary';
import type { PledgeEntry, YearDocument } from './year.facts';

/** The framework that applies: frozen when the assessment opened, before that the campaign's. */
export function frameworkOf(ofYear: YearDocument): FrameworkRef | undefined {
  return ofYear.frozen?.framework ?? pledgeOf(ofYear)?.[1].framework;
}

export function campaignOf(ofYear: YearDocument): CampaignId | undefined {
  return ofYear.frozen?.campaign ?? pledgeOf(ofYear)?.[0];
}

/** The pledge that counts: a signed one before one that is only registered. */
function pledgeOf(ofYear: YearDocument): readonly [CampaignId, PledgeEntry] | undefined {
  const pledges = Object.entries(ofYear.pledges);
  return pledges.find(([, { signed }]) => signed !== undefined) ?? pledges[0];
}

/** `MM-DD` of the framework, in the year. */
export function censusDateOf(framework: CriteriaFramework | undefined, year: number): LocalDate {
  return `${year}-${framework?.parameters.censusDate ?? '12-31'}`;
}
