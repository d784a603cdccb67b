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
  const result: Record<string, Value> = {};
  let isMissing = value !== undefined;
  for (const [name, other] of Object.entries(record)) {
    if (name === key) continue;
    if (isMissing && name > key && value !== undefined) {
      result[key] = value;
      isMissing = false;
    }
    result[name] = other;
  }
  if (isMissing && value !== undefined) result[key] = value;
  return result;
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

export function withoutField<Document extends object, Name extends keyof Document>(
  document: Document,
  name: Name,
): Omit<Document, Name> {
  const { [name]: _, ...rest } = document;
  return rest;
}
