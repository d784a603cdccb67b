import type {
  DetectionTally,
  GrievanceTally,
  InspectionPlanTally,
  LeftOutMember,
  MeetingEvidence,
  MeetingTally,
  SubtreeTally,
  TallyEvidence,
  TargetTally,
} from '#criteria';
import { MEETING_EVIDENCE } from '#criteria';
import { MEETING_LEVELS, RATING_LEVELS } from '#vocabulary';
import type { LocalDate } from '#vocabulary';
import { countsIn, keyOf } from '../counts/count';
import type { Count, Counters } from '../counts/count';
import type { MeetingCounts, YearCounts } from '../counts/counts.document';
import { NO_MEETING_COUNTS } from '../counts/counts.document';
import { listedOn } from '../counts/evidence';
import type { EvidenceSummary } from '../counts/evidence';
import type { YearDocument } from '../facts/year.facts';

type Read = (count: Count) => number;

function reading(counters: Counters): Read {
  return (count) => counters[keyOf(count)] ?? 0;
}

/** A table of the words, each with what is found for it. */
function tableOf<const Word extends string>(words: readonly Word[], find: (word: Word) => number) {
  return Object.fromEntries(words.map((word) => [word, find(word)])) as Record<Word, number>;
}

/** Reads the counts of one census date as the criteria look at them. */
export function subtreeTally(
  counters: Counters,
  evidence: EvidenceSummary,
  leftOut: readonly LeftOutMember[],
): SubtreeTally {
  const read = reading(counters);
  const entries = Object.entries(evidence) as [TallyEvidence, (typeof evidence)[TallyEvidence]][];
  return {
    members: {
      rateable: read({ name: 'rateable' }),
      rated: tableOf(RATING_LEVELS, (level) => read({ name: 'rated', level })),
      pledged: read({ name: 'pledged' }),
      exempted: read({ name: 'exempted' }),
      suspended: read({ name: 'suspended' }),
    },
    grievances: distinct(
      countsIn(counters, 'unresolved', 'opened').map(({ count }) => count.flags),
    ).map((flags): GrievanceTally => ({
      flags,
      unresolved: read({ name: 'unresolved', flags }),
      opened: read({ name: 'opened', flags }),
    })),
    prohibitedThings: {
      confirmed: read({ name: 'prohibited', standing: 'confirmed' }),
      selfDetectedAndRemedied: read({ name: 'prohibited', standing: 'selfRemedied' }),
      open: read({ name: 'prohibited', standing: 'open' }),
    },
    detectedBy: [...new Set(countsIn(counters, 'detected').map(({ count }) => count.source))].map(
      (source): DetectionTally => ({
        source,
        confirmed: read({ name: 'detected', standing: 'confirmed', source }),
        open: read({ name: 'detected', standing: 'open', source }),
        onImportedDates: read({ name: 'detected', standing: 'imported', source }),
        selfDetectedAfterwards: read({ name: 'detected', standing: 'afterwards', source }),
      }),
    ),
    unremedied: read({ name: 'unremedied' }),
    evidence: Object.fromEntries(entries.map(([kind, found]) => [kind, found?.refs ?? []])),
    evidenceTotals: Object.fromEntries(entries.map(([kind, found]) => [kind, found?.total ?? 0])),
    leftOut,
  };
}

export function targetTally({ own, evidence }: YearCounts, date: LocalDate): TargetTally {
  const read = reading(own);
  return {
    total: read({ name: 'target', state: 'assigned' }),
    unconfirmed: read({ name: 'target', state: 'unconfirmed' }),
    met: read({ name: 'target', state: 'met' }),
    exceeded: read({ name: 'target', state: 'exceeded' }),
    evidence: refsOf('targets', evidence, date).refs,
  };
}

export function planTally(
  { adopted, items }: NonNullable<YearDocument['inspectionPlan']>,
  { own, evidence }: YearCounts,
  date: LocalDate,
): InspectionPlanTally {
  const done = reading(own)({ name: 'planItemDone' });
  return { adopted, items, done, evidence: refsOf('planItems', evidence, date).refs };
}

export function meetingTally(
  { counters, evidence }: MeetingCounts = NO_MEETING_COUNTS,
  date: LocalDate,
): MeetingTally {
  const read = reading(counters);
  const months = (name: 'regular' | 'validRegular') =>
    ascending(countsIn(counters, name).map(({ count }) => count.month));
  return {
    monthsHeld: months('regular'),
    validMonths: months('validRegular'),
    validQuarters: ascending(countsIn(counters, 'validThematic').map(({ count }) => count.quarter)),
    regular: countsIn(counters, 'regular').reduce((sum, { n }) => sum + n, 0),
    scored: read({ name: 'scored' }),
    prepared: read({ name: 'prepared' }),
    present: read({ name: 'attended' }),
    expected: read({ name: 'expected' }),
    levels: tableOf(MEETING_LEVELS, (level) => read({ name: 'level', level })),
    evidence: Object.fromEntries(
      MEETING_EVIDENCE.map((kind) => [kind, refsOf(`meetings:${kind}`, evidence, date)]),
    ) as Record<MeetingEvidence, ReturnType<typeof refsOf>>,
  };
}

function refsOf(
  kind: Parameters<typeof listedOn>[0],
  evidence: YearCounts['evidence'],
  date: LocalDate,
) {
  const { listed, total } = listedOn(kind, evidence, {}, date);
  return { refs: listed.map(({ event, position }) => ({ event, position })), total };
}

/** Sets of words, each once. */
function distinct<Words extends readonly string[]>(sets: readonly Words[]): readonly Words[] {
  return [...new Map(sets.map((words) => [words.join('+'), words])).values()];
}

function ascending(numbers: readonly number[]): readonly number[] {
  return numbers.toSorted((a, b) => a - b);
}
