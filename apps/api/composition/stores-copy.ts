import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync, backup } from 'node:sqlite';
import { filePath, isEventStoreDb, openCopy, openLogToCopy } from '#composition';
import type { ServiceSettings } from '#composition';
import { copyLog, RecordingTime } from '#event-log/copying';

/**
 * Runs `work` on a copy of the stores, which is thrown away: what is validated there is validated
 * by all rules and against all that is recorded, and records nothing. The read models are copied
 * first, so that they are never ahead of the log. Those of a log in another store are not copied:
 * in the copy of the log other positions hold, and they are built from it anew.
 */
export async function onCopyOf<T>(
  stores: ServiceSettings,
  work: (copy: ServiceSettings) => Promise<T>,
): Promise<T> {
  const dataDir = await mkdtemp(join(tmpdir(), 'four-good-rehearsal-'));
  const readModels = join(dataDir, 'views.db');
  const eventLog = join(dataDir, 'log.db');
  try {
    if (isEventStoreDb(stores)) {
      await copyFromEventStore(stores, `sqlite:${eventLog}`);
    } else {
      await copy(stores.readModelsUrl, readModels);
      await copy(stores.eventLogUrl, eventLog);
    }
    return await work({
      dataDir,
      eventLogUrl: `sqlite:${eventLog}`,
      readModelsUrl: `sqlite:${readModels}`,
    });
  } finally {
    await rm(dataDir, { recursive: true, force: true });
  }
}

async function copyFromEventStore(stores: ServiceSettings, eventLogUrl: string): Promise<void> {
  const from = openLogToCopy(stores);
  const time = new RecordingTime();
  const to = openCopy({ eventLogUrl }, time);
  try {
    await copyLog({ from, to, time });
  } finally {
    await to.close();
    await from.close();
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
