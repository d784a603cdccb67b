import { assertNever } from '#vocabulary';
import { refTo } from '#projection-engine';
import type { FactOfType } from '#projection-engine';
import type { MeetingScoring } from './meeting.document';

/** Keeps what the cell proposed, what it voted and what the superior confirmed apart. */
export function applyToScoring(
  scoring: MeetingScoring,
  event: FactOfType<'MeetingScoreProposed' | 'MeetingScoreVoted' | 'MeetingScoreConfirmed'>,
): MeetingScoring {
  switch (event.type) {
    case 'MeetingScoreProposed': {
      const proposal = { scores: event.data.scores, event: refTo(event) };
      return { ...scoring, proposed: [...scoring.proposed, proposal] };
    }
    case 'MeetingScoreVoted': {
      const { votesFor, votesTotal } = event.data;
      return {
        ...scoring,
        voted: {
          scores: scoring.proposed.at(-1)?.scores ?? {},
          ...(votesFor === undefined ? {} : { votesFor }),
          ...(votesTotal === undefined ? {} : { votesTotal }),
          event: refTo(event),
        },
      };
    }
    case 'MeetingScoreConfirmed': {
      const { scores, confirmedBy } = event.data;
      return { ...scoring, confirmed: { scores, confirmedBy, event: refTo(event) } };
    }
    default:
      return assertNever(event);
  }
}
