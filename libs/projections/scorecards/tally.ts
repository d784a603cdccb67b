import type {
  DetectionTally,
  EvidenceRef,
  GrievanceTally,
  LeftOutMember,
  SubtreeTally,
  TallyEvidence,
} from '#criteria';
import { GRIEVANCE_FLAGS, SIGNAL_SOURCES } from '#vocabulary';
import type { Counters } from './steps';

/** Reads the counts of one census date as the criteria look at them. */
export function tallyOf(
  counters: Counters,
  evidence: Readonly<Partial<Record<TallyEvidence, readonly EvidenceRef[]>>>,
  leftOut: readonly LeftOutMember[],
): SubtreeTally {
  const count = (name: string): number => counters[name] ?? 0;
  return {
    members: {
      rateable: count('rateable'),
      rated: {
        EXCELLENT: count('rated:EXCELLENT'),
        GOOD: count('rated:GOOD'),
        COMPLETED: count('rated:COMPLETED'),
        FAILED: count('rated:FAILED'),
      },
      pledged: count('pledged'),
      exempted: count('exempted'),
      suspended: count('suspended'),
    },
    grievances: namesAfter(counters, ['unresolved:', 'opened:']).map((flags): GrievanceTally => ({
      flags: GRIEVANCE_FLAGS.filter((flag) => flags.split('+').includes(flag)),
      unresolved: count(`unresolved:${flags}`),
      opened: count(`opened:${flags}`),
    })),
    prohibitedThings: {
      confirmed: count('prohibited:confirmed'),
      selfDetectedAndRemedied: count('prohibited:selfRemedied'),
      open: count('prohibited:open'),
    },
    detectedBefore: namesAfter(counters, ['detected:confirmed:', 'detected:open:']).map(
      (sources): DetectionTally => ({
        sources: SIGNAL_SOURCES.filter((source) => sources.split('+').includes(source)),
        confirmed: count(`detected:confirmed:${sources}`),
        open: count(`detected:open:${sources}`),
        onImportedDates: count(`detected:imported:${sources}`),
        selfDetectedAfterwards: count(`detected:afterwards:${sources}`),
      }),
    ),
    unremedied: count('unremedied'),
    evidence,
    leftOut,
  };
}

/** What follows any of the prefixes in the counters' names, each once, in order. */
function namesAfter(counters: Counters, prefixes: readonly string[]): readonly string[] {
  const names = Object.keys(counters).flatMap((name) =>
    prefixes.filter((prefix) => name.startsWith(prefix)).map((prefix) => name.slice(prefix.length)),
  );
  return [...new Set(names)].sort();
}
