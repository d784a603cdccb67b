import type { Checkpoint } from '../document-store.port';
import type { Database } from './database';

/** Checkpoints, written inside a transaction of the caller. */
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

  forget(projection: string): void {
    this.database.run('DELETE FROM checkpoints WHERE projection = ?', projection);
  }
}
