import { OrganisationCommands } from './organisation/organisation.resolver';
import { MemberCommands } from './member/member.resolver';
import { FrameworkCommands } from './framework/framework.resolver';
import { CampaignCommands } from './campaign/campaign.resolver';
import { PledgeCommands } from './pledge/pledge.resolver';
import { TargetCommands } from './target/target.resolver';
import { MeetingCommands } from './meeting/meeting.resolver';
import { GrievanceCommands } from './grievance/grievance.resolver';
import { CaseCommands } from './case/case.resolver';
import { ReviewCommands } from './review/review.resolver';
import { AssessmentCommands } from './assessment/assessment.resolver';
import { CorrectionCommands } from './correction/correction.resolver';
import { OrganisationYearCommands } from './organisation-year/organisation-year.resolver';

/** One resolver per aggregate, one mutation per command. */
export const COMMAND_RESOLVERS = [
  OrganisationCommands,
  MemberCommands,
  FrameworkCommands,
  CampaignCommands,
  PledgeCommands,
  TargetCommands,
  MeetingCommands,
  GrievanceCommands,
  CaseCommands,
  ReviewCommands,
  AssessmentCommands,
  OrganisationYearCommands,
  CorrectionCommands,
] as const;
