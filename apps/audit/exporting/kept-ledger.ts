import { join } from 'node:path';
import type { KeptTree, LedgerTrees } from '#ledger';
import { FileLedgerTrees } from '#ledger/files';
import { CannotTell } from '../terminal/outcome';

/** The present tree as services keep it, whether they run or not. */
export interface KeptLedger {
  readonly tree: KeptTree;
  /** For a person. */
  readonly place: string;
  close(): Promise<void>;
}

/** @param dataDir of the service, where its ledger is not beside read models in a server (`READ_MODELS_URL`) */
export async function keptLedger(dataDir: string): Promise<KeptLedger> {
  const { trees, place } = (await inServer()) ?? inFolder(join(dataDir, 'ledger'));
  return { tree: trees.read(await trees.last()), place, close: () => trees.close() };
}

/** @throws CannotTell the one file has no drivers of stores: they are in an installation of the service */
export function theStores() {
  return import('#composition').catch(() => {
    throw new CannotTell({
      vi: 'Chỉ đọc trực tiếp kho sự kiện được trong bản cài đặt của dịch vụ: npm run audit -- export --log … ; ở đây hãy dùng --url.',
      en: 'A log is read directly only in an installation of the service: npm run audit -- export --log …; here, use --url.',
    });
  });
}

interface PlacedTrees {
  readonly trees: Pick<LedgerTrees, 'last' | 'read' | 'close'>;
  readonly place: string;
}

function inFolder(folder: string): PlacedTrees {
  return { trees: new FileLedgerTrees(folder), place: folder };
}

async function inServer(): Promise<PlacedTrees | undefined> {
  const { READ_MODELS_URL = '' } = process.env;
  if (READ_MODELS_URL === '' || READ_MODELS_URL.startsWith('sqlite:')) return undefined;
  // What opens stores is loaded where one is to be opened: an export is read without.
  const { openLedgerTreesToRead, readSettings } = await theStores();
  const trees = openLedgerTreesToRead(readSettings(process.env, []));
  return { trees, place: 'READ_MODELS_URL' };
}
