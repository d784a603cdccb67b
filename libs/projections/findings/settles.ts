import type { LoggedFact } from '#projection-engine';

/**
 * What it takes away is settled by it, wherever batches are cut: a correction, and the closing of a case as the same as
 * another, which counts nowhere from then on.
 */
export function settles(event: LoggedFact): boolean {
  return (
    event.type === 'FactCorrected' ||
    (event.type === 'CaseClosed' && event.data.duplicateOf !== undefined)
  );
}
