import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { Shown } from '../../access';
import type { SealedText } from '#projections';
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
  @Field(() => SignalSourceEnum, { description: 'The source of the signal.' })
  readonly source!: SignalSource;

  @Field({
    description:
      'Whether it was imported; then its recording order does not show who reported first.',
  })
  readonly imported!: boolean;

  @Field(() => EventRefType, { description: 'The event that recorded the signal.' })
  readonly received!: EventRefType;
}

@ObjectType('Conclusion', { description: 'The conclusion of an inspection.' })
class ConclusionType {
  @Field({ description: 'Whether the violation is confirmed.' })
  readonly confirmed!: boolean;

  @Field({ description: 'Whether it must be remedied.' })
  readonly remediationRequired!: boolean;

  @Field(() => ID, {
    nullable: true,
    description: 'The id of the person who concluded; null when it is not known.',
  })
  readonly concludedBy?: string;

  @Field(() => EventRefType, { description: 'The event that recorded the conclusion.' })
  readonly reached!: EventRefType;
}

@ObjectType('DisciplineProposal', { description: 'A proposed discipline.' })
class DisciplineProposalType {
  @Field(() => DisciplineFormEnum, { description: 'The proposed form of discipline.' })
  readonly form!: DisciplineForm;

  @Field(() => EventRefType, { description: 'The event that recorded the proposal.' })
  readonly proposed!: EventRefType;
}

@ObjectType('DisciplineDecision', { description: 'A decided discipline.' })
class DisciplineDecisionType {
  @Field(() => DisciplineFormEnum, { description: 'The decided form of discipline.' })
  readonly form!: DisciplineForm;

  @Field(() => ID, { description: 'The organisation that decided.' })
  readonly decidedBy!: string;

  @Field(() => EventRefType, { description: 'The event that recorded the decision.' })
  readonly decided!: EventRefType;

  @Field(() => EventRefType, {
    nullable: true,
    description: 'The event that recorded the announcement; null while none did.',
  })
  readonly announced?: EventRefType;
}

@ObjectType('ComplaintResolution', { description: 'The decision on a complaint.' })
class ComplaintResolutionType {
  @Field(() => ComplaintOutcomeEnum, {
    description: 'Whether the discipline was upheld, changed or annulled.',
  })
  readonly outcome!: ComplaintOutcome;

  @Field(() => DisciplineFormEnum, {
    nullable: true,
    description: 'The form of discipline that stands afterwards; null when it was not changed.',
  })
  readonly form?: DisciplineForm;

  @Field(() => Boolean, {
    nullable: true,
    description:
      'Of an annulled discipline: whether there was a violation all the same (R-28); null where nothing was said, and then there was.',
  })
  readonly violationStands?: boolean;

  @Field(() => ID, { description: 'The organisation that decided.' })
  readonly decidedBy!: string;

  @Field(() => EventRefType, { description: 'The event that recorded the decision.' })
  readonly event!: EventRefType;
}

@ObjectType('Complaint', { description: 'A complaint about a discipline.' })
class ComplaintType {
  @Field(() => EventRefType, { description: 'The event that recorded the complaint.' })
  readonly filed!: EventRefType;

  @Field(() => ComplaintResolutionType, {
    nullable: true,
    description: 'The decision on the complaint; null while it is open.',
  })
  readonly resolved?: ComplaintResolutionType;
}

@ObjectType('Discipline', {
  description: 'The current discipline, after decisions, complaints and the passing of time.',
})
export class DisciplineType {
  @Field(() => DisciplineStatusEnum, { description: 'The current status of the discipline.' })
  readonly status!: keyof typeof DisciplineStatusEnum;

  @Field(() => DisciplineFormEnum, { description: 'The current form of discipline.' })
  readonly form!: DisciplineForm;

  @Field(() => ID, { description: 'The organisation that decided last.' })
  readonly decidedBy!: string;

  @Field(() => DateTimeScalar, { description: 'The effective time of the decision.' })
  readonly decidedAt!: string;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'The effective time of the announcement; null before it.',
  })
  readonly announcedAt?: string;
}

@Shown<CaseType>('CASES', ({ organisationId }) => [organisationId])
@ObjectType('Case', {
  description: 'A case: a possible violation and its procedure. Confidential.',
})
export class CaseType {
  @Field(() => ID, { description: 'The id of the case.' })
  readonly id!: string;

  /** The resolver makes it an organisation. */
  readonly organisationId!: string;

  /** The resolver unseals them. */
  readonly sealedSummary?: SealedText;
  readonly sealedExplanations?: readonly SealedText[];
  readonly sealedConclusion?: SealedText;

  @Field(() => ID, {
    nullable: true,
    description: 'The member concerned; null when the case is about the organisation itself.',
  })
  readonly member!: string | null;

  @Field(() => CaseStateEnum, { description: 'The stage that the case has reached.' })
  readonly state!: CaseState;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'The date of the alleged act; null when it is not known.',
  })
  readonly occurredOn?: string;

  @Field(() => Int, {
    nullable: true,
    description: 'The number of the prohibited thing (1–19); null when none is alleged.',
  })
  readonly prohibitedThing?: number;

  @Field(() => [SignalType], { description: 'The signals of the violation, in recording order.' })
  readonly signals!: readonly SignalType[];

  @Field(() => [EventRefType], { description: 'The events that opened inspections.' })
  readonly inspections!: readonly EventRefType[];

  @Field(() => [EventRefType], {
    description: 'The events that recorded explanations of the person concerned.',
  })
  readonly explanations!: readonly EventRefType[];

  @Field(() => ConclusionType, {
    nullable: true,
    description: 'The conclusion of the inspection; null while there is none.',
  })
  readonly conclusion?: ConclusionType;

  @Field(() => [DisciplineProposalType], {
    description: 'The proposed disciplines, in recording order.',
  })
  readonly proposals!: readonly DisciplineProposalType[];

  @Field(() => [DisciplineDecisionType], {
    description: 'The decided disciplines, in recording order.',
  })
  readonly decisions!: readonly DisciplineDecisionType[];

  @Field(() => [ComplaintType], { description: 'The complaints, in recording order.' })
  readonly complaints!: readonly ComplaintType[];

  @Field(() => DisciplineType, {
    nullable: true,
    description: 'The current discipline; null when there is none.',
  })
  readonly discipline?: DisciplineType | undefined;

  @Field(() => EventRefType, {
    nullable: true,
    description: 'The event that recorded the remediation plan; null while none did.',
  })
  readonly remediationPlanned?: EventRefType;

  @Field(() => EventRefType, {
    nullable: true,
    description: 'The event that completed the remediation; null while none did.',
  })
  readonly remediationCompleted?: EventRefType;

  @Field(() => EventRefType, {
    nullable: true,
    description: 'The event that restored the rights; null while none did.',
  })
  readonly rightsRestored?: EventRefType;

  @Field(() => EventRefType, {
    nullable: true,
    description: 'The event that closed the case; null while it is open.',
  })
  readonly closed?: EventRefType;

  @Field(() => ID, {
    nullable: true,
    description:
      'The case about the same, as which it was closed and which counts instead (R-18); null for a case that counts itself.',
  })
  readonly duplicateOf?: string;

  @Field(() => [EventRefType], { description: 'The events of the case, in recording order.' })
  readonly events!: readonly EventRefType[];

  @ProjectedThrough()
  readonly projectedThrough!: string;
}

@ObjectType({ description: 'A page of cases.' })
export class CaseConnection extends connectionOf('Case', CaseType) {}
