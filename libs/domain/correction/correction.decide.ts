import type { Decision } from '../shared/decision';
import { refused } from '../shared/decision';
import { refusal } from '../shared/refusal';
import { decidedUnless, firstRefusal, requireReason, requireThat } from '../shared/requirements';
import type { Requirement } from '../shared/requirements';
import { groundsOf } from '../registry';
import type { DomainEvent } from '../registry';
import { isCorrection, standingFacts } from './correction';
import type { CorrectFact, FactCorrected, StreamFact } from './correction';

/**
 * Withdraws one fact of a stream. What rests on it is corrected first, from the last one back, so
 * that what stands at any time could have been recorded.
 *
 * @param facts all events of the stream, in order
 * @param reason why the fact is wrong: without one, nobody could tell later
 */
export function decideCorrection(
  { stream, event }: CorrectFact,
  facts: readonly StreamFact[],
  reason: string | undefined,
): Decision<FactCorrected> {
  const about = { field: 'event', event };
  const subject = ['event', { event }] as const;
  const wrong = facts.find(({ id }) => id === event);
  if (wrong === undefined) return refused(refusal('NOT_RECORDED', { field: 'event', subject }));
  if (isCorrection(wrong)) return refused(refusal('CORRECTION_BY_OWN_PROCEDURE', about));
  const standing = standingFacts(facts);
  const { type: correctedType, data } = wrong as DomainEvent;
  return decidedUnless(
    firstRefusal(
      requireReason(reason),
      requireThat(standing.includes(wrong), 'ALREADY_DONE', {
        field: 'event',
        subject,
        state: 'CORRECTED',
      }),
      requireThat(
        groundsOf(correctedType) !== 'OWN_PROCEDURE',
        'CORRECTION_BY_OWN_PROCEDURE',
        about,
      ),
      requireNothingOnIt(wrong, standing),
    ),
    { type: 'FactCorrected', data: { stream, event, correctedType, ...subjectOf(data) } },
  );
}

function requireNothingOnIt(wrong: StreamFact, standing: readonly StreamFact[]): Requirement {
  const after = standing.slice(standing.indexOf(wrong) + 1);
  const resting = after.filter((later) => restsOn(later, wrong));
  return requireThat(resting.length === 0, 'CORRECTION_OF_GROUND', {
    field: 'event',
    event: wrong.id,
    count: resting.length,
    details: { events: resting.map(({ id, type }) => ({ id, type })) },
  });
}

/** In the streams of years, facts about one target, member or campaign rest on no other's. */
function restsOn(later: StreamFact, earlier: StreamFact): boolean {
  const grounds = groundsOf(earlier.type as DomainEvent['type']);
  if (grounds === 'ALL') return true;
  return (
    grounds.includes(later.type) &&
    ['code', 'member', 'campaign'].every((name) => valueOf(later, name) === valueOf(earlier, name))
  );
}

const SUBJECTS = ['organisation', 'member', 'case', 'year'] as const;

function subjectOf(data: object): Partial<FactCorrected['data']> {
  const subjects = SUBJECTS.flatMap((name) => (name in data ? [[name, data[name as never]]] : []));
  return Object.fromEntries(subjects) as Partial<FactCorrected['data']>;
}

function valueOf({ data }: StreamFact, name: string): unknown {
  return (data as Readonly<Record<string, unknown>>)[name];
}
