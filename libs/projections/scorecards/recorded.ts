import type { EvidenceRef } from '#criteria';
import type { Effective } from '#domain';
import type { RecordedFact } from '../runner/projection';

/** Points at an event as evidence. */
export function refOf(event: RecordedFact): EvidenceRef {
  return { event: event.id, position: event.position.toString() };
}

type EffectiveOf<F extends RecordedFact> = F extends RecordedFact
  ? Effective<{ readonly type: F['type']; readonly data: F['data'] }>
  : never;

/** The fact as the domain's own `evolve` takes it, so that there is one meaning of it. */
export function asEffective<F extends RecordedFact>(event: F): EffectiveOf<F> {
  const { type, data, metadata } = event;
  return { type, data, effectiveAt: metadata.effectiveAt } as EffectiveOf<F>;
}

/** `record` with an entry set, keys in order: so that equal contents are equal bytes. */
export function withEntry<Value>(
  record: Readonly<Record<string, Value>>,
  key: string,
  value: Value | undefined,
): Readonly<Record<string, Value>> {
  if (value !== undefined && key in record) return { ...record, [key]: value };
  const entries = Object.entries(record).filter(([name]) => name !== key);
  if (value !== undefined) entries.push([key, value]);
  return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)));
}

export function withMember<Value>(values: readonly Value[], value: Value): readonly Value[] {
  return values.includes(value) ? values : [...values, value].sort();
}
