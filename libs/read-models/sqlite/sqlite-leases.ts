import type { HeldLease, Leases, LeaseTerms, Ownership } from '../document-store.port';
import { Fenced } from '../errors';
import type { Database } from './database';

const READ = 'SELECT holder, epoch, expires_at FROM leases WHERE projection = ?';

/** A released lease keeps its row, without a holder: the epoch must never start again. */
export class SqliteLeases implements Leases {
  constructor(private readonly database: Database) {}

  async acquire(
    request: LeaseTerms & { projection: string; holder: string },
  ): Promise<Ownership | undefined> {
    const { projection, holder, now, ttlMs } = request;
    return this.database.transaction(() => {
      const row = this.database.statement(READ).get(projection);
      const heldByOther = typeof row?.holder === 'string' && row.holder !== holder;
      if (heldByOther && Number(row.expires_at) > now) return undefined;
      const epoch = Number(row?.epoch ?? 0) + 1;
      this.database.run(
        'INSERT OR REPLACE INTO leases VALUES (?, ?, ?, ?)',
        projection,
        holder,
        epoch,
        now + ttlMs,
      );
      return { projection, holder, epoch };
    });
  }

  async renew(owner: Ownership, { now, ttlMs }: LeaseTerms): Promise<void> {
    this.database.transaction(() => {
      this.assertOwner(owner);
      this.database.run(
        'UPDATE leases SET expires_at = ? WHERE projection = ?',
        now + ttlMs,
        owner.projection,
      );
    });
  }

  async release(owner: Ownership): Promise<void> {
    this.database.run(
      'UPDATE leases SET holder = NULL, expires_at = 0 WHERE projection = ? AND holder = ? AND epoch = ?',
      owner.projection,
      owner.holder,
      owner.epoch,
    );
  }

  async current(projection: string): Promise<HeldLease | undefined> {
    const row = this.database.statement(READ).get(projection);
    if (typeof row?.holder !== 'string') return undefined;
    return {
      projection,
      holder: row.holder,
      epoch: Number(row.epoch),
      expiresAt: Number(row.expires_at),
    };
  }

  /** Inside the transaction that writes. @throws {Fenced} */
  assertOwner(owner: Ownership): void {
    const row = this.database.statement(READ).get(owner.projection);
    if (row?.holder !== owner.holder || row.epoch !== owner.epoch) {
      throw new Fenced(owner.projection, owner.epoch);
    }
  }
}
