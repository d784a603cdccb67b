import { Args, Resolver } from '@nestjs/graphql';
import type { Receipt } from '#commands';
import type { Actor } from '#vocabulary';
import type { MeetingScores } from '#domain';
import { Acting } from '../../identity/acting';
import { Commands, Records } from '../shared';
import {
  ScheduleMeetingInput,
  PostDocumentsInput,
  HoldPreparatoryMeetingInput,
  HoldMeetingInput,
  TakeVoteInput,
  AdoptResolutionInput,
  AdoptMinutesInput,
  ProposeMeetingScoreInput,
  VoteMeetingScoreInput,
  ConfirmMeetingScoreInput,
  CancelMeetingInput,
  MeetingScoreInput,
} from './meeting.inputs';

/** Commands of a meeting. */
@Resolver()
export class MeetingCommands {
  constructor(private readonly commands: Commands) {}

  @Records('A meeting is called.')
  scheduleMeeting(
    @Args('input') input: ScheduleMeetingInput,
    @Acting() actor: Actor,
  ): Promise<Receipt> {
    return this.commands.record('ScheduleMeeting', input, actor);
  }

  @Records('The documents of a meeting are given out; `effectiveAt` says when.')
  postDocuments(
    @Args('input') input: PostDocumentsInput,
    @Acting() actor: Actor,
  ): Promise<Receipt> {
    return this.commands.record('PostDocuments', input, actor);
  }

  @Records('The cell committee meets before the meeting (họp chi ủy).')
  holdPreparatoryMeeting(
    @Args('input') input: HoldPreparatoryMeetingInput,
    @Acting() actor: Actor,
  ): Promise<Receipt> {
    return this.commands.record('HoldPreparatoryMeeting', input, actor);
  }

  @Records('A meeting was held, scheduled here before or not.')
  holdMeeting(@Args('input') input: HoldMeetingInput, @Acting() actor: Actor): Promise<Receipt> {
    return this.commands.record('HoldMeeting', input, actor);
  }

  @Records('A vote in a meeting.')
  takeVote(@Args('input') input: TakeVoteInput, @Acting() actor: Actor): Promise<Receipt> {
    return this.commands.record('TakeVote', input, actor);
  }

  @Records('A meeting adopts a resolution.')
  adoptResolution(
    @Args('input') input: AdoptResolutionInput,
    @Acting() actor: Actor,
  ): Promise<Receipt> {
    return this.commands.record('AdoptResolution', input, actor);
  }

  @Records('The minutes (biên bản) of a meeting are adopted. A score comes after them.')
  adoptMinutes(@Args('input') input: AdoptMinutesInput, @Acting() actor: Actor): Promise<Receipt> {
    return this.commands.record('AdoptMinutes', input, actor);
  }

  @Records('The cell proposes a score of the meeting.')
  proposeMeetingScore(
    @Args('input') input: ProposeMeetingScoreInput,
    @Acting() actor: Actor,
  ): Promise<Receipt> {
    const { meeting, scores } = input;
    return this.commands.recordAs(
      'ProposeMeetingScore',
      input,
      { meeting, scores: byGroup(scores) },
      actor,
    );
  }

  @Records('The cell votes on the proposed score.')
  voteMeetingScore(
    @Args('input') input: VoteMeetingScoreInput,
    @Acting() actor: Actor,
  ): Promise<Receipt> {
    return this.commands.record('VoteMeetingScore', input, actor);
  }

  @Records('The score becomes final, as proposed or as the confirming delegate gives it (R-12).')
  confirmMeetingScore(
    @Args('input') input: ConfirmMeetingScoreInput,
    @Acting() actor: Actor,
  ): Promise<Receipt> {
    const { meeting, scores } = input;
    const body = { meeting, ...(scores === undefined ? {} : { scores: byGroup(scores) }) };
    return this.commands.recordAs('ConfirmMeetingScore', input, body, actor);
  }

  @Records('A scheduled meeting will not be held.')
  cancelMeeting(
    @Args('input') input: CancelMeetingInput,
    @Acting() actor: Actor,
  ): Promise<Receipt> {
    return this.commands.record('CancelMeeting', input, actor);
  }
}

function byGroup(scores: readonly MeetingScoreInput[]): MeetingScores {
  return Object.fromEntries(scores.map(({ group, points }) => [group, points]));
}
