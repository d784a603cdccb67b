import type { RatingLevel } from '#vocabulary';
import { RATING_LEVELS } from '#vocabulary';
import type { OrganisationYearFacts } from '../facts';
import type { Scorecard } from './scorecard';

type Counts = Pick<Scorecard, 'members' | 'children'>;

const CELLS: readonly string[] = ['SUBORDINATE_CELL', 'GRASSROOTS_CELL'];

/** Who was counted and who was left out, and how the direct children of a committee stand. */
export function countsOf({ organisation, subtree, children }: OrganisationYearFacts): Counts {
  const { rateable, exempted, suspended } = subtree.members;
  const members = {
    rateable,
    rated: RATING_LEVELS.reduce((sum, level) => sum + subtree.members.rated[level], 0),
    byLevel: subtree.members.rated,
    exempted,
    suspended,
    leftOut: subtree.leftOut.toSorted((a, b) => (a.member < b.member ? -1 : 1)),
  };
  if (CELLS.includes(organisation.kind) && children.length === 0) return { members };
  const decided = (recognised: boolean): number =>
    children.filter((child) => child.recognised === recognised).length;
  const rated = (level: RatingLevel): number =>
    children.filter((child) => child.rating === level).length;
  return {
    members,
    children: {
      total: children.length,
      recognised: decided(true),
      notRecognised: decided(false),
      undecided: children.length - decided(true) - decided(false),
      rated: {
        EXCELLENT: rated('EXCELLENT'),
        GOOD: rated('GOOD'),
        COMPLETED: rated('COMPLETED'),
        FAILED: rated('FAILED'),
      },
    },
  };
}
