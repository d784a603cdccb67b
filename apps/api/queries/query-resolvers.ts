import { CampaignsResolver } from './campaigns/campaigns.resolver';
import { CaseTextsResolver } from './cases/case-texts.resolver';
import { CasesResolver } from './cases/cases.resolver';
import { FindingsResolver } from './findings/findings.resolver';
import { FrameworksResolver } from './frameworks/frameworks.resolver';
import { GrantsResolver } from './grants/grants.resolver';
import { GrievancesResolver } from './grievances/grievances.resolver';
import { HistoryResolver } from './history/history.resolver';
import { MeetingsResolver } from './meetings/meetings.resolver';
import { MemberIdentityResolver } from './members/member-identity.resolver';
import { MembersResolver } from './members/members.resolver';
import { AccessRecordsResolver } from '../access-records';
import { LedgerResolver } from '../ledger';
import { ObligationsResolver } from './obligations/obligations.resolver';
import { OrganisationsResolver } from './organisations/organisations.resolver';
import { PledgesResolver } from './pledges/pledges.resolver';
import { RecognitionsResolver } from './recognitions/recognitions.resolver';
import { ReviewsResolver } from './reviews/reviews.resolver';
import { RewardsResolver } from './rewards/rewards.resolver';
import { ConditionResultResolver } from './scorecards/condition-result.resolver';
import { GoodResultResolver } from './scorecards/good-result.resolver';
import {
  LeftOutMemberResolver,
  MembersLeftOutResolver,
} from './scorecards/left-out-member.resolver';
import { ScorecardsResolver } from './scorecards/scorecards.resolver';
import {
  ConditionStateResolver,
  ScorecardChangesResolver,
} from './scorecards/scorecard-changes.resolver';
import { StatusResolver } from './status/status.resolver';
import { StreaksResolver } from './streaks/streaks.resolver';
import { InspectionPlansResolver } from './targets/inspection-plans.resolver';
import { TargetsResolver } from './targets/targets.resolver';
import { WebhookDeliveriesResolver } from './webhooks/webhook-deliveries.resolver';
import { WebhooksResolver } from './webhooks/webhooks.resolver';

/** The resolvers of all queries. */
export const QUERY_RESOLVERS = [
  LedgerResolver,
  AccessRecordsResolver,
  OrganisationsResolver,
  MembersResolver,
  MemberIdentityResolver,
  FrameworksResolver,
  CampaignsResolver,
  PledgesResolver,
  MeetingsResolver,
  TargetsResolver,
  InspectionPlansResolver,
  GrievancesResolver,
  GrantsResolver,
  CasesResolver,
  CaseTextsResolver,
  ReviewsResolver,
  ScorecardsResolver,
  GoodResultResolver,
  ConditionResultResolver,
  ScorecardChangesResolver,
  ConditionStateResolver,
  MembersLeftOutResolver,
  LeftOutMemberResolver,
  RecognitionsResolver,
  ObligationsResolver,
  RewardsResolver,
  StreaksResolver,
  FindingsResolver,
  HistoryResolver,
  StatusResolver,
  WebhooksResolver,
  WebhookDeliveriesResolver,
] as const;
