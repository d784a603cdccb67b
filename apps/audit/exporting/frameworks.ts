import { join } from 'node:path';
import { readExportedLine } from '#ledger';
import { linesOf } from '../reading/events-file';

interface Found {
  /** Files that have an event in them. */
  readonly withEvents: ReadonlySet<string>;
  /** Frameworks by name and version, as they were drafted last. */
  readonly drafted: ReadonlyMap<string, unknown>;
}

/** The frameworks that a history was judged by, for whoever reads it without this program. */
export async function frameworksIn(folder: string, files: readonly string[]): Promise<Found> {
  const withEvents = new Set<string>();
  const drafted = new Map<string, unknown>();
  for (const name of files) {
    for await (const line of linesOf(join(folder, name))) {
      withEvents.add(name);
      if (!line.includes('"type":"FrameworkDrafted"')) continue;
      const event = readExportedLine(line);
      const data = event?.data as
        | {
            readonly framework?: unknown;
            readonly version?: unknown;
            readonly definition?: unknown;
          }
        | undefined;
      if (event?.type !== 'FrameworkDrafted' || data?.definition === undefined) continue;
      drafted.set(fileName(`${String(data.framework)}-${String(data.version)}`), data.definition);
    }
  }
  return { withEvents, drafted };
}

/** Ids come from outside: none leads out of the folder. */
function fileName(name: string): string {
  return name.replaceAll(/[^A-Za-z0-9._-]/g, '_').replaceAll(/^\.+/g, '_');
}
