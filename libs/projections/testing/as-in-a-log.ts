import { recorded } from '#projection-engine/testing';
import type { ToRecord } from '#projection-engine/testing';
import type { RecordedFact } from '#projection-engine';

const MINUTE_MS = 60_000;
/** After everything that any fact is about. */
const AFTERWARDS = Date.parse('2026-06-01T00:00:00Z');

/**
 * Facts as every log has them, whatever they say otherwise: all that is recorded of a meeting is of one organisation
 * and of the year in which it begins, and nothing is recorded of a day to come.
 */
export function asInALog(facts: readonly ToRecord[]): readonly RecordedFact[] {
  return recorded(...facts.map(ofOneMeeting).map(recordedAfterwards));
}

function ofOneMeeting(fact: ToRecord): ToRecord {
  if (!('meeting' in fact.data)) return fact;
  const isFirst = fact.data.meeting === 'k1';
  const [organisation, year] = isFirst ? ['o1', 2024] : ['o2', 2025];
  const begins = 'startsAt' in fact.data && { startsAt: `${year}${fact.data.startsAt.slice(4)}` };
  return { ...fact, data: { ...fact.data, organisation, year, ...begins } } as ToRecord;
}

function recordedAfterwards(fact: ToRecord, index: number): ToRecord {
  const recordedAt = new Date(AFTERWARDS + index * MINUTE_MS).toISOString();
  return { ...fact, circumstances: { ...fact.circumstances, recordedAt } };
}
