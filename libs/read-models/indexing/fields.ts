import type { CollectionName, IndexField } from '../definition';
import { DocumentRefused } from '../errors';
import type { FieldValue } from '../query';

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Reads a path; compiled once per field, because it runs for every document written. */
export function reader(path: string): (body: unknown) => unknown {
  const segments = path.split('.');
  const [only] = segments;
  if (segments.length === 1 && only !== undefined) {
    return (body) => (isRecord(body) ? body[only] : undefined);
  }
  return (body) => {
    let value = body;
    for (const segment of segments) {
      if (!isRecord(value)) return undefined;
      value = value[segment];
    }
    return value;
  };
}

const DECIMAL = /^-?\d{1,19}$/;
const INT64_MAX = 2n ** 63n - 1n;

/** Why a value cannot stand in this field of an index, or `undefined` if it can. */
export function valueFault(field: IndexField, value: unknown): string | undefined {
  if (field.kind === 'position') {
    if (value === null) return undefined;
    if (typeof value !== 'bigint') return `${field.path} is a position and needs a bigint`;
    return value > INT64_MAX || value < -INT64_MAX ? `${field.path} exceeds 64 bits` : undefined;
  }
  switch (typeof value) {
    case 'string':
      // Stores cut text at NUL in places, and replace halves of surrogate pairs.
      return value.isWellFormed() && !value.includes('\u0000')
        ? undefined
        : `${field.path} is not well-formed text, or holds a NUL`;
    case 'number':
      return Number.isFinite(value) ? undefined : `${field.path} is not a finite number`;
    case 'boolean':
      return undefined;
    default:
      return value === null ? undefined : `${field.path} is neither text, number, boolean nor null`;
  }
}

function isFieldValue(field: IndexField, value: unknown): value is FieldValue {
  return valueFault(field, value) === undefined;
}

/** Extracts the values of one index field from documents. */
export interface FieldExtractor {
  readonly field: IndexField;
  /** The value of a single-valued field. @throws {DocumentRefused} */
  value(id: string, body: unknown): FieldValue;
  /** The distinct values of a multi-valued field. @throws {DocumentRefused} */
  values(id: string, body: unknown): readonly FieldValue[];
}

export function fieldExtractor(collection: CollectionName, field: IndexField): FieldExtractor {
  const read = reader(field.path);
  const accept = (id: string, raw: unknown): FieldValue => {
    const value: unknown =
      field.kind === 'position' && typeof raw === 'string' && DECIMAL.test(raw)
        ? BigInt(raw)
        : (raw ?? null);
    if (isFieldValue(field, value)) return value;
    throw new DocumentRefused(
      collection,
      id,
      valueFault(field, value) ?? `${field.path} cannot be indexed`,
    );
  };
  return {
    field,
    value: (id, body) => accept(id, read(body)),
    values: (id, body) => {
      const raw: unknown = read(body) ?? [];
      if (!Array.isArray(raw)) {
        throw new DocumentRefused(collection, id, `${field.path} is not an array`);
      }
      const values = new Set<FieldValue>();
      for (const element of raw as readonly unknown[]) {
        const value = accept(id, element);
        if (value === null) throw new DocumentRefused(collection, id, `${field.path} holds a null`);
        values.add(value);
      }
      return [...values];
    },
  };
}
