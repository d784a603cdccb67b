import { InputType } from '@nestjs/graphql';
import type { MeetingScores } from '#domain';
import type { MeetingKind } from '#vocabulary';
import { MeetingKindEnum } from '../graphql/vocabulary';
import {
  CommandFields,
  BooleanField,
  CommandInput,
  CountField,
  DecimalField,
  EnumField,
  IdField,
  IdListField,
  InstantField,
  NestedField,
  NestedListField,
  TextField,
} from './shared';

@InputType({ description: 'Who attended a meeting (R-11).' })
export class AttendanceInput {
  @CountField('The number of members expected: all but those exempted and on special duty.')
  readonly expected!: number;

  @CountField('The number of members present.')
  readonly present!: number;

  @IdListField('Members absent with a reason.')
  readonly excused!: string[];

  @IdListField('Members absent without a reason.')
  readonly unexcused!: string[];

  @IdListField('Members on special duty.')
  readonly specialDuty!: string[];
}

@InputType({ description: 'Points of one group of the meeting scale.' })
export class MeetingScoreInput {
  @IdField('The code of the group of the meeting scale.')
  readonly group!: string;

  @DecimalField('The points given, as a decimal.')
  readonly points!: string;
}

@InputType({ isAbstract: true })
abstract class MeetingFields extends CommandFields {
  @IdField('The meeting.')
  readonly meeting!: string;
}

@CommandInput('ScheduleMeeting', 'A meeting is called.')
export class ScheduleMeetingInput extends MeetingFields {
  @IdField('The organisation that meets.')
  readonly organisation!: string;

  @EnumField(MeetingKindEnum, 'The kind of meeting.')
  readonly kind!: MeetingKind;

  @InstantField('The scheduled beginning.')
  readonly startsAt!: string;
}

@CommandInput('PostDocuments', 'The documents of a meeting are given out; `effectiveAt` says when.')
export class PostDocumentsInput extends MeetingFields {}

@CommandInput('HoldPreparatoryMeeting', 'The cell committee meets before the meeting (họp chi ủy).')
export class HoldPreparatoryMeetingInput extends MeetingFields {}

@CommandInput('HoldMeeting', 'A meeting was held, scheduled here before or not.')
export class HoldMeetingInput extends MeetingFields {
  @IdField('The organisation that met.')
  readonly organisation!: string;

  @EnumField(MeetingKindEnum, 'The kind of meeting.')
  readonly kind!: MeetingKind;

  @InstantField('The beginning of the meeting, which decides the month it counts in.')
  readonly startsAt!: string;

  @InstantField('The end of the meeting.')
  readonly endsAt!: string;

  @NestedField(() => AttendanceInput, 'The attendance of the members.')
  readonly attendance!: AttendanceInput;

  @BooleanField('Whether a member of the committee above attended.')
  readonly superiorAttended!: boolean;

  @BooleanField('Whether the meeting evaluated how the previous resolution was carried out.')
  readonly previousResolutionReviewed!: boolean;
}

@CommandInput('TakeVote', 'A meeting votes on a subject.')
export class TakeVoteInput extends MeetingFields {
  @TextField('The subject of the vote.', { max: 2_000 })
  readonly subject!: string;

  @CountField('The number of votes in favour.')
  readonly votesFor!: number;

  @CountField('The number of votes against.')
  readonly votesAgainst!: number;

  @CountField('The number of abstentions.')
  readonly abstentions!: number;
}

@CommandInput('AdoptResolution', 'A meeting adopts a resolution.')
export class AdoptResolutionInput extends MeetingFields {
  @IdField('The id of the resolution.')
  readonly resolution!: string;

  @TextField('The title of the resolution.', { max: 2_000 })
  readonly title!: string;
}

@CommandInput(
  'AdoptMinutes',
  'The minutes (biên bản) of a meeting are adopted. A score comes after them.',
)
export class AdoptMinutesInput extends MeetingFields {}

@CommandInput('ProposeMeetingScore', 'The cell proposes a score of the meeting.')
export class ProposeMeetingScoreInput extends MeetingFields {
  @NestedListField(() => MeetingScoreInput, 'Points by group of the meeting scale.', { max: 100 })
  readonly scores!: MeetingScoreInput[];

  toCommand() {
    return { meeting: this.meeting, scores: pointsByGroup(this.scores) };
  }
}

@CommandInput('VoteMeetingScore', 'The cell votes on the proposed score.')
export class VoteMeetingScoreInput extends MeetingFields {
  @CountField('The number of votes in favour.', { optional: true })
  readonly votesFor?: number;

  @CountField('The number of all votes.', { optional: true })
  readonly votesTotal?: number;
}

@CommandInput(
  'ConfirmMeetingScore',
  'The score becomes final, as proposed or as the confirming delegate gives it (R-12).',
)
export class ConfirmMeetingScoreInput extends MeetingFields {
  @NestedListField(
    () => MeetingScoreInput,
    'The points where they differ from the proposed ones, by group.',
    {
      optional: true,
      max: 100,
    },
  )
  readonly scores?: MeetingScoreInput[];

  toCommand() {
    const { meeting, scores } = this;
    return { meeting, ...(scores === undefined ? {} : { scores: pointsByGroup(scores) }) };
  }
}

@CommandInput('CancelMeeting', 'A scheduled meeting will not be held.')
export class CancelMeetingInput extends MeetingFields {}

function pointsByGroup(scores: readonly MeetingScoreInput[]): MeetingScores {
  return Object.fromEntries(scores.map(({ group, points }) => [group, points]));
}
