import { generateKeyPairSync, randomUUID } from 'node:crypto';
import { existsSync, linkSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { OWNER_ONLY_FILE } from '../files';

/**
 * The private key in a file, in PEM; one that is not there is made. Of two processes that make it at the same time, both
 * have the same: the file is created whole, and never replaced.
 */
export function privateKeyIn(path: string): string {
  if (!existsSync(path)) {
    const draft = `${path}.${randomUUID()}`;
    writeFileSync(draft, newKey(), { flag: 'wx', mode: OWNER_ONLY_FILE, flush: true });
    try {
      linkSync(draft, path);
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
    } finally {
      rmSync(draft);
    }
  }
  return readFileSync(path, 'utf8');
}

function newKey(): string {
  const { privateKey } = generateKeyPairSync('ed25519');
  return privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
}
