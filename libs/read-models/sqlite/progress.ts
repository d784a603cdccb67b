import type { Checkpoint } from '../document-store.port';
import type { Database } from './database';

/** Checkpoints and revisions, written inside a transaction of the caller. */
export class Progress {
  constructor(private readonly database: Database) {}

  checkpoint(projection: string): Checkpoint | undefined {
    const row = this.database
      .statement('SELECT position, recorded_at, events FROM checkpoints WHERE projection = ?', true)
      .get(projection);
    if (typeof row?.position !== 'bigint') return undefined;
    const { position, recorded_at: recordedAt, events } = row;
    return {
      position,
      ...(typeof recordedAt === 'string' ? { recordedAt } : {}),
      ...(typeof events === 'bigint' ? { events: Number(events) } : {}),
    };
  }

  saveCheckpoint(projection: string, { position, recordedAt, events }: Checkpoint): void {
    this.database.run(
      'INSERT OR REPLACE INTO checkpoints VALUES (?, ?, ?, ?)',
      projection,
      position,
      recordedAt ?? null,
      events ?? null,
    );
  }

  revisions(projection: string, streams: Iterable<string>): Map<string, number> {
    const one = this.database.statement(
      'SELECT revision FROM revisions WHERE projection = ? AND stream = ?',
    );
    const revisions = new Map<string, number>();
    for (const stream of streams) {
      const row = one.get(projection, stream);
      if (row !== undefined) revisions.set(stream, Number(row.revision));
    }
    return revisions;
  }

  saveRevisions(projection: string, revisions: ReadonlyMap<string, number>): void {
    for (const [stream, revision] of revisions) {
      this.database.run(
        `INSERT INTO revisions VALUES (?, ?, ?)
         ON CONFLICT DO UPDATE SET revision = max(revision, excluded.revision)`,
        projection,
        stream,
        revision,
      );
    }
  }

  forget(projection: string): void {
    this.database.run('DELETE FROM checkpoints WHERE projection = ?', projection);
    this.database.run('DELETE FROM revisions WHERE projection = ?', projection);
  }
}
