import type { Aggregate } from './shared/aggregate';
import { campaignAggregate } from './campaign/campaign.aggregate';
import type { CampaignCommand, CampaignEvent, CampaignState } from './campaign';
import { frameworkAggregate } from './framework/framework.aggregate';
import type { FrameworkCommand, FrameworkEvent, FrameworkState } from './framework';
import { memberAggregate } from './member/member.aggregate';
import type { MemberCommand, MemberEvent, MemberState } from './member';
import { organisationAggregate } from './organisation/organisation.aggregate';
import type { OrganisationCommand, OrganisationEvent, OrganisationState } from './organisation';
import { organisationYearAggregate } from './organisation-year/organisation-year.aggregate';
import type {
  OrganisationYearCommand,
  OrganisationYearEvent,
  OrganisationYearState,
} from './organisation-year';
import { pledgeAggregate } from './pledge/pledge.aggregate';
import type { PledgeCommand, PledgeEvent, PledgeState } from './pledge';
import { assessmentAggregate } from './assessment/assessment.aggregate';
import type { AssessmentCommand, AssessmentEvent, AssessmentState } from './assessment';
import { caseAggregate } from './case/case.aggregate';
import type { CaseCommand, CaseEvent, CaseState } from './case';
import { grievanceAggregate } from './grievance/grievance.aggregate';
import type { GrievanceCommand, GrievanceEvent, GrievanceState } from './grievance';
import { meetingAggregate } from './meeting/meeting.aggregate';
import type { MeetingCommand, MeetingEvent, MeetingState } from './meeting';
import { reviewAggregate } from './review/review.aggregate';
import type { ReviewCommand, ReviewEvent, ReviewState } from './review';
import { targetAggregate } from './target/target.aggregate';
import type { TargetCommand, TargetEvent, TargetState } from './target';

export type DomainCommand =
  | OrganisationCommand
  | MemberCommand
  | FrameworkCommand
  | CampaignCommand
  | PledgeCommand
  | TargetCommand
  | MeetingCommand
  | GrievanceCommand
  | CaseCommand
  | ReviewCommand
  | AssessmentCommand
  | OrganisationYearCommand;

export type DomainEvent =
  | OrganisationEvent
  | MemberEvent
  | FrameworkEvent
  | CampaignEvent
  | PledgeEvent
  | TargetEvent
  | MeetingEvent
  | GrievanceEvent
  | CaseEvent
  | ReviewEvent
  | AssessmentEvent
  | OrganisationYearEvent;

export type DomainState =
  | OrganisationState
  | MemberState
  | FrameworkState
  | CampaignState
  | PledgeState
  | TargetState
  | MeetingState
  | GrievanceState
  | CaseState
  | ReviewState
  | AssessmentState
  | OrganisationYearState;

/** An aggregate of which one does not know which; it is only ever given what is its own. */
export type DomainAggregate = Aggregate<DomainCommand, DomainEvent, DomainState>;

export const AGGREGATES: readonly DomainAggregate[] = [
  organisationAggregate,
  memberAggregate,
  frameworkAggregate,
  campaignAggregate,
  pledgeAggregate,
  targetAggregate,
  meetingAggregate,
  grievanceAggregate,
  caseAggregate,
  reviewAggregate,
  assessmentAggregate,
  organisationYearAggregate,
];

export {
  assessmentAggregate,
  campaignAggregate,
  caseAggregate,
  frameworkAggregate,
  grievanceAggregate,
  meetingAggregate,
  memberAggregate,
  organisationAggregate,
  organisationYearAggregate,
  pledgeAggregate,
  reviewAggregate,
  targetAggregate,
};

/** Of the aggregates; besides, any fact can be corrected (`CorrectFact`, `FactCorrected`). */
export const COMMAND_TYPES: readonly DomainCommand['type'][] = AGGREGATES.flatMap(
  (aggregate) => aggregate.commands,
);
export const EVENT_TYPES: readonly DomainEvent['type'][] = AGGREGATES.flatMap(
  (aggregate) => aggregate.events,
);

const byCommand = new Map<string, DomainAggregate>(
  AGGREGATES.flatMap((aggregate) => aggregate.commands.map((type) => [type, aggregate] as const)),
);
const byEvent = new Map<string, DomainAggregate>(
  AGGREGATES.flatMap((aggregate) => aggregate.events.map((type) => [type, aggregate] as const)),
);

/** The aggregate that decides a command. */
export function aggregateOf(command: Pick<DomainCommand, 'type'>): DomainAggregate {
  return registered(byCommand.get(command.type), command.type);
}

/** The aggregate whose events are of this type. */
export function aggregateOfEvent(type: DomainEvent['type']): DomainAggregate {
  return registered(byEvent.get(type), type);
}

export function isEventType(type: string): type is DomainEvent['type'] {
  return byEvent.has(type);
}

export function isCommandType(type: string): type is DomainCommand['type'] {
  return byCommand.has(type);
}

/** Types name only what is registered: something else is a defect of the caller, not a refusal. */
function registered(aggregate: DomainAggregate | undefined, type: string): DomainAggregate {
  if (aggregate === undefined) throw new TypeError(`No aggregate for ${type}`);
  return aggregate;
}
