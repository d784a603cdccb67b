import type { CampaignId, OrganisationId } from '#domain';
import type { DecisionSources } from './sources.port';

/**
 * Under which campaigns an organisation has pledged for a year. Pledges of different campaigns
 * are different streams; this is what lets a decision see them together, also those that this
 * process recorded a moment ago.
 */
export class PledgeRegister {
  private readonly known = new Map<string, Promise<ReadonlySet<CampaignId>>>();

  constructor(
    private readonly source: Pick<DecisionSources, 'campaignsPledged'>,
    private readonly maxKnown = 20_000,
  ) {}

  async campaigns(organisation: OrganisationId, year: number): Promise<readonly CampaignId[]> {
    return [...(await this.entry(organisation, year))].sort();
  }

  /** Takes note of an event of a pledge's stream; others are of no interest. */
  async learn(type: string, data: unknown): Promise<void> {
    if (type !== 'PledgeRegistered' && type !== 'PledgeWithdrawn') return;
    const pledge = data as { organisation: OrganisationId; year: number; campaign: CampaignId; member?: string };
    if (pledge.member !== undefined) return;
    const campaigns = new Set(await this.entry(pledge.organisation, pledge.year));
    if (type === 'PledgeRegistered') campaigns.add(pledge.campaign);
    else campaigns.delete(pledge.campaign);
    this.known.set(keyOf(pledge.organisation, pledge.year), Promise.resolve(campaigns));
  }

  private entry(organisation: OrganisationId, year: number): Promise<ReadonlySet<CampaignId>> {
    const key = keyOf(organisation, year);
    const known = this.known.get(key);
    if (known !== undefined) return known;
    const loading = this.source
      .campaignsPledged(organisation, year)
      .then((campaigns): ReadonlySet<CampaignId> => new Set(campaigns));
    this.known.set(key, loading);
    loading.catch(() => this.known.delete(key));
    if (this.known.size > this.maxKnown) {
      const [oldest] = this.known.keys();
      if (oldest !== undefined) this.known.delete(oldest);
    }
    return loading;
  }
}

function keyOf(organisation: OrganisationId, year: number): string {
  return `${year}/${organisation}`;
}
