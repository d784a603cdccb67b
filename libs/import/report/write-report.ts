import { randomUUID } from 'node:crypto';
import { open, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';

const NAME = 'import-report.csv';

/**
 * Writes the report into the first of these folders that can be written; `undefined` if none can, as in a container.
 * Made under a name that nobody else has, and then put in place: whatever was called so before is replaced, and a link
 * that somebody left there leads nowhere.
 */
export async function writeReport(
  folders: readonly string[],
  report: string,
): Promise<string | undefined> {
  for (const folder of folders) {
    const written = await writtenInto(folder, report).catch(() => undefined);
    if (written !== undefined) return written;
  }
  return undefined;
}

async function writtenInto(folder: string, report: string): Promise<string> {
  const file = join(folder, NAME);
  const draft = join(folder, `.${NAME}-${randomUUID()}`);
  // `x`: fails where there is anything, be it a link.
  const handle = await open(draft, 'wx');
  try {
    await handle.writeFile(report);
  } finally {
    await handle.close();
  }
  try {
    await rename(draft, file);
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  }
  return file;
}
