import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import type { MeetingKind } from '#vocabulary';
import { enumOf } from '../../graphql/enum-of';
import { DateTimeScalar, DecimalScalar } from '../../graphql/scalars';
import { MeetingKindEnum } from '../../graphql/vocabulary';
import { connectionOf, EventRefType, ProjectedThrough } from '../shared';

export const MeetingStateEnum = enumOf('MeetingState', 'How far a meeting has come.', {
  SCHEDULED: 'It is called, or something of it was recorded before it was held.',
  HELD: 'It was held.',
  CANCELLED: 'It will not be held.',
});
export type MeetingState = keyof typeof MeetingStateEnum;

@ObjectType('MeetingScore', { description: 'Points of one group of the meeting scale.' })
export class MeetingScoreType {
  @Field(() => ID, { description: 'The code of the group.' })
  readonly group!: string;

  @Field(() => DecimalScalar, { description: 'The points.' })
  readonly points!: string;
}

@ObjectType('ProposedMeetingScore', { description: 'A score as the cell proposed it.' })
export class ProposedMeetingScoreType {
  @Field(() => [MeetingScoreType], { description: 'Points by group.' })
  readonly scores!: readonly MeetingScoreType[];

  @Field(() => EventRefType, { description: 'The event.' })
  readonly event!: EventRefType;
}

@ObjectType('VotedMeetingScore', { description: 'A score as the cell voted on it.' })
export class VotedMeetingScoreType {
  @Field(() => [MeetingScoreType], { description: 'Points by group, as proposed by then.' })
  readonly scores!: readonly MeetingScoreType[];

  @Field(() => Int, { nullable: true, description: 'Votes in favour.' })
  readonly votesFor?: number;

  @Field(() => Int, { nullable: true, description: 'All votes.' })
  readonly votesTotal?: number;

  @Field(() => EventRefType, { description: 'The event.' })
  readonly event!: EventRefType;
}

@ObjectType('ConfirmedMeetingScore', { description: 'The final score.' })
export class ConfirmedMeetingScoreType {
  @Field(() => [MeetingScoreType], { description: 'Points by group.' })
  readonly scores!: readonly MeetingScoreType[];

  @Field(() => ID, { description: 'Who confirmed it.' })
  readonly confirmedBy!: string;

  @Field(() => EventRefType, { description: 'The event.' })
  readonly event!: EventRefType;
}

@ObjectType('MeetingScoreGap', {
  description: 'What the cell proposed last against what was confirmed, in one group (R-12).',
})
export class MeetingScoreGapType {
  @Field(() => ID, { description: 'The code of the group.' })
  readonly group!: string;

  @Field(() => DecimalScalar, { description: 'The points proposed.' })
  readonly proposed!: string;

  @Field(() => DecimalScalar, { description: 'The points confirmed.' })
  readonly confirmed!: string;

  @Field(() => DecimalScalar, {
    description: 'How many fewer were confirmed; negative where there are more.',
  })
  readonly gap!: string;
}

@ObjectType('Attendance', { description: 'Who attended (R-11).' })
class AttendanceType {
  @Field(() => Int, {
    description: 'Who should have come: members less those exempted and on special duty.',
  })
  readonly expected!: number;

  @Field(() => Int, { description: 'Who came.' })
  readonly present!: number;

  @Field(() => [ID], { description: 'Members absent with a reason.' })
  readonly excused!: readonly string[];

  @Field(() => [ID], { description: 'Members absent without one.' })
  readonly unexcused!: readonly string[];

  @Field(() => [ID], { description: 'Members on special duty.' })
  readonly specialDuty!: readonly string[];
}

@ObjectType('MeetingHeldFacts', { description: 'How a meeting was held.' })
class MeetingHeldFactsType {
  @Field(() => AttendanceType, { description: 'Who attended.' })
  readonly attendance!: AttendanceType;

  @Field({ description: 'Whether somebody of the committee above attended.' })
  readonly superiorAttended!: boolean;

  @Field({ description: 'Whether the carrying out of the previous resolution was evaluated.' })
  readonly previousResolutionReviewed!: boolean;

  @Field(() => EventRefType, { description: 'The event.' })
  readonly event!: EventRefType;
}

@ObjectType('MeetingVote', { description: 'A vote in a meeting.' })
class MeetingVoteType {
  @Field({ description: 'What was voted on.' })
  readonly subject!: string;

  @Field(() => Int, { description: 'In favour.' })
  readonly votesFor!: number;

  @Field(() => Int, { description: 'Against.' })
  readonly votesAgainst!: number;

  @Field(() => Int, { description: 'Abstentions.' })
  readonly abstentions!: number;

  @Field(() => EventRefType, { description: 'The event.' })
  readonly event!: EventRefType;
}

@ObjectType('MeetingResolution', { description: 'A resolution of a meeting.' })
class MeetingResolutionType {
  @Field(() => ID, { description: 'Its id.' })
  readonly resolution!: string;

  @Field({ description: 'Its title.' })
  readonly title!: string;

  @Field(() => EventRefType, { description: 'The event.' })
  readonly event!: EventRefType;
}

@ObjectType('Meeting', { description: 'A meeting, from its schedule to its final score.' })
export class MeetingType {
  @Field(() => ID, { description: 'Its id.' })
  readonly id!: string;

  /** The resolver makes it an organisation. */
  readonly organisationId!: string;

  @Field(() => Int, { description: 'The year it counts to.' })
  readonly year!: number;

  @Field(() => MeetingStateEnum, { description: 'How far it has come.' })
  readonly state!: MeetingState;

  @Field(() => MeetingKindEnum, { nullable: true, description: 'What kind of meeting.' })
  readonly kind?: MeetingKind;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it began, or is to begin.' })
  readonly startsAt?: string;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it ended.' })
  readonly endsAt?: string;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'When the documents were given out.',
  })
  readonly documentsPostedAt?: string | undefined;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'When the cell committee met before it.',
  })
  readonly preparedAt?: string | undefined;

  @Field(() => MeetingHeldFactsType, { nullable: true, description: 'How it was held.' })
  readonly held?: MeetingHeldFactsType;

  @Field(() => [MeetingVoteType], { description: 'The votes.' })
  readonly votes!: readonly MeetingVoteType[];

  @Field(() => [MeetingResolutionType], { description: 'The resolutions.' })
  readonly resolutions!: readonly MeetingResolutionType[];

  @Field(() => EventRefType, { nullable: true, description: 'The adoption of the minutes.' })
  readonly minutesAdopted?: EventRefType;

  @Field(() => [ProposedMeetingScoreType], { description: 'The scores proposed, in order (R-12).' })
  readonly proposedScores!: readonly ProposedMeetingScoreType[];

  @Field(() => VotedMeetingScoreType, { nullable: true, description: 'The score voted on.' })
  readonly votedScore?: VotedMeetingScoreType | undefined;

  @Field(() => ConfirmedMeetingScoreType, { nullable: true, description: 'The final score.' })
  readonly confirmedScore?: ConfirmedMeetingScoreType | undefined;

  @Field(() => [MeetingScoreGapType], {
    description: 'Proposed against confirmed by group; empty until there are both.',
  })
  readonly scoreGaps!: readonly MeetingScoreGapType[];

  @Field(() => [EventRefType], { description: 'All events of it, in the order recorded.' })
  readonly events!: readonly EventRefType[];

  @ProjectedThrough()
  readonly projectedThrough!: string;
}

@ObjectType({ description: 'Meetings, a page of them.' })
export class MeetingConnection extends connectionOf('Meeting', MeetingType) {}
