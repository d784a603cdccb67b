import type { CampaignId, OrganisationId } from '#vocabulary';
import type { FactCorrected } from '#domain';
import { ownPledgeOf } from './own-pledge';
import { RecentlyUsed } from './recently-used';
import type { DecisionSources } from './sources.port';

type Campaigns = ReadonlySet<CampaignId>;

/**
 * Under which campaigns an organisation has pledged for a year. Pledges of different campaigns
 * are different streams; this is what lets a decision see them together, also those that this
 * process recorded a moment ago. What others record, a feed tells.
 */
export class PledgeRegister {
  private readonly known: RecentlyUsed<Promise<Campaigns>>;

  constructor(
    private readonly source: Pick<DecisionSources, 'campaignsPledged'>,
    capacity = 20_000,
  ) {
    this.known = new RecentlyUsed(capacity);
  }

  async campaigns(organisation: OrganisationId, year: number): Promise<readonly CampaignId[]> {
    return [...(await this.entry(organisation, year))].sort();
  }

  /** Takes note of a recorded event. What nobody has asked for yet, the source will tell. */
  learn(type: string, data: unknown): void {
    const pledge = ownPledgeOf(type, data);
    if (pledge === undefined) return;
    const key = keyOf(pledge.organisation, pledge.year);
    const before = this.known.get(key);
    if (before !== undefined) void this.keep(key, withEvent(before, type, pledge.campaign));
  }

  /** When it is not known whether an event was recorded, the source is asked again. */
  doubt(type: string, data: unknown): void {
    const pledge = ownPledgeOf(type, data);
    if (pledge !== undefined) this.known.delete(keyOf(pledge.organisation, pledge.year));
  }

  /** When a pledge turns out never to have been made, or withdrawn, the source is asked again. */
  doubtCorrected({ correctedType, ...subject }: FactCorrected['data']): void {
    this.doubt(correctedType, subject);
  }

  /** Too much was recorded elsewhere to be told of it: the source is asked again for everything. */
  forget(): void {
    this.known.clear();
  }

  private entry(organisation: OrganisationId, year: number): Promise<Campaigns> {
    const key = keyOf(organisation, year);
    return this.known.get(key) ?? this.keep(key, this.ask(organisation, year));
  }

  private async ask(organisation: OrganisationId, year: number): Promise<Campaigns> {
    return new Set(await this.source.campaignsPledged(organisation, year));
  }

  private keep(key: string, campaigns: Promise<Campaigns>): Promise<Campaigns> {
    this.known.set(key, campaigns);
    // Whoever asked hears of the failure; whoever asks next, asks anew.
    campaigns.catch(() => {
      if (this.known.get(key) === campaigns) this.known.delete(key);
    });
    return campaigns;
  }
}

async function withEvent(
  before: Promise<Campaigns>,
  type: string,
  campaign: CampaignId,
): Promise<Campaigns> {
  const after = new Set(await before);
  if (type === 'PledgeRegistered') after.add(campaign);
  else after.delete(campaign);
  return after;
}

function keyOf(organisation: OrganisationId, year: number): string {
  return `${year}/${organisation}`;
}
