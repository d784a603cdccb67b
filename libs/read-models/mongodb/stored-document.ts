import type { CollectionDefinition, IndexDefinition, IndexField } from '../definition';
import { fieldExtractor, type FieldExtractor } from '../indexing';
import type { FieldValue } from '../query';

export type KeyValue = string | number | bigint | null;

/**
 * A document as it stands in its collection. The body is text: what is read is byte by byte what was written, which
 * BSON does not promise of numbers.
 */
export interface StoredDocument {
  readonly _id: string;
  readonly position: bigint;
  /** Of the owner that wrote it; one with a lower epoch cannot replace it. */
  readonly epoch: number;
  /** A tombstone is not alive, and has neither body nor keys. */
  readonly alive: boolean;
  readonly json?: string;
  /** What the declared indexes are made of, by {@link keyName}. */
  readonly keys?: Readonly<Record<string, KeyValue | readonly KeyValue[]>>;
}

/** A dot would lead into an object. */
function keyName({ path }: IndexField): string {
  return path.replaceAll('.', '/');
}

export function keyPath(field: IndexField): string {
  return `keys.${keyName(field)}`;
}

/** Booleans are numbers: between null and text, where the other store has them. */
export function encode(value: FieldValue): KeyValue {
  return typeof value === 'boolean' ? Number(value) : value;
}

/** The id breaks ties; a tombstone is left out without being fetched. */
export function indexKeys(index: IndexDefinition): Record<string, 1> {
  const paths = [...index.fields.map(keyPath), '_id', 'alive'];
  return Object.fromEntries(paths.map((path) => [path, 1]));
}

/** Computes the index keys of documents; created once per collection. */
export class DocumentKeys {
  private readonly extractors: readonly FieldExtractor[];

  constructor(definition: CollectionDefinition) {
    const fields = new Map(
      definition.indexes.flatMap(({ fields: own }) => own).map((field) => [field.path, field]),
    );
    this.extractors = [...fields.values()].map((field) => fieldExtractor(definition, field));
  }

  /** @throws {DocumentRefused} */
  keysOf(id: string, body: object): NonNullable<StoredDocument['keys']> {
    return Object.fromEntries(
      this.extractors.map((extractor) => [
        keyName(extractor.field),
        extractor.field.multiValued
          ? extractor.values(id, body).map(encode)
          : encode(extractor.value(id, body)),
      ]),
    );
  }
}
