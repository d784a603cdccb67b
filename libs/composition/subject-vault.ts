import { join } from 'node:path';
import type { Logger } from 'pino';
import type { CommandEnvelope, CommandGateway } from '#commands';
import { MasterKeys, SubjectVault } from '#identity';
import { openMongoSubjectKeys } from '#identity/mongodb';
import { openSqliteSubjectKeys } from '#identity/sqlite';
import { filePath, inMongoDb, MONGODB, unknownStore } from './open-stores';
import type { Settings } from './settings';

export type SubjectKeySettings = Partial<
  Pick<
    Settings,
    'keysDir' | 'masterKeyFile' | 'subjectKeysUrl' | 'subjectKeysUser' | 'subjectKeysPassword'
  >
>;

/** Where the master key is, unless `MASTER_KEY_FILE` says so. */
const MASTER_KEY = 'master.key';
const SUBJECT_KEYS = 'subjects.db';

/**
 * Keys of subjects beside the other keys, or where `SUBJECT_KEYS_URL` says; without a folder for keys, in memory: for
 * what is thrown away.
 *
 * @throws SettingsInvalid for a kind of store that this program does not know
 */
export function openSubjectVault(settings: SubjectKeySettings): SubjectVault {
  const { keysDir, masterKeyFile } = settings;
  if (keysDir === undefined) {
    return new SubjectVault(openSqliteSubjectKeys(':memory:'), MasterKeys.ofThisProcess());
  }
  const store = openSubjectKeys({ ...settings, keysDir });
  return new SubjectVault(store, MasterKeys.inFile(masterKeyFile ?? join(keysDir, MASTER_KEY)));
}

function openSubjectKeys(settings: SubjectKeySettings & { readonly keysDir: string }) {
  const { subjectKeysUrl: url, subjectKeysUser: user, subjectKeysPassword: password } = settings;
  if (url !== undefined && areSubjectKeysInServer(settings)) {
    return inMongoDb('SUBJECT_KEYS_URL', openMongoSubjectKeys, { url, user, password });
  }
  return openSqliteSubjectKeys(subjectKeysFile(settings));
}

/** Whether the keys are in a server, which several services share. */
export function areSubjectKeysInServer({ subjectKeysUrl }: SubjectKeySettings): boolean {
  return subjectKeysUrl !== undefined && MONGODB.test(subjectKeysUrl);
}

/**
 * The file of the keys; where they are in a server, the one that would be beside the other keys.
 *
 * @throws SettingsInvalid for a kind of store that this program does not know
 */
export function subjectKeysFile({
  keysDir,
  subjectKeysUrl: url,
}: SubjectKeySettings & { readonly keysDir: string }): string {
  const beside = join(keysDir, SUBJECT_KEYS);
  if (url === undefined || areSubjectKeysInServer({ subjectKeysUrl: url })) return beside;
  const path = filePath(url);
  if (path === undefined) {
    throw unknownStore('SUBJECT_KEYS_URL', url, 'sqlite:PATH or mongodb://HOST/DATABASE');
  }
  return path;
}

/** How long after the store of the keys was away it is asked again. */
const ASK_AGAIN_MS = 30_000;

/**
 * Records the erasures of which a process that ended had only destroyed the keys. One that cannot be recorded now stays
 * pending: what it erased is gone in any case. While the keys are away, nobody waits for them: it is done later.
 *
 * @returns ends the waiting
 */
export async function recordPendingErasures(
  vault: Pick<SubjectVault, 'pending'>,
  gateway: CommandGateway,
  logger: Logger,
): Promise<() => void> {
  let again: NodeJS.Timeout | undefined;
  const attempt = async (): Promise<void> => {
    try {
      await recordPending(vault, gateway, logger);
    } catch (error) {
      logger.warn({ err: error }, 'The keys of persons and cases are away');
      again = setTimeout(() => void attempt(), ASK_AGAIN_MS).unref();
    }
  };
  await attempt();
  return () => {
    clearTimeout(again);
  };
}

async function recordPending(
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
