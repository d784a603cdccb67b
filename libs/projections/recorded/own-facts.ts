import type { Effective, EventId, Instant } from '#domain';
import type { RecordedFact } from '../runner';

/** An event with the part of it that `evolve` looks at, kept to answer what was known at any position. */
export interface OwnFact<F extends RecordedFact = RecordedFact> {
  readonly event: EventId;
  /** Decimal. */
  readonly position: string;
  readonly recordedAt: Instant;
  readonly fact: EffectiveOf<F>;
}

/** The fact as the domain's own `evolve` takes it, so that there is one meaning of it. */
export type EffectiveOf<F extends RecordedFact> = F extends RecordedFact
  ? Effective<{ readonly type: F['type']; readonly data: F['data'] }>
  : never;

export function effectiveOf<F extends RecordedFact>(event: F): EffectiveOf<F> {
  const { type, data, metadata } = event;
  return { type, data, effectiveAt: metadata.effectiveAt } as EffectiveOf<F>;
}

export function ownFact<F extends RecordedFact>(event: F): OwnFact<F> {
  return {
    event: event.id,
    position: event.position.toString(),
    recordedAt: event.recordedAt,
    fact: effectiveOf(event),
  };
}

/** What had been recorded by a position; everything without one. */
export function knownBy<F extends OwnFact>(
  facts: readonly F[],
  position: bigint | undefined,
): readonly F[] {
  return position === undefined ? facts : facts.filter((one) => BigInt(one.position) <= position);
}
