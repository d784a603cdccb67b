import type { YearDocument } from '../facts/year.facts';
import type { StandingCounts, YearCounts } from './counts.document';
import { keyOf } from './count';
import { NO_STEPS, sumOfSteps, within } from './steps';
import type { Steps } from './steps';

const PRESENT = keyOf({ name: 'present' });

/** What the organisation itself contributes to its own and its superiors' counts for a year. */
function ownSteps(standing: StandingCounts, ofYear: YearCounts, year: number): Steps {
  const before = Object.entries(standing.changes)
    .filter(([earlier]) => Number(earlier) < year)
    .map(([, counters]): Steps => ({ [`${year}-01-01`]: counters }));
  return sumOfSteps([...before, ofYear.goingOn, ofYear.ofYear]);
}

/** Counts of the organisation and all below it, for every census date of the year. */
export function subtreeSteps({
  year,
  ofYear,
  standingCounts,
  yearCounts,
}: {
  readonly year: number;
  readonly ofYear: YearDocument;
  readonly standingCounts: StandingCounts;
  readonly yearCounts: YearCounts;
}): Steps {
  return sumOfSteps([
    presence(ofYear, year),
    ownSteps(standingCounts, yearCounts, year),
    ...Object.values(ofYear.children).map(({ steps, attached }) => within(steps, attached)),
  ]);
}

/**
 * Counts those organisations that are there in their own right, and not because of one below:
 * a scorecard is kept while there is any at or below it.
 */
function presence({ foldedThrough, demandedBy }: YearDocument, year: number): Steps {
  const isPresent = foldedThrough !== undefined || Object.keys(demandedBy).length > 0;
  return isPresent ? { [`${year}-01-01`]: { [PRESENT]: 1 } } : NO_STEPS;
}

export function isAnyPresent(steps: Steps): boolean {
  return Object.values(steps).some((counters) => PRESENT in counters);
}
