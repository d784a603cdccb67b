import type { Scorecard } from '#criteria';
import type {
  Actor,
  AssessmentState,
  CampaignId,
  CampaignState,
  CaseState,
  DecisionContext,
  FrameworkState,
  Instant,
  MemberState,
  OrganisationState,
  PledgeState,
} from '#domain';
import { streams } from '#domain';
import { criteriaRules } from './criteria-rules';
import type { PledgeRegister } from './pledge-register';
import type { DecisionSources } from './sources.port';
import type { StreamLoader } from './stream-loader';

const MAX_ROUNDS = 64;

/**
 * What a decision has read of the rest of the log. It is asked synchronously; what it does not
 * know yet it notes, answers `undefined`, and is asked again once that is loaded.
 */
export class Knowledge {
  private readonly known = new Map<string, unknown>();
  private readonly wanted = new Map<string, () => Promise<unknown>>();

  constructor(
    private readonly loader: StreamLoader,
    private readonly pledges: PledgeRegister,
    private readonly sources: DecisionSources,
  ) {}

  /** Runs `ask` until it has asked for nothing unknown. */
  async settle<T>(ask: () => T): Promise<T> {
    for (let round = 0; round < MAX_ROUNDS; round += 1) {
      const answer = ask();
      if (this.wanted.size === 0) return answer;
      const wanted = [...this.wanted];
      this.wanted.clear();
      await Promise.all(
        wanted.map(async ([key, load]) => {
          this.known.set(key, await load());
        }),
      );
    }
    throw new Error('A decision keeps asking for more');
  }

  get hasRead(): boolean {
    return this.known.size > 0;
  }

  context(about: { now: Instant; effectiveAt: Instant; actor: Actor }): DecisionContext {
    return {
      ...about,
      organisation: (id) => this.state<OrganisationState>(streams.organisation(id)),
      member: (id) => this.state<MemberState>(streams.member(id)),
      framework: (id) => this.state<FrameworkState>(streams.framework(id)),
      campaign: (id) => this.state<CampaignState>(streams.campaign(id)),
      pledge: (key) => this.state<PledgeState>(streams.pledge(key)),
      assessment: (organisation, year) =>
        this.state<AssessmentState>(streams.assessment(organisation, year)),
      case: (id) => this.state<CaseState>(streams.case(id)),
      campaignsPledged: (organisation, year) =>
        this.lookUp<readonly CampaignId[]>(`pledged/${year}/${organisation}`, () =>
          this.pledges.campaigns(organisation, year),
        ) ?? [],
      scorecard: (organisation, year) =>
        this.lookUp<Scorecard>(`scorecard/${year}/${organisation}`, () =>
          this.sources.scorecard(organisation, year),
        ),
      criteria: criteriaRules,
    };
  }

  /** States of streams that do not exist are not known of, rather than initial. */
  private state<S>(stream: string): S | undefined {
    return this.lookUp<S>(`stream/${stream}`, async () => {
      const loaded = await this.loader.load(stream);
      return loaded.revision < 0 ? undefined : loaded.state;
    });
  }

  private lookUp<T>(key: string, load: () => Promise<unknown>): T | undefined {
    if (this.known.has(key)) return this.known.get(key) as T | undefined;
    this.wanted.set(key, load);
    return undefined;
  }
}
