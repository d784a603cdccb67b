import type { EventId, Instant } from '#vocabulary';
import type { Effective } from '#domain';
import type { Correction, RecordedFact } from '../runner';

/** An event with the part of it that `evolve` looks at, kept to answer what was known at any position. */
export interface OwnFact<F extends RecordedFact = RecordedFact> {
  readonly event: EventId;
  /** Decimal. */
  readonly position: string;
  readonly recordedAt: Instant;
  readonly fact: EffectiveOf<F>;
  /** Of the correction that withdrew it; decimal. */
  readonly withdrawnAt?: string;
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

/** What had been recorded by a position and not been withdrawn by then; what stands today without one. */
export function knownBy<F extends OwnFact>(
  facts: readonly F[],
  position: bigint | undefined,
): readonly F[] {
  if (position === undefined) return facts.filter((one) => one.withdrawnAt === undefined);
  return facts.filter(
    (one) =>
      BigInt(one.position) <= position &&
      (one.withdrawnAt === undefined || BigInt(one.withdrawnAt) > position),
  );
}

/** The facts, one of them withdrawn: what was known before the correction can still be told. */
export function withWithdrawn<F extends OwnFact>(
  facts: readonly F[],
  { withdrawn, position }: Correction,
): readonly F[] {
  return facts.map((one) =>
    one.event === withdrawn.id ? { ...one, withdrawnAt: position.toString() } : one,
  );
}
