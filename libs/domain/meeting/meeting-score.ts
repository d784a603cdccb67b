import { compareDecimals, isDecimal } from '#vocabulary';
import type { Decimal } from '#vocabulary';
import type { DecisionContext } from '../shared/context';
import { requireConfirming } from '../shared/confirming';
import { requireAmount } from '../shared/decimal';
import { field } from '../shared/field';
import { frameworkPledged } from '../shared/programme';
import { decidedUnless, firstRefusal, requireThat } from '../shared/requirements';
import type { Requirement } from '../shared/requirements';
import { OFFICES } from '../shared/roles';
import { AT_OR_ABOVE } from '../shared/standing';
import { requireVotes } from '../shared/votes';
import { aboutMeeting, onMeeting } from './meeting.commands';
import type { KnownMeeting, MeetingScores } from './meeting.state';

const ofMeeting = { meeting: field.meeting };
const scale = field.record(field.decimal);

/** Proposed, voted, confirmed, in this order; who confirms need not wait for a vote (handbook, 4.6). */
export const scoreCommands = {
  ProposeMeetingScore: onMeeting({
    fields: { ...ofMeeting, scores: scale },
    authority: { roles: OFFICES, standing: AT_OR_ABOVE },
    decide: ({ scores }, state, context) =>
      decidedUnless(firstRefusal(requireScorable(state), requireScores(scores, state, context)), {
        type: 'MeetingScoreProposed',
        data: { ...aboutMeeting(state), scores },
      }),
  }),
  VoteMeetingScore: onMeeting({
    fields: {
      ...ofMeeting,
      votesFor: field.optional(field.count),
      votesTotal: field.optional(field.count),
    },
    authority: { roles: OFFICES, standing: AT_OR_ABOVE },
    decide: (data, state) =>
      decidedUnless(
        firstRefusal(
          requireScorable(state),
          requireThat(state.scoring.stage !== 'NONE', 'SCORE_NOT_PROPOSED', {
            meeting: state.meeting,
          }),
          requireThat(state.scoring.stage !== 'VOTED', 'ALREADY_DONE', {
            subject: ['meeting', state],
            state: 'VOTED',
          }),
          requireVotes(data.votesFor, data.votesTotal),
        ),
        { type: 'MeetingScoreVoted', data: { ...data, ...aboutMeeting(state) } },
      ),
  }),
  /** Without scores of its own, a confirmation takes those proposed. */
  ConfirmMeetingScore: onMeeting({
    fields: { ...ofMeeting, scores: field.optional(scale) },
    authority: { roles: OFFICES, standing: AT_OR_ABOVE },
    decide(data, state, context) {
      const proposed = state.scoring.stage === 'NONE' ? undefined : state.scoring.scores;
      const scores = data.scores ?? proposed ?? {};
      return decidedUnless(
        firstRefusal(
          requireScorable(state),
          requireThat(data.scores !== undefined || proposed !== undefined, 'SCORE_NOT_PROPOSED', {
            meeting: state.meeting,
          }),
          requireScores(scores, state, context),
          requireConfirming('meetingScore', state, context),
        ),
        {
          type: 'MeetingScoreConfirmed',
          data: { ...aboutMeeting(state), scores, confirmedBy: context.actor.id },
        },
      );
    },
  }),
};

function requireScorable(state: KnownMeeting): Requirement {
  return firstRefusal(
    requireThat(state.minutesAdopted, 'SCORE_BEFORE_MINUTES', { meeting: state.meeting }),
    requireThat(state.scoring.stage !== 'CONFIRMED', 'SCORE_ALREADY_CONFIRMED', {
      meeting: state.meeting,
    }),
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
    requireThat(entries.length > 0, 'VALUE_INVALID', { field: 'scores', value: [] }),
    ...entries.map(([code, points]) => {
      const field = `scores.${code}`;
      const group = scale?.groups.find((known) => known.code === code);
      return firstRefusal(
        requireAmount(points, field),
        requireThat(scale === undefined || group !== undefined, 'SCORE_GROUP_UNKNOWN', {
          field,
          group: code,
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
    group: group.code,
    points,
    maximum: group.maxPoints,
  });
}
