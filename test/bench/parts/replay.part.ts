import { ExportFolder } from '../../../apps/audit/reading/export-folder';
import { replay } from '../../../apps/audit/replaying/replay';
import type { Round } from './part';
import { servePart } from './serve-part';

export interface ReplayExportRequest {
  readonly folder: string;
}

servePart(() => Promise.resolve({ ready: undefined, ask: replayed }));

async function replayed({ folder }: ReplayExportRequest): Promise<Round> {
  const opened = await ExportFolder.open(folder);
  const start = performance.now();
  const { scorecards } = await replay(opened, { onProgress: () => undefined });
  const seconds = (performance.now() - start) / 1000;
  if (scorecards.length === 0) throw new Error('There is no scorecard');
  return { units: opened.manifest.size, seconds };
}
