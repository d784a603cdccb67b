import type { Scorecard } from '#criteria';
import { isOutOfScope, streams } from '#domain';
import type {
  Actor,
  CampaignId,
  CaseId,
  FrameworkId,
  Instant,
  MemberId,
  OrganisationId,
} from '#vocabulary';
import type {
  AssessmentState,
  CampaignState,
  CaseState,
  CaseSubject,
  DecisionContext,
  FrameworkState,
  MemberState,
  OrganisationState,
  PledgeState,
} from '#domain';
import type { CommandEnvelope } from './envelope';
import { criteriaRules } from './criteria-rules';
import type { Knowledge } from './knowledge';

/** What the domain may ask for one command, answered by what is known. */
export class KnownContext implements DecisionContext {
  readonly criteria = criteriaRules;
  readonly effectiveAt: Instant;
  readonly actor: Actor;
  readonly enteredBy: Actor;
  readonly reason: string | undefined;

  constructor(
    private readonly knowledge: Knowledge,
    readonly now: Instant,
    { effectiveAt, actor, onBehalfOf, reason }: CommandEnvelope,
  ) {
    this.effectiveAt = effectiveAt;
    this.actor = onBehalfOf ?? actor;
    this.enteredBy = actor;
    this.reason = reason;
  }

  organisation(id: OrganisationId): OrganisationState | undefined {
    return this.knowledge.state(streams.organisation(id));
  }

  /** Who never was within the scope of whoever enters the command does not exist for him (access.md, section 3). */
  member(id: MemberId): MemberState | undefined {
    const state: MemberState | undefined = this.knowledge.state(streams.member(id));
    if (state?.status !== 'ADMITTED') return state;
    const organisations = state.organisations.map(({ value }) => value);
    return isOutOfScope(organisations, this) ? undefined : state;
  }

  framework(id: FrameworkId): FrameworkState | undefined {
    return this.knowledge.state(streams.framework(id));
  }

  campaign(id: CampaignId): CampaignState | undefined {
    return this.knowledge.state(streams.campaign(id));
  }

  pledges(organisation: OrganisationId, year: number): PledgeState | undefined {
    return this.knowledge.state(streams.pledge({ organisation, year }));
  }

  assessment(organisation: OrganisationId, year: number): AssessmentState | undefined {
    return this.knowledge.state(streams.assessment(organisation, year));
  }

  case(id: CaseId): CaseState | undefined {
    return this.knowledge.state(streams.case(id));
  }

  casesOf(subject: CaseSubject): readonly CaseId[] {
    return this.knowledge.casesOf(subject);
  }

  scorecard(organisation: OrganisationId, year: number): Scorecard | undefined {
    return this.knowledge.scorecard(organisation, year);
  }
}
