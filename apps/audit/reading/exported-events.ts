import { existsSync } from 'node:fs';
import { toPosition } from '#event-log';
import type { RecordedEvent } from '#event-log';
import { readExportedLine } from '#ledger';
import type { ExportedEvent } from '#ledger';
import { CannotTell, reasonOf } from '../terminal/outcome';
import { linesOf } from './events-file';
import type { ExportFolder } from './export-folder';
import { eventsFile, LEAVES_PER_FILE } from './manifest';

/**
 * The events of an export in the order of its files.
 *
 * @param first the number of the file that is to be the first
 * @throws CannotTell for a file that cannot be read
 */
export async function* eventsOf(
  folder: ExportFolder,
  first = 0,
): AsyncGenerator<ExportedEvent, void> {
  const files = filesOf(folder);
  for (let number = first; number < files; number += 1) {
    const name = eventsFile(number);
    const path = folder.path(name);
    if (!existsSync(path)) continue;
    try {
      for await (const line of linesOf(path)) {
        const event = readExportedLine(line);
        if (event === undefined) throw new RangeError('a line is no event');
        yield event;
      }
    } catch (error) {
      const reason = reasonOf(error);
      throw new CannotTell({
        vi: `Không đọc được ${name}: ${reason}. Hãy chạy lệnh verify.`,
        en: `${name} cannot be read: ${reason}. Run verify.`,
      });
    }
  }
}

/** Nothing for an export of nothing. */
export async function lastEventOf(folder: ExportFolder): Promise<ExportedEvent | undefined> {
  for (let number = filesOf(folder) - 1; number >= 0; number -= 1) {
    let last: ExportedEvent | undefined;
    for await (const event of eventsOf(folder, number)) last = event;
    if (last !== undefined) return last;
  }
  return undefined;
}

function filesOf({ manifest }: ExportFolder): number {
  return Math.ceil(manifest.size / LEAVES_PER_FILE);
}

/** Counted as an embedded log counts. */
export function recordedIn({ index, metadata, ...event }: ExportedEvent): RecordedEvent {
  const position = toPosition(BigInt(index + 1));
  return { ...event, metadata, position };
}
