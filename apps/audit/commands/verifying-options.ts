import { readFileSync, statSync } from 'node:fs';
import { NoteMalformed, readCheckpoint } from '#ledger';
import type { SignedCheckpoint } from '#ledger';
import { ExportFolder } from '../reading/export-folder';
import { CannotTell, requireThere } from '../terminal/outcome';
import type { Terminal } from '../terminal/terminal';
import type { VerifyRequest } from '../verifying/verify-export';
import { verifierKeys } from './common';

/** What an export is held to besides itself. */
export interface VerifyingOptions {
  readonly since?: string;
  readonly key: readonly string[];
  readonly witness: readonly string[];
}

/** @throws CannotTell for a key or a checkpoint that cannot be read */
export async function verifyRequest(
  terminal: Terminal,
  { since, key, witness }: VerifyingOptions,
): Promise<VerifyRequest> {
  return {
    keys: verifierKeys(key),
    witnesses: verifierKeys(witness),
    ...(since === undefined ? {} : await keptIn(since)),
    onProgress: (events, size) => {
      terminal.progress({ vi: `Đã kiểm ${events}/${size}`, en: `${events} of ${size} verified` });
    },
  };
}

/** A checkpoint that the auditor kept, or an export. @throws CannotTell */
async function keptIn(
  path: string,
): Promise<{ readonly since: SignedCheckpoint; readonly sinceLeaves?: Buffer }> {
  requireThere(path);
  if (statSync(path).isDirectory() || path.endsWith('.tar.gz')) {
    const folder = await ExportFolder.open(path);
    const since = readKept(folder.read('checkpoint')?.toString('utf8') ?? '', path);
    const leaves = folder.read('leaves.bin');
    folder.close();
    return { since, ...(leaves && { sinceLeaves: leaves }) };
  }
  return { since: readKept(readFileSync(path, 'utf8'), path) };
}

function readKept(text: string, path: string): SignedCheckpoint {
  try {
    return readCheckpoint(text);
  } catch (error) {
    if (!(error instanceof NoteMalformed)) throw error;
    throw new CannotTell({
      vi: `${path} không có dấu kiểm: ${error.message}.`,
      en: `${path} holds no checkpoint: ${error.message}.`,
    });
  }
}
