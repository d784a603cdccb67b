import { firstRefusal, requireCount, requireThat } from './requirements';
import type { Requirement } from './requirements';

/** Counts, where given, and never more votes in favour than were cast. */
export function requireVotes(
  votesFor: number | undefined,
  votesTotal: number | undefined,
): Requirement {
  return firstRefusal(
    votesFor === undefined ? undefined : requireCount(votesFor, 'votesFor'),
    votesTotal === undefined ? undefined : requireCount(votesTotal, 'votesTotal'),
    requireThat((votesFor ?? 0) <= (votesTotal ?? Infinity), 'VALUE_INVALID', {
      field: 'votesFor',
      value: votesFor ?? 0,
      details: { votesFor, votesTotal },
    }),
  );
}
