import type { Decimal } from '#vocabulary';
import type { MeetingScoring } from '../meetings';
import { differenceOf } from './exact-points';

/** One group of the meeting scale: `gap` is positive where less was confirmed than proposed. */
export interface MeetingScoreGap {
  readonly group: string;
  readonly proposed: Decimal;
  readonly confirmed: Decimal;
  readonly gap: Decimal;
}

/** What was proposed last against what was confirmed, by group; a group left out has no points. */
export function meetingScoreGaps({
  proposed,
  confirmed,
}: MeetingScoring): readonly MeetingScoreGap[] {
  const proposal = proposed.at(-1);
  if (!proposal || !confirmed) return [];
  const groups = new Set([...Object.keys(proposal.scores), ...Object.keys(confirmed.scores)]);
  return [...groups].toSorted().map((group) => {
    const [before = '0', after = '0'] = [proposal.scores[group], confirmed.scores[group]];
    return { group, proposed: before, confirmed: after, gap: differenceOf(before, after) };
  });
}
