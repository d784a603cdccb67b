import { rmSync } from 'node:fs';
import { LogSource } from '../../../apps/audit/exporting/log-source';
import { writeExport } from '../../../apps/audit/exporting/write-export';
import type { Round } from './part';
import { servePart } from './serve-part';

export interface ExportLogRequest {
  readonly log: string;
  /** Of the service that keeps the ledger. */
  readonly dataDir: string;
  /** Where the export is written; anything there is dropped. */
  readonly to: string;
}

servePart(() => Promise.resolve({ ready: undefined, ask: exportLog }));

async function exportLog({ log, dataDir, to }: ExportLogRequest): Promise<Round> {
  rmSync(to, { recursive: true, force: true });
  const source = await LogSource.open(`sqlite:${log}`, dataDir);
  try {
    const start = performance.now();
    const { size } = await writeExport(source, {
      folder: to,
      now: () => new Date(),
      onProgress: () => undefined,
    });
    return { units: size, seconds: (performance.now() - start) / 1000 };
  } finally {
    await source.close();
  }
}
