import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import type { ComplaintOutcome, DisciplineForm, SignalSource } from '#vocabulary';
import { enumOf } from '../../graphql/enum-of';
import { DateScalar, DateTimeScalar } from '../../graphql/scalars';
import {
  ComplaintOutcomeEnum,
  DisciplineFormEnum,
  SignalSourceEnum,
} from '../../graphql/vocabulary';
import { connectionOf, EventRefType, ProjectedThrough } from '../shared';

export const CaseStateEnum = enumOf('CaseState', 'How far a case has come; it only goes forward.', {
  OPENED: 'Opened.',
  UNDER_INSPECTION: 'An inspection has begun.',
  CONCLUDED: 'The inspection has concluded.',
  DECIDED: 'A discipline is decided.',
  ANNOUNCED: 'The decision is announced.',
  CLOSED: 'Closed.',
});
export type CaseState = keyof typeof CaseStateEnum;

const DisciplineStatusEnum = enumOf('DisciplineStatus', 'Where a discipline stands.', {
  STANDING: 'It runs.',
  EXPIRED: 'It ended by time (R-20).',
  ANNULLED: 'It is void, and something may be decided again (R-28).',
});

@ObjectType('Signal', { description: 'A sign of a violation that somebody noticed (R-01).' })
class SignalType {
  @Field(() => SignalSourceEnum, { description: 'Who noticed.' })
  readonly source!: SignalSource;

  @Field({
    description:
      'Whether it was entered from a file: then its order of recording says nothing about who spoke first.',
  })
  readonly imported!: boolean;

  @Field(() => EventRefType, { description: 'The event.' })
  readonly received!: EventRefType;
}

@ObjectType('Conclusion', { description: 'What an inspection concluded.' })
class ConclusionType {
  @Field({ description: 'Whether the violation is confirmed.' })
  readonly confirmed!: boolean;

  @Field({ description: 'Whether it must be remedied.' })
  readonly remediationRequired!: boolean;

  @Field(() => ID, { nullable: true, description: 'Who concluded.' })
  readonly concludedBy?: string;

  @Field(() => EventRefType, { description: 'The event.' })
  readonly reached!: EventRefType;
}

@ObjectType('DisciplineProposal', { description: 'A discipline as proposed.' })
class DisciplineProposalType {
  @Field(() => DisciplineFormEnum, { description: 'Which.' })
  readonly form!: DisciplineForm;

  @Field(() => EventRefType, { description: 'The event.' })
  readonly proposed!: EventRefType;
}

@ObjectType('DisciplineDecision', { description: 'A discipline as decided.' })
class DisciplineDecisionType {
  @Field(() => DisciplineFormEnum, { description: 'Which.' })
  readonly form!: DisciplineForm;

  @Field(() => ID, { description: 'The organisation that decided.' })
  readonly decidedBy!: string;

  @Field(() => EventRefType, { description: 'The decision.' })
  readonly decided!: EventRefType;

  @Field(() => EventRefType, { nullable: true, description: 'The announcement.' })
  readonly announced?: EventRefType;
}

@ObjectType('ComplaintResolution', { description: 'How a complaint was decided.' })
class ComplaintResolutionType {
  @Field(() => ComplaintOutcomeEnum, { description: 'What became of the decision.' })
  readonly outcome!: ComplaintOutcome;

  @Field(() => DisciplineFormEnum, {
    nullable: true,
    description: 'The form that stands from then on.',
  })
  readonly form?: DisciplineForm;

  @Field(() => ID, { description: 'The organisation that decided.' })
  readonly decidedBy!: string;

  @Field(() => EventRefType, { description: 'The event.' })
  readonly event!: EventRefType;
}

@ObjectType('Complaint', { description: 'A complaint about a discipline.' })
class ComplaintType {
  @Field(() => EventRefType, { description: 'The complaint.' })
  readonly filed!: EventRefType;

  @Field(() => ComplaintResolutionType, { nullable: true, description: 'How it was decided.' })
  readonly resolved?: ComplaintResolutionType;
}

@ObjectType('Discipline', {
  description: 'A discipline as it stands after decisions, complaints and time.',
})
export class DisciplineType {
  @Field(() => DisciplineStatusEnum, { description: 'Where it stands.' })
  readonly status!: keyof typeof DisciplineStatusEnum;

  @Field(() => DisciplineFormEnum, { description: 'Which.' })
  readonly form!: DisciplineForm;

  @Field(() => ID, { description: 'The organisation that decided last.' })
  readonly decidedBy!: string;

  @Field(() => DateTimeScalar, { description: 'When it was decided.' })
  readonly decidedAt!: string;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was announced.' })
  readonly announcedAt?: string;
}

@ObjectType('Case', { description: 'A possible violation and what became of it. Confidential.' })
export class CaseType {
  @Field(() => ID, { description: 'Its id.' })
  readonly id!: string;

  /** The resolver makes it an organisation. */
  readonly organisationId!: string;

  @Field(() => ID, {
    nullable: true,
    description: 'The member; null when it is about the organisation itself.',
  })
  readonly member!: string | null;

  @Field(() => CaseStateEnum, { description: 'How far it has come.' })
  readonly state!: CaseState;

  @Field(() => DateScalar, { nullable: true, description: 'When it occurred.' })
  readonly occurredOn?: string;

  @Field(() => Int, {
    nullable: true,
    description: 'Which of the things that members must not do (1–19).',
  })
  readonly prohibitedThing?: number;

  @Field(() => [SignalType], { description: 'Who noticed, in the order recorded.' })
  readonly signals!: readonly SignalType[];

  @Field(() => [EventRefType], { description: 'The inspections.' })
  readonly inspections!: readonly EventRefType[];

  @Field(() => [EventRefType], { description: 'The explanations of the one concerned.' })
  readonly explanations!: readonly EventRefType[];

  @Field(() => ConclusionType, { nullable: true, description: 'The conclusion.' })
  readonly conclusion?: ConclusionType;

  @Field(() => [DisciplineProposalType], { description: 'The disciplines proposed.' })
  readonly proposals!: readonly DisciplineProposalType[];

  @Field(() => [DisciplineDecisionType], { description: 'The disciplines decided.' })
  readonly decisions!: readonly DisciplineDecisionType[];

  @Field(() => [ComplaintType], { description: 'The complaints.' })
  readonly complaints!: readonly ComplaintType[];

  @Field(() => DisciplineType, {
    nullable: true,
    description: 'The discipline as it stands; null when there is none.',
  })
  readonly discipline?: DisciplineType | undefined;

  @Field(() => EventRefType, { nullable: true, description: 'The remediation plan.' })
  readonly remediationPlanned?: EventRefType;

  @Field(() => EventRefType, { nullable: true, description: 'The end of the remediation.' })
  readonly remediationCompleted?: EventRefType;

  @Field(() => EventRefType, { nullable: true, description: 'The restoration of rights.' })
  readonly rightsRestored?: EventRefType;

  @Field(() => EventRefType, { nullable: true, description: 'The closing of the case.' })
  readonly closed?: EventRefType;

  @Field(() => [EventRefType], { description: 'All events of it, in the order recorded.' })
  readonly events!: readonly EventRefType[];

  @ProjectedThrough()
  readonly projectedThrough!: string;
}

@ObjectType({ description: 'Cases, a page of them.' })
export class CaseConnection extends connectionOf('Case', CaseType) {}
