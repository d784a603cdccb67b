import type { CaseEntry } from './documents';
import { detectedBefore, isSelfDetectedAndRemedied, standingOf } from './detection';
import { isOfYear } from './years';
import type { Counters } from './steps';

export function caseCounters(entry: CaseEntry, year: number): Counters {
  return {
    ...(isOfYear(entry.occurredOn, year) ? violationCounters(entry) : {}),
    ...(isUnremediedOf(entry, year) ? { unremedied: 1 } : {}),
  };
}

export function isUnremediedOf(entry: CaseEntry, year: number): boolean {
  const { conclusion } = entry;
  return (
    conclusion !== undefined &&
    conclusion.confirmed &&
    conclusion.remediationRequired &&
    isOfYear(conclusion.on, year) &&
    entry.remediated === undefined
  );
}

function violationCounters(entry: CaseEntry): Counters {
  const standing = standingOf(entry);
  if (standing === 'UNFOUNDED') return {};
  const { sources, onImportedDates, selfDetected } = detectedBefore(entry);
  const detection = sources.join('+');
  const standingName = standing === 'CONFIRMED' ? 'confirmed' : 'open';
  return {
    ...(entry.prohibitedThing === undefined ? {} : { [`prohibited:${standingName}`]: 1 }),
    ...(entry.prohibitedThing !== undefined && isSelfDetectedAndRemedied(entry)
      ? { 'prohibited:selfRemedied': 1 }
      : {}),
    ...(sources.length === 0 ? {} : { [`detected:${standingName}:${detection}`]: 1 }),
    ...(sources.length > 0 && onImportedDates ? { [`detected:imported:${detection}`]: 1 } : {}),
    ...(sources.length > 0 && selfDetected ? { [`detected:afterwards:${detection}`]: 1 } : {}),
  };
}
