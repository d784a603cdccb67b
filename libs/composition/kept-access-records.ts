import { join } from 'node:path';
import type { AccessRecordStore } from '#access-records';
import { DocumentAccessRecords } from '#access-records/documents';
import { openSqliteAccessRecords } from '#access-records/sqlite';
import type { LedgerStore } from '#ledger';
import { DocumentLedgerTrees } from '#ledger/documents';
import { FileLedgerStore } from '#ledger/files';
import { besideReadModels, isEventStoreDb, openReadModels } from './open-stores';
import type { EventLogSettings, ReadModelsAddress } from './open-stores';
import type { Settings } from './settings';

/** In the data folder, and in a back-up. */
export const ACCESS_RECORDS = {
  folder: 'access-records',
  file: 'records.db',
  tree: 'tree',
} as const;
/** Its collections are called so. */
const TREE = 'access';

/** Records of who looked, and their tree. */
export interface KeptAccessRecords {
  readonly store: AccessRecordStore;
  readonly tree: LedgerStore;
  /** Whether other services record here, too. */
  readonly isShared: boolean;
  /** Whether other services have records of their own beside these. */
  readonly isOneOfSeveral: boolean;
  close(): Promise<void>;
}

type AccessRecordSettings = Pick<Settings, 'dataDir'> & EventLogSettings & ReadModelsAddress;

/**
 * Where it is kept who looked: beside read models in a server, by all services together; beside files of read models, in a
 * folder of its own, which one service has.
 *
 * @param who records, among others
 */
export function openAccessRecords(
  settings: AccessRecordSettings,
  who: { readonly holder: string; readonly now: () => Date },
): KeptAccessRecords {
  const folder = accessRecordsFolder(settings);
  return folder === undefined ? inServer(settings, who) : inFolder(folder, settings, who.now);
}

/** Where they are in a folder; nothing where they are in a server. */
export function accessRecordsFolder(
  settings: Pick<AccessRecordSettings, 'dataDir' | 'readModelsUrl'>,
): string | undefined {
  return besideReadModels(settings, ACCESS_RECORDS.folder);
}

function inFolder(
  folder: string,
  settings: AccessRecordSettings,
  now: () => Date,
): KeptAccessRecords {
  const store = openSqliteAccessRecords(join(folder, ACCESS_RECORDS.file), now);
  const tree = new FileLedgerStore(join(folder, ACCESS_RECORDS.tree));
  return {
    store,
    tree,
    isShared: false,
    isOneOfSeveral: isEventStoreDb(settings),
    close: async () => {
      await tree.close();
      await store.close();
    },
  };
}

function inServer(
  settings: AccessRecordSettings,
  who: { readonly holder: string; readonly now: () => Date },
): KeptAccessRecords {
  const store = new DocumentAccessRecords({ documents: openReadModels(settings), ...who });
  const trees = new DocumentLedgerTrees({
    documents: openReadModels(settings),
    name: TREE,
    ...who,
  });
  return {
    store,
    tree: trees.storeOf(1),
    isShared: true,
    isOneOfSeveral: false,
    close: async () => {
      await trees.close();
      await store.close();
    },
  };
}
