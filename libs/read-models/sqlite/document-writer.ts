import type { GuardedWrite } from '../document';
import { DocumentRefused } from '../errors';
import type { Database } from './database';
import { encode, sideKeys, type Layout, type SideLayout, type SqlValue } from './layout';
import { RowWriter } from './row-writer';

type Change = GuardedWrite<object>;
type Replacement = Change & { readonly expected: bigint };

/** A document was not as expected; the transaction is to be rolled back and the conflicts named. */
export class Stale extends Error {}

function jsonOf(change: Change): string | null {
  return change.body === 'deleted' ? null : (change.json ?? JSON.stringify(change.body));
}

function isReplacement(change: Change): change is Replacement {
  return change.expected !== 'absent';
}

const keyText = (key: readonly SqlValue[]): string =>
  key.map((value) => `${typeof value}${value}`).join('\u0000');

/** Writes the documents of one collection, and their index entries, inside a transaction of the caller. */
export class DocumentWriter {
  constructor(
    private readonly database: Database,
    private readonly layout: Layout,
  ) {}

  /** @throws {Stale | DocumentRefused} */
  apply(changes: readonly Change[]): void {
    this.#refuseUnwritable(changes);
    const sides = this.#builtSides();
    this.#insert(
      changes.filter((change) => !isReplacement(change)),
      sides,
    );
    const replacements = changes.filter(isReplacement);
    if (sides.length === 0) for (const change of replacements) this.#replaceBlindly(change);
    else for (const change of replacements) this.#replace(change, sides);
  }

  /** The ids of documents that are not as expected. */
  conflicts(changes: readonly Change[]): string[] {
    const held = this.database.statement(
      `SELECT position FROM ${this.layout.table} WHERE id = ?`,
      true,
    );
    return changes
      .filter((change) => (held.get(change.id)?.position ?? 'absent') !== change.expected)
      .map((change) => change.id);
  }

  #refuseUnwritable(changes: readonly Change[]): void {
    const ids = new Set<string>();
    for (const { id } of changes) {
      if (id === '' || !id.isWellFormed() || id.includes('\u0000')) {
        throw new DocumentRefused(
          this.layout.definition,
          id,
          'the id is empty, not well-formed text, or holds a NUL',
        );
      }
      if (ids.has(id)) throw new DocumentRefused(this.layout.definition, id, 'twice in one batch');
      ids.add(id);
    }
  }

  /** Asked for every batch: another process may have built an index meanwhile. */
  #builtSides(): SideLayout[] {
    const { definition, sides } = this.layout;
    if (sides.length === 0) return [];
    const deferred = new Set(
      this.database
        .statement('SELECT name FROM deferred_indexes WHERE collection = ?')
        .all(`${definition.name}_v${definition.version}`)
        .map((row) => row.name),
    );
    return sides.filter((side) => !deferred.has(side.definition.name));
  }

  #columnValues(change: Change): (SqlValue | null)[] {
    const { columns } = this.layout;
    if (change.body === 'deleted') return columns.map(() => null);
    return columns.map(({ extractor }) => encode(extractor.value(change.id, change.body)));
  }

  #insert(changes: readonly Change[], sides: readonly SideLayout[]): void {
    if (changes.length === 0) return;
    const last = this.database
      .statement(`SELECT max(doc) AS doc FROM ${this.layout.table}`)
      .get()?.doc;
    let doc = typeof last === 'number' ? last : 0;
    const documents = new RowWriter(
      this.database,
      this.layout.table,
      4 + this.layout.columns.length,
    );
    const writers = sides.map((side) => ({ side, rows: this.#sideRows(side) }));
    for (const change of changes) {
      doc += 1;
      documents.add([
        doc,
        change.id,
        change.position,
        ...this.#columnValues(change),
        jsonOf(change),
      ]);
      if (change.body === 'deleted') continue;
      for (const { side, rows } of writers) {
        for (const key of sideKeys(side, change.id, change.body)) {
          rows.add([...key, change.id, doc]);
        }
      }
    }
    documents.flush();
    if (documents.written < changes.length) throw new Stale();
    for (const { rows } of writers) rows.flush();
  }

  #sideRows(side: SideLayout): RowWriter {
    return new RowWriter(this.database, side.name, side.definition.fields.length + 2);
  }

  #assignments(): string {
    return ['position', ...this.layout.columns.map(({ name }) => name), 'json']
      .map((name) => `${name} = ?`)
      .join(', ');
  }

  #replaceBlindly(change: Replacement): void {
    const changed = this.database.run(
      `UPDATE ${this.layout.table} SET ${this.#assignments()} WHERE id = ? AND position = ?`,
      change.position,
      ...this.#columnValues(change),
      jsonOf(change),
      change.id,
      change.expected,
    );
    if (changed === 0) throw new Stale();
  }

  /** The old keys are worked out from the old body: cheaper than keeping them findable by document for every insert. */
  #replace(change: Replacement, sides: readonly SideLayout[]): void {
    const old = this.database
      .statement(`SELECT doc, json FROM ${this.layout.table} WHERE id = ? AND position = ?`)
      .get(change.id, change.expected);
    const doc = old?.doc;
    if (old === undefined || typeof doc !== 'number') throw new Stale();
    const oldBody: unknown = typeof old.json === 'string' ? JSON.parse(old.json) : 'deleted';
    for (const side of sides) this.#moveSideKeys(side, change, doc, oldBody);
    this.database.run(
      `UPDATE ${this.layout.table} SET ${this.#assignments()} WHERE doc = ?`,
      change.position,
      ...this.#columnValues(change),
      jsonOf(change),
      doc,
    );
  }

  #moveSideKeys(side: SideLayout, change: Replacement, doc: number, oldBody: unknown): void {
    const keysOf = (body: unknown): Map<string, SqlValue[]> =>
      new Map(
        body === 'deleted' ? [] : sideKeys(side, change.id, body).map((key) => [keyText(key), key]),
      );
    const [before, after] = [keysOf(oldBody), keysOf(change.body)];
    const condition = side.definition.fields
      .map((field) => `${side.columnOf(field)} = ?`)
      .join(' AND ');
    for (const [text, key] of before) {
      if (!after.has(text)) {
        this.database.run(
          `DELETE FROM ${side.name} WHERE ${condition} AND id = ?`,
          ...key,
          change.id,
        );
      }
    }
    const rows = this.#sideRows(side);
    for (const [text, key] of after) if (!before.has(text)) rows.add([...key, change.id, doc]);
    rows.flush();
  }
}
