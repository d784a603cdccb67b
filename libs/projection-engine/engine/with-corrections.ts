import { isCorrection, standingFacts } from '#domain';
import type { EventLog, RecordedEvent } from '#event-log';
import type { Correction, LoggedFact, RecordedFact } from '../runner';

/**
 * Events as projections take them: a correction carries its stream up to that event. The stream
 * is read rather than kept, since corrections are rare.
 */
export async function withCorrections(
  log: Pick<EventLog, 'readStreamSlice'>,
  events: readonly RecordedEvent[],
): Promise<readonly LoggedFact[]> {
  // Upcasting has brought every event to a shape of the catalogue, or refused it.
  if (!events.some(isCorrection)) return events as readonly RecordedFact[];
  const facts: LoggedFact[] = [];
  for (const event of events) {
    facts.push(isCorrection(event) ? await withStream(log, event) : (event as RecordedFact));
  }
  return facts;
}

type CorrectionEvent = Omit<Correction, 'withdrawn' | 'standing'>;

async function withStream(
  log: Pick<EventLog, 'readStreamSlice'>,
  event: RecordedEvent,
): Promise<Correction> {
  const correction = event as CorrectionEvent;
  const stream = await log.readStreamSlice(event.stream, 0);
  const before = stream.filter(({ revision }) => revision <= event.revision);
  const withdrawn = before.find(({ id }) => id === correction.data.event);
  if (withdrawn === undefined) {
    throw new Error(`${event.id} corrects an event that is not in ${event.stream}`);
  }
  return {
    ...correction,
    withdrawn: withdrawn as RecordedFact,
    standing: standingFacts(before) as readonly RecordedFact[],
  };
}
