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
  @CountField('Who should have come: members less those exempted and on special duty.')
  readonly expected!: number;

  @CountField('Who came.')
  readonly present!: number;

  @IdListField('Members absent with a reason.')
  readonly excused!: string[];

  @IdListField('Members absent without one.')
  readonly unexcused!: string[];

  @IdListField('Members on special duty.')
  readonly specialDuty!: string[];
}

@InputType({ description: 'Points of one group of the meeting scale.' })
export class MeetingScoreInput {
  @IdField('The code of the group.')
  readonly group!: string;

  @DecimalField('The points.')
  readonly points!: string;
}

@InputType({ isAbstract: true })
abstract class MeetingFields extends CommandFields {
  @IdField('The meeting.')
  readonly meeting!: string;
}

@CommandInput('ScheduleMeeting', 'A meeting is called.')
export class ScheduleMeetingInput extends MeetingFields {
  @IdField('Whose meeting it is.')
  readonly organisation!: string;

  @EnumField(MeetingKindEnum, 'What kind of meeting.')
  readonly kind!: MeetingKind;

  @InstantField('When it is to begin.')
  readonly startsAt!: string;
}

@CommandInput('PostDocuments', 'The documents of a meeting are given out; `effectiveAt` says when.')
export class PostDocumentsInput extends MeetingFields {}

@CommandInput('HoldPreparatoryMeeting', 'The cell committee meets before the meeting (họp chi ủy).')
export class HoldPreparatoryMeetingInput extends MeetingFields {}

@CommandInput('HoldMeeting', 'A meeting was held, scheduled here before or not.')
export class HoldMeetingInput extends MeetingFields {
  @IdField('Whose meeting it was.')
  readonly organisation!: string;

  @EnumField(MeetingKindEnum, 'What kind of meeting.')
  readonly kind!: MeetingKind;

  @InstantField('When it began: this decides to which month it counts.')
  readonly startsAt!: string;

  @InstantField('When it ended.')
  readonly endsAt!: string;

  @NestedField(() => AttendanceInput, 'Who was there and who was not.')
  readonly attendance!: AttendanceInput;

  @BooleanField('Whether somebody of the committee above attended.')
  readonly superiorAttended!: boolean;

  @BooleanField('Whether the carrying out of the previous resolution was evaluated.')
  readonly previousResolutionReviewed!: boolean;
}

@CommandInput('TakeVote', 'A vote in a meeting.')
export class TakeVoteInput extends MeetingFields {
  @TextField('What was voted on.', { max: 2_000 })
  readonly subject!: string;

  @CountField('In favour.')
  readonly votesFor!: number;

  @CountField('Against.')
  readonly votesAgainst!: number;

  @CountField('Abstentions.')
  readonly abstentions!: number;
}

@CommandInput('AdoptResolution', 'A meeting adopts a resolution.')
export class AdoptResolutionInput extends MeetingFields {
  @IdField('The id of the resolution.')
  readonly resolution!: string;

  @TextField('Its title.', { max: 2_000 })
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
  @CountField('In favour.', { optional: true })
  readonly votesFor?: number;

  @CountField('All votes.', { optional: true })
  readonly votesTotal?: number;
}

@CommandInput(
  'ConfirmMeetingScore',
  'The score becomes final, as proposed or as the confirming delegate gives it (R-12).',
)
export class ConfirmMeetingScoreInput extends MeetingFields {
  @NestedListField(() => MeetingScoreInput, 'Other points than those proposed.', {
    optional: true,
    max: 100,
  })
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
