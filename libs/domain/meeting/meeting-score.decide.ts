import { assertNever, compareDecimals, isDecimal } from '#vocabulary';
import type { DecisionContext } from '../shared/context';
import { requireAmount } from '../shared/decimal';
import type { Decision } from '../shared/decision';
import { frameworkPledged } from '../shared/programme';
import { decidedUnless, firstRefusal, requireThat } from '../shared/requirements';
import type { Requirement } from '../shared/requirements';
import type { Decimal } from '#vocabulary';
import { requireVotes } from '../shared/votes';
import type { MeetingCommand } from './meeting.commands';
import type { MeetingEvent, MeetingScores } from './meeting.events';
import type { KnownMeeting } from './meeting.state';

type ScoreCommand = Extract<
  MeetingCommand,
  { type: 'ProposeMeetingScore' | 'VoteMeetingScore' | 'ConfirmMeetingScore' }
>;

type Of<Type extends ScoreCommand['type']> = Extract<ScoreCommand, { type: Type }>;

export function isScoreCommand(command: MeetingCommand): command is ScoreCommand {
  return (
    command.type === 'ProposeMeetingScore' ||
    command.type === 'VoteMeetingScore' ||
    command.type === 'ConfirmMeetingScore'
  );
}

/** Proposed, voted, confirmed, in this order; who confirms need not wait for a vote (handbook, 4.6). */
export function decideScore(
  command: ScoreCommand,
  state: KnownMeeting,
  context: DecisionContext,
): Decision<MeetingEvent> {
  switch (command.type) {
    case 'ProposeMeetingScore':
      return propose(command, state, context);
    case 'VoteMeetingScore':
      return vote(command, state);
    case 'ConfirmMeetingScore':
      return confirm(command, state, context);
    default:
      return assertNever(command);
  }
}

function propose(
  { scores }: Of<'ProposeMeetingScore'>,
  state: KnownMeeting,
  context: DecisionContext,
): Decision<MeetingEvent> {
  const obstacle = firstRefusal(requireScorable(state), requireScores(scores, state, context));
  return decidedUnless(obstacle, {
    type: 'MeetingScoreProposed',
    data: { ...meetingOf(state), scores },
  });
}

function vote(command: Of<'VoteMeetingScore'>, state: KnownMeeting): Decision<MeetingEvent> {
  const { votesFor, votesTotal } = command;
  const obstacle = firstRefusal(
    requireScorable(state),
    requireThat(state.scoring.stage !== 'NONE', 'SCORE_NOT_PROPOSED'),
    requireThat(state.scoring.stage !== 'VOTED', 'ALREADY_DONE'),
    requireVotes(votesFor, votesTotal),
  );
  return decidedUnless(obstacle, {
    type: 'MeetingScoreVoted',
    data: {
      ...meetingOf(state),
      ...(votesFor === undefined ? {} : { votesFor }),
      ...(votesTotal === undefined ? {} : { votesTotal }),
    },
  });
}

/** Without scores of its own, a confirmation takes those proposed. */
function confirm(
  command: Of<'ConfirmMeetingScore'>,
  state: KnownMeeting,
  context: DecisionContext,
): Decision<MeetingEvent> {
  const proposed = state.scoring.stage === 'NONE' ? undefined : state.scoring.scores;
  const scores = command.scores ?? proposed ?? {};
  const obstacle = firstRefusal(
    requireScorable(state),
    requireThat(command.scores !== undefined || proposed !== undefined, 'SCORE_NOT_PROPOSED'),
    requireScores(scores, state, context),
  );
  return decidedUnless(obstacle, {
    type: 'MeetingScoreConfirmed',
    data: { ...meetingOf(state), scores, confirmedBy: context.actor.id },
  });
}

function meetingOf({ meeting, organisation, year }: KnownMeeting) {
  return { meeting, organisation, year };
}

function requireScorable(state: KnownMeeting): Requirement {
  return firstRefusal(
    requireThat(state.minutesAdopted, 'SCORE_BEFORE_MINUTES'),
    requireThat(state.scoring.stage !== 'CONFIRMED', 'SCORE_ALREADY_CONFIRMED'),
  );
}

/** Held against the scale of the framework under which the organisation pledged, where there is one. */
function requireScores(
  scores: MeetingScores,
  state: KnownMeeting,
  context: DecisionContext,
): Requirement {
  const entries = Object.entries(scores);
  const scale = frameworkPledged(state.organisation, state.year, context)?.meetingScale;
  return firstRefusal(
    requireThat(entries.length > 0, 'VALUE_INVALID', { field: 'scores' }),
    ...entries.map(([code, points]) => {
      const field = `scores.${code}`;
      const group = scale?.groups.find((one) => one.code === code);
      return firstRefusal(
        requireAmount(points, field),
        requireThat(scale === undefined || group !== undefined, 'SCORE_GROUP_UNKNOWN', {
          field,
          details: { group: code },
        }),
        group === undefined ? undefined : requireAtMost(points, group, field),
      );
    }),
  );
}

function requireAtMost(
  points: Decimal,
  group: { readonly code: string; readonly maxPoints: number },
  field: string,
): Requirement {
  const holds = isDecimal(points) && compareDecimals(points, group.maxPoints) <= 0;
  return requireThat(holds, 'SCORE_ABOVE_MAXIMUM', {
    field,
    details: { group: group.code, points, maximum: group.maxPoints },
  });
}
