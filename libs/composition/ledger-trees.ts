import { join } from 'node:path';
import { DocumentLedgerTrees } from '#ledger/documents';
import { FileLedgerTrees } from '#ledger/files';
import type { LedgerTrees } from '#ledger';
import { besideReadModels, openReadModels } from './open-stores';
import type { ReadModelsAddress } from './open-stores';
import type { Settings } from './settings';

/** In the data folder, and in a back-up. */
export const LEDGER = 'ledger';

type LedgerTreesSettings = Pick<Settings, 'dataDir'> & ReadModelsAddress;

/**
 * Where the ledger is kept: beside read models in a server, in collections that no rebuild knows of, by all services
 * together; beside files of read models, in a folder of its own, which one service has.
 *
 * @param who keeps it, among others
 */
export function openLedgerTrees(
  settings: LedgerTreesSettings,
  who: { readonly holder: string; readonly now: () => Date },
): LedgerTrees {
  const folder = ledgerFolder(settings);
  if (folder !== undefined) return new FileLedgerTrees(folder);
  return new DocumentLedgerTrees({
    documents: openReadModels(settings),
    name: LEDGER,
    ...who,
    before: new FileLedgerTrees(join(settings.dataDir, LEDGER)),
  });
}

/** The same to be read alone, by a program that keeps nothing. */
export function openLedgerTreesToRead(
  settings: LedgerTreesSettings,
): Pick<LedgerTrees, 'last' | 'read' | 'accepted' | 'close'> {
  return openLedgerTrees(settings, { holder: 'reader', now: () => new Date() });
}

/** Where it is in a folder; nothing where it is in a server. */
export function ledgerFolder(
  settings: Pick<LedgerTreesSettings, 'dataDir' | 'readModelsUrl'>,
): string | undefined {
  return besideReadModels(settings, LEDGER);
}
