import { assessmentAggregate } from './assessment/assessment';
import { campaignAggregate } from './campaign/campaign';
import { caseAggregate } from './case/case';
import { frameworkAggregate } from './framework/framework';
import { grantAggregate } from './grant/grant';
import { grievanceAggregate } from './grievance/grievance';
import { ledgerAggregate } from './ledger/ledger';
import { meetingAggregate } from './meeting/meeting';
import { memberAggregate } from './member/member';
import { organisationYearAggregate } from './organisation-year/organisation-year';
import { organisationAggregate } from './organisation/organisation';
import { pledgeAggregate } from './pledge/pledge';
import { reviewAggregate } from './review/review';
import type { Aggregate } from './shared/aggregate';
import type { Grounds } from './shared/facts';
import { targetAggregate } from './target/target';
import { webhookAggregate } from './webhook/webhook';

type Registered =
  | typeof organisationAggregate
  | typeof memberAggregate
  | typeof frameworkAggregate
  | typeof campaignAggregate
  | typeof pledgeAggregate
  | typeof targetAggregate
  | typeof meetingAggregate
  | typeof grievanceAggregate
  | typeof caseAggregate
  | typeof reviewAggregate
  | typeof assessmentAggregate
  | typeof organisationYearAggregate
  | typeof grantAggregate
  | typeof webhookAggregate
  | typeof ledgerAggregate;

type Part<A, Index extends 0 | 1 | 2> =
  A extends Aggregate<infer C, infer F, infer S> ? [C, F, S][Index] : never;

export type DomainCommand = Part<Registered, 0>;
export type DomainEvent = Part<Registered, 1>;
export type DomainState = Part<Registered, 2>;

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
  grantAggregate,
  webhookAggregate,
  ledgerAggregate,
] satisfies readonly Registered[];

/** Of the aggregates; besides, any fact can be corrected (`CorrectFact`, `FactCorrected`). */
export const COMMAND_TYPES = AGGREGATES.flatMap(commandTypesOf);
export const EVENT_TYPES = AGGREGATES.flatMap(eventTypesOf);

/** What the names of all streams begin with: where others share the store, these are ours. */
export const STREAM_CATEGORIES = AGGREGATES.flatMap(categoriesOf).map((category) => `${category}-`);

const byCommand = new Map<string, DomainAggregate>(
  AGGREGATES.flatMap((found) => commandTypesOf(found).map((type) => [type, found] as const)),
);
const byEvent = new Map<string, DomainAggregate>(
  AGGREGATES.flatMap((found) => eventTypesOf(found).map((type) => [type, found] as const)),
);

/** What the names of an aggregate's streams begin with. */
export function categoriesOf({ category, furtherCategory }: DomainAggregate): readonly string[] {
  return furtherCategory === undefined ? [category] : [category, furtherCategory];
}

/** The aggregate that decides a command. */
export function aggregateOf(command: Pick<DomainCommand, 'type'>): DomainAggregate {
  return registered(byCommand.get(command.type), command.type);
}

/** The aggregate whose events are of this type. */
export function aggregateOfEvent(type: DomainEvent['type']): DomainAggregate {
  return registered(byEvent.get(type), type);
}

/** What may rest on a fact of this type within its stream. */
export function groundsOf(type: DomainEvent['type']): Grounds {
  return registered(aggregateOfEvent(type).facts[type], type).groundOf;
}

export function isEventType(type: string): type is DomainEvent['type'] {
  return byEvent.has(type);
}

/** Whether this program has the type: one of an aggregate's, or a correction. */
export function isKnownType(type: string): boolean {
  return isEventType(type) || type === 'FactCorrected';
}

export function isCommandType(type: string): type is DomainCommand['type'] {
  return byCommand.has(type);
}

/** What an aggregate declares is what its types are made of: the names are these and no others. */
export function commandTypesOf({ commands }: DomainAggregate): readonly DomainCommand['type'][] {
  return Object.keys(commands) as DomainCommand['type'][];
}

export function eventTypesOf({ facts }: DomainAggregate): readonly DomainEvent['type'][] {
  return Object.keys(facts) as DomainEvent['type'][];
}

/** Types name only what is registered: something else is a defect of the caller, not a refusal. */
function registered<Found>(found: Found | undefined, type: string): Found {
  if (found === undefined) throw new TypeError(`Nothing is registered for ${type}`);
  return found;
}
