import type { MeetingDocument } from '#projections';
import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { Shown } from '../../access';
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
export const MeetingShortcomingEnum = enumOf(
  'MeetingShortcoming',
  'Why a held meeting does not count for its month or quarter (R-10).',
  {
    TOO_SHORT: 'It was shorter than its kind must be.',
    DOCUMENTS_LATE: 'Its documents were given out too late.',
    DOCUMENTS_MISSING: 'No documents were recorded as given out.',
  },
);

export type MeetingState = keyof typeof MeetingStateEnum;

@ObjectType('MeetingScore', { description: 'Points of one group of the meeting scale.' })
export class MeetingScoreType {
  @Field(() => ID, { description: 'The code of the group of the meeting scale.' })
  readonly group!: string;

  @Field(() => DecimalScalar, { description: 'The points given, as a decimal.' })
  readonly points!: string;
}

@ObjectType('ProposedMeetingScore', { description: 'A score as the cell proposed it.' })
export class ProposedMeetingScoreType {
  @Field(() => [MeetingScoreType], { description: 'The proposed points by group.' })
  readonly scores!: readonly MeetingScoreType[];

  @Field(() => EventRefType, { description: 'The event that proposed the score.' })
  readonly event!: EventRefType;
}

@ObjectType('VotedMeetingScore', { description: 'A score as the cell voted on it.' })
export class VotedMeetingScoreType {
  @Field(() => [MeetingScoreType], {
    description: 'The points by group as they were proposed at the time of the vote.',
  })
  readonly scores!: readonly MeetingScoreType[];

  @Field(() => Int, {
    nullable: true,
    description: 'The number of votes in favour; null when it was not recorded.',
  })
  readonly votesFor?: number;

  @Field(() => Int, {
    nullable: true,
    description: 'The number of all votes; null when it was not recorded.',
  })
  readonly votesTotal?: number;

  @Field(() => EventRefType, { description: 'The event that recorded the vote.' })
  readonly event!: EventRefType;
}

@ObjectType('ConfirmedMeetingScore', { description: 'The final score.' })
export class ConfirmedMeetingScoreType {
  @Field(() => [MeetingScoreType], { description: 'The final points by group.' })
  readonly scores!: readonly MeetingScoreType[];

  @Field(() => ID, { description: 'The id of the person who confirmed the score.' })
  readonly confirmedBy!: string;

  @Field(() => EventRefType, { description: 'The event that confirmed the score.' })
  readonly event!: EventRefType;
}

@ObjectType('MeetingScoreGap', {
  description:
    'The difference between the last proposed and the confirmed points of one group (R-12).',
})
export class MeetingScoreGapType {
  @Field(() => ID, { description: 'The code of the group of the meeting scale.' })
  readonly group!: string;

  @Field(() => DecimalScalar, { description: 'The points proposed.' })
  readonly proposed!: string;

  @Field(() => DecimalScalar, { description: 'The points confirmed.' })
  readonly confirmed!: string;

  @Field(() => DecimalScalar, {
    description: 'Proposed minus confirmed points; negative when more were confirmed.',
  })
  readonly gap!: string;
}

@ObjectType('Attendance', { description: 'Who attended (R-11).' })
class AttendanceType {
  @Field(() => Int, {
    description: 'The number of members expected: all but those exempted and on special duty.',
  })
  readonly expected!: number;

  @Field(() => Int, { description: 'The number of members present.' })
  readonly present!: number;

  @Field(() => [ID], { description: 'Members absent with a reason.' })
  readonly excused!: readonly string[];

  @Field(() => [ID], { description: 'Members absent without a reason.' })
  readonly unexcused!: readonly string[];

  @Field(() => [ID], { description: 'Members on special duty.' })
  readonly specialDuty!: readonly string[];
}

@ObjectType('MeetingHeldFacts', { description: 'How a meeting was held.' })
class MeetingHeldFactsType {
  @Field(() => AttendanceType, { description: 'Who attended.' })
  readonly attendance!: AttendanceType;

  @Field({ description: 'Whether a member of the committee above attended.' })
  readonly superiorAttended!: boolean;

  @Field({
    description: 'Whether the meeting evaluated how the previous resolution was carried out.',
  })
  readonly previousResolutionReviewed!: boolean;

  @Field(() => EventRefType, { description: 'The event that recorded the meeting.' })
  readonly event!: EventRefType;
}

@ObjectType('MeetingVote', { description: 'A vote in a meeting.' })
class MeetingVoteType {
  @Field({ description: 'The subject of the vote.' })
  readonly subject!: string;

  @Field(() => Int, { description: 'The number of votes in favour.' })
  readonly votesFor!: number;

  @Field(() => Int, { description: 'The number of votes against.' })
  readonly votesAgainst!: number;

  @Field(() => Int, { description: 'The number of abstentions.' })
  readonly abstentions!: number;

  @Field(() => EventRefType, { description: 'The event that recorded the vote.' })
  readonly event!: EventRefType;
}

@ObjectType('MeetingResolution', { description: 'A resolution of a meeting.' })
class MeetingResolutionType {
  @Field(() => ID, { description: 'The id of the resolution.' })
  readonly resolution!: string;

  @Field({ description: 'The title of the resolution.' })
  readonly title!: string;

  @Field(() => EventRefType, { description: 'The event that adopted it.' })
  readonly event!: EventRefType;
}

@Shown<MeetingType>('OWN_WORK', ({ organisationId }) => [organisationId])
@ObjectType('Meeting', { description: 'A meeting, from its schedule to its final score.' })
export class MeetingType {
  @Field(() => ID, { description: 'The id of the meeting.' })
  readonly id!: string;

  /** The resolver makes it an organisation. */
  readonly organisationId!: string;

  @Field(() => Int, { description: 'The year in which the meeting counts.' })
  readonly year!: number;

  @Field(() => MeetingStateEnum, {
    description: 'Whether the meeting is scheduled, held or cancelled.',
  })
  readonly state!: MeetingState;

  @Field(() => MeetingKindEnum, {
    nullable: true,
    description: 'The kind of meeting; null when only other facts of it are recorded.',
  })
  readonly kind?: MeetingKind;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'The time at which it began or is scheduled to begin; null when unknown.',
  })
  readonly startsAt?: string;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'The time at which it ended; null while it has not been held.',
  })
  readonly endsAt?: string;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'The time at which its documents were distributed; null when not recorded.',
  })
  readonly documentsPostedAt?: string | undefined;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description:
      'The time of the preparatory meeting of the cell committee; null when not recorded.',
  })
  readonly preparedAt?: string | undefined;

  @Field(() => MeetingHeldFactsType, {
    nullable: true,
    description: 'The facts of the meeting as held; null while it has not been held.',
  })
  readonly held?: MeetingHeldFactsType;

  @Field(() => [MeetingVoteType], { description: 'The votes taken in the meeting.' })
  readonly votes!: readonly MeetingVoteType[];

  @Field(() => [MeetingResolutionType], { description: 'The resolutions adopted in the meeting.' })
  readonly resolutions!: readonly MeetingResolutionType[];

  @Field(() => EventRefType, {
    nullable: true,
    description: 'The event that adopted the minutes; null while none did.',
  })
  readonly minutesAdopted?: EventRefType;

  @Field(() => [ProposedMeetingScoreType], {
    description: 'The scores proposed, in recording order (R-12).',
  })
  readonly proposedScores!: readonly ProposedMeetingScoreType[];

  @Field(() => VotedMeetingScoreType, {
    nullable: true,
    description: 'The score that the cell voted on; null while there is none.',
  })
  readonly votedScore?: VotedMeetingScoreType | undefined;

  @Field(() => ConfirmedMeetingScoreType, {
    nullable: true,
    description: 'The final score; null while there is none.',
  })
  readonly confirmedScore?: ConfirmedMeetingScoreType | undefined;

  @Field(() => [MeetingScoreGapType], {
    description: 'Proposed against confirmed points by group; empty until both are recorded.',
  })
  readonly scoreGaps!: readonly MeetingScoreGapType[];

  /** Of the document, for the fields below. */
  readonly document!: MeetingDocument;

  @Field(() => [EventRefType], { description: 'The events of the meeting, in recording order.' })
  readonly events!: readonly EventRefType[];

  @ProjectedThrough()
  readonly projectedThrough!: string;
}

@ObjectType({ description: 'A page of meetings.' })
export class MeetingConnection extends connectionOf('Meeting', MeetingType) {}
