import type { AssessmentState } from '../assessment/assessment.state';
import type { CampaignState } from '../campaign/campaign.state';
import type { CaseState } from '../case/case.state';
import type { FrameworkState } from '../framework/framework.state';
import type { MemberState } from '../member/member.state';
import type { OrganisationState } from '../organisation/organisation.state';
import type { PledgeState } from '../pledge/pledge.state';
import type { DecisiveScorecard } from './decisive-scorecard';
import type {
  Actor,
  CampaignId,
  CaseId,
  FrameworkId,
  Instant,
  MemberId,
  OrganisationId,
  CriteriaFramework,
  FrameworkDefinition,
  FrameworkExtension,
} from '#vocabulary';

/**
 * All that a decision may look at besides its own stream. Every lookup answers from what was read
 * of the log; `undefined` means that there is no such thing (yet). Whoever runs the decider loads
 * what was asked for and not yet read, and asks again: so a decider just asks, in any order.
 */
export interface DecisionContext {
  readonly now: Instant;
  readonly effectiveAt: Instant;
  /** Whoever is behind the command: the one on whose behalf it is given, else the actor. */
  readonly actor: Actor;
  /** Whoever enters the command, for the actor or as the actor. */
  readonly enteredBy: Actor;
  /** Why, as the command says. */
  readonly reason: string | undefined;
  organisation(id: OrganisationId): OrganisationState | undefined;
  member(id: MemberId): MemberState | undefined;
  framework(id: FrameworkId): FrameworkState | undefined;
  campaign(id: CampaignId): CampaignState | undefined;
  /** What the organisation itself pledged for the year. */
  pledges(organisation: OrganisationId, year: number): PledgeState | undefined;
  assessment(organisation: OrganisationId, year: number): AssessmentState | undefined;
  case(id: CaseId): CaseState | undefined;
  /** Cases about a member or, without one, about the organisation itself; not those of its members. */
  casesOf(subject: CaseSubject): readonly CaseId[];
  /** As it stands on everything recorded so far. */
  scorecard(organisation: OrganisationId, year: number): DecisiveScorecard | undefined;
  readonly criteria: CriteriaRules;
}

/** Whose violation a case is about. */
export type CaseSubject =
  | { readonly member: MemberId }
  | { readonly member?: undefined; readonly organisation: OrganisationId };

export interface FrameworkProblem {
  /** Where in the definition: `profiles[0].goods[1].conditions[2].op`. */
  readonly path: string;
  readonly message: string;
}

type Checked<Definition> =
  | { readonly ok: true; readonly framework: Definition }
  | { readonly ok: false; readonly problems: readonly FrameworkProblem[] };

/** What the criteria say about a framework's definition; the domain only acts on the answer. */
export interface CriteriaRules {
  /** A definition that names a base need only say what it changes. */
  parse(definition: unknown): Checked<FrameworkDefinition>;
  /** The complete framework that an extension makes of its base, or where it weakens it. */
  extend(base: CriteriaFramework, extension: FrameworkExtension): Checked<CriteriaFramework>;
  /** Ids of the conditions whose local text is not yet given. */
  unfilled(framework: CriteriaFramework): readonly string[];
}
