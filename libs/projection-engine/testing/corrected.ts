import { decideCorrection, standingFacts } from '#domain';
import { toPosition } from '#event-log';
import type { Correction, LoggedFact, RecordedFact } from '../runner';
import { eventId, positionOf } from './record';

/**
 * The facts, and behind them the correction of one of them as the engine tells it; `undefined` where
 * the domain would refuse it.
 */
export function corrected(
  facts: readonly LoggedFact[],
  wrong: LoggedFact | undefined,
): readonly LoggedFact[] | undefined {
  if (wrong === undefined || wrong.type === 'FactCorrected') return undefined;
  const stream = facts.filter((fact) => fact.stream === wrong.stream);
  const command = { type: 'CorrectFact', stream: wrong.stream, event: wrong.id } as const;
  const decision = decideCorrection(command, stream, 'Recorded wrongly');
  const [fact] = decision.kind === 'decided' ? decision.facts : [];
  if (fact === undefined) return undefined;
  const index = facts.length;
  const event: Omit<Correction, 'withdrawn' | 'standing'> = {
    ...wrong,
    id: eventId(index),
    revision: stream.length,
    position: toPosition(BigInt(positionOf(index))),
    type: 'FactCorrected',
    data: fact.data,
  };
  const standing = standingFacts([...stream, event]) as readonly RecordedFact[];
  return [...facts, { ...event, withdrawn: wrong, standing }];
}

/** With some facts corrected, each after all the others, where the domain lets them be. */
export function withSomeCorrected(
  facts: readonly LoggedFact[],
  choices: readonly number[],
): readonly LoggedFact[] {
  return choices.reduce<readonly LoggedFact[]>(
    (before, choice) => corrected(before, before[choice % before.length]) ?? before,
    facts,
  );
}
