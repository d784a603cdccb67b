import { openSqliteDocumentStore } from '#read-models/sqlite';
import { removeDatabase } from '../synthetic/remove-database';
import type { Round } from './part';
import type { RebuildRequest } from './rebuild.part';
import { servePart } from './serve-part';
import { timedLedger } from './timed-ledger';
import type { LedgerRequest } from './timed-ledger';
import { timedRebuild } from './timed-rebuild';

export interface BesideRound extends Round {
  /** All of them, over the same events and in the same process. */
  readonly projections: Round;
}

/** Both begin together and share the thread, as in the service. */
servePart(() => Promise.resolve({ ready: undefined, ask: both }));

async function both(request: LedgerRequest & RebuildRequest): Promise<BesideRound> {
  removeDatabase(request.views);
  const [{ units, seconds }, projections] = await Promise.all([
    timedLedger(request),
    timedRebuild(request.log, openSqliteDocumentStore({ path: request.views })),
  ]);
  return { units, seconds, projections };
}
