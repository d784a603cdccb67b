import { toPosition } from '#event-log';
import type { LeafSource } from '#ledger';
import type { AccessRecordStore } from './access-record-store.port';
import { recordOf } from './access-record';

/** The tree of who looked: leaf *n* is record *n*, and stays when the record is dropped. */
export function leavesOfRecords(store: Pick<AccessRecordStore, 'slice'>): LeafSource {
  return {
    slice: async (after, maxCount) => {
      const from = after === 'start' ? 0 : Number(after) + 1;
      return (await store.slice(from, maxCount)).map(({ number, hash, entry }) => ({
        hash,
        position: toPosition(BigInt(number)),
        ...(entry === undefined ? {} : { id: recordOf(entry).id }),
      }));
    },
  };
}
