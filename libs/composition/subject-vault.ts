import { join } from 'node:path';
import type { Logger } from 'pino';
import type { CommandEnvelope, CommandGateway } from '#commands';
import { MasterKeys, SubjectVault } from '#identity';
import { openSqliteSubjectKeys } from '#identity/sqlite';
import type { Settings } from './settings';

export type SubjectKeySettings = Partial<Pick<Settings, 'keysDir' | 'masterKeyFile'>>;

/** Where the master key is, unless `MASTER_KEY_FILE` says so. */
const MASTER_KEY = 'master.key';
export const SUBJECT_KEYS = 'subjects.db';

/** Keys of subjects beside the other keys; without a folder for keys, in memory: for what is thrown away. */
export function openSubjectVault({ keysDir, masterKeyFile }: SubjectKeySettings): SubjectVault {
  if (keysDir === undefined) {
    return new SubjectVault(openSqliteSubjectKeys(':memory:'), MasterKeys.ofThisProcess());
  }
  const masters = MasterKeys.inFile(masterKeyFile ?? join(keysDir, MASTER_KEY));
  return new SubjectVault(openSqliteSubjectKeys(join(keysDir, SUBJECT_KEYS)), masters);
}

/**
 * Records the erasures of which a process that ended had only destroyed the keys. One that cannot be recorded now stays
 * pending: what it erased is gone in any case.
 */
export async function recordPendingErasures(
  vault: Pick<SubjectVault, 'pending'>,
  gateway: CommandGateway,
  logger: Logger,
): Promise<void> {
  for (const { commandId, command } of await vault.pending()) {
    try {
      await gateway.execute([JSON.parse(command) as CommandEnvelope]);
    } catch (error) {
      logger.error({ commandId, err: error }, 'An erasure is not recorded yet');
    }
  }
}
