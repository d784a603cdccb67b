import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync, backup } from 'node:sqlite';
import { filePath } from '#composition';
import type { ServiceSettings } from '#composition';

/**
 * Runs `work` on a copy of the stores, which is thrown away: what is validated there is validated
 * by all rules and against all that is recorded, and records nothing. The read models are copied
 * first, so that they are never ahead of the log; those of a server are built anew from the log.
 */
export async function onCopyOf<T>(
  stores: ServiceSettings,
  work: (copy: ServiceSettings) => Promise<T>,
): Promise<T> {
  const dataDir = await mkdtemp(join(tmpdir(), 'four-good-rehearsal-'));
  const readModels = join(dataDir, 'views.db');
  const eventLog = join(dataDir, 'log.db');
  try {
    await copy(stores.readModelsUrl, readModels);
    await copy(stores.eventLogUrl, eventLog);
    return await work({
      dataDir,
      eventLogUrl: `sqlite:${eventLog}`,
      readModelsUrl: `sqlite:${readModels}`,
    });
  } finally {
    await rm(dataDir, { recursive: true, force: true });
  }
}

async function copy(url: string, to: string): Promise<void> {
  const path = filePath(url);
  const source = path === undefined ? undefined : openIfThere(path);
  if (source === undefined) return;
  try {
    await backup(source, to);
  } finally {
    source.close();
  }
}

/** Before the first start there is nothing to copy. */
function openIfThere(path: string): DatabaseSync | undefined {
  try {
    return new DatabaseSync(path, { readOnly: true });
  } catch {
    return undefined;
  }
}
