import type { GrievanceEntry } from './documents';
import { isOfYear } from './years';
import type { Counters } from './steps';

export function grievanceCounters(entry: GrievanceEntry, year: number): Counters {
  if (entry.flags.length === 0) return {};
  const flags = entry.flags.join('+');
  return {
    ...(isUnresolvedAfter(entry, year) ? { [`unresolved:${flags}`]: 1 } : {}),
    ...(isOfYear(entry.openedOn, year) ? { [`opened:${flags}`]: 1 } : {}),
  };
}

export function isUnresolvedAfter(entry: GrievanceEntry, year: number): boolean {
  const end = `${year + 1}-01-01`;
  return entry.openedOn < end && (entry.resolvedOn === undefined || entry.resolvedOn >= end);
}
