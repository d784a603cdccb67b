import type { EvidenceRef } from '#criteria';
import type { RecordedFact } from '#projection-engine';

/** Points at an event as evidence. */
export function refOf(event: RecordedFact): EvidenceRef {
  return { event: event.id, position: event.position.toString() };
}

/** `record` with an entry set, keys in order: so that equal contents are equal bytes. */
export function withEntry<Value>(
  record: Readonly<Record<string, Value>>,
  key: string,
  value: Value | undefined,
): Readonly<Record<string, Value>> {
  if (value !== undefined && Object.hasOwn(record, key)) return { ...record, [key]: value };
  const entries = Object.entries(record).filter(([name]) => name !== key);
  if (value !== undefined) {
    const before = entries.findLastIndex(([name]) => name < key);
    entries.splice(before + 1, 0, [key, value]);
  }
  return Object.fromEntries(entries);
}

export function withMember<Value extends string | number>(
  values: readonly Value[],
  value: Value,
): readonly Value[] {
  return values.includes(value) ? values : [...values, value].sort(ascending);
}

function ascending(a: string | number, b: string | number): number {
  return a < b ? -1 : Number(a > b);
}
