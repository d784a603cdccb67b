import { existsSync } from 'node:fs';
import { readExportedLine } from '#ledger';
import type { ExportedEvent } from '#ledger';
import { CannotTell, reasonOf } from '../terminal/outcome';
import { linesOf } from './events-file';
import type { ExportFolder } from './export-folder';
import { eventsFile, LEAVES_PER_FILE } from './manifest';

/** The events of an export in the order of its files. @throws CannotTell for a file that cannot be read */
export async function* eventsOf(folder: ExportFolder): AsyncGenerator<ExportedEvent, void> {
  const files = Math.ceil(folder.manifest.size / LEAVES_PER_FILE);
  for (let number = 0; number < files; number += 1) {
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
