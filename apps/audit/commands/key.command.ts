import { join } from 'node:path';
import { readCheckpoint } from '#ledger';
import { LedgerKeys } from '#ledger/keys';
import type { PublishedKey } from '#ledger/keys';
import { keptLedger } from '../exporting/kept-ledger';
import { CannotTell, EXIT } from '../terminal/outcome';
import type { Terminal } from '../terminal/terminal';
import { action } from './common';

interface KeyOptions {
  readonly dataDir?: string;
  readonly keysDir?: string;
}

/** On the machine of the service: its keys are in a folder that nobody else reads. */
export const keyCommand = action<[], KeyOptions>((terminal, options) => {
  tell(terminal, keysIn(options).published());
  return Promise.resolve(EXIT.right);
});

export const rotateKeyCommand = action<[], KeyOptions>(async (terminal, options) => {
  const ledger = await keptLedger(foldersOf(options).dataDir);
  const last = await ledger.tree.latestCheckpoint();
  await ledger.close();
  if (last === undefined) {
    throw new CannotTell({
      vi: `Chưa có dấu kiểm nào trong ${ledger.place}: chưa có gì để tiếp tục bằng khoá mới.`,
      en: `There is no checkpoint in ${ledger.place}: there is nothing yet that a new key could go on with.`,
    });
  }
  const { origin, size } = readCheckpoint(last.note);
  const keys = keysIn(options);
  keys.rotate(origin, size);
  tell(terminal, keys.published());
  terminal.complain({
    vi: 'Khoá cũ còn ký cùng khoá mới trong 30 ngày: hãy báo khoá mới cho những người kiểm tra.',
    en: 'The old key signs beside the new one for 30 days: tell the new one to those who verify.',
  });
  return EXIT.right;
});

function foldersOf({ dataDir = process.env.DATA_DIR ?? './data', keysDir }: KeyOptions) {
  return { dataDir, keysDir: keysDir ?? process.env.KEYS_DIR ?? join(dataDir, 'keys') };
}

function keysIn(options: KeyOptions): LedgerKeys {
  const { keysDir } = foldersOf(options);
  const keys = new LedgerKeys(keysDir, () => new Date());
  if (keys.exist) return keys;
  throw new CannotTell({
    vi: `Không có khoá của sổ cái trong ${keysDir}.`,
    en: `There is no key of a ledger in ${keysDir}.`,
  });
}

function tell(terminal: Terminal, keys: readonly PublishedKey[]): void {
  if (terminal.options.isJson) {
    terminal.json(keys);
    return;
  }
  for (const { key, from, to } of keys) {
    terminal.say(`${key} from=${from}${to === undefined ? '' : ` to=${to}`}`);
  }
}
