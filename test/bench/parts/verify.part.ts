import { readVerifierKey } from '#ledger';
import { ExportFolder } from '../../../apps/audit/reading/export-folder';
import { verifyExport } from '../../../apps/audit/verifying/verify-export';
import type { Round } from './part';
import { servePart } from './serve-part';

export interface VerifyExportRequest {
  readonly folder: string;
  readonly keys: readonly string[];
}

servePart(() => Promise.resolve({ ready: undefined, ask: verify }));

async function verify({ folder, keys }: VerifyExportRequest): Promise<Round> {
  const start = performance.now();
  const { ok, size, findings } = await verifyExport(await ExportFolder.open(folder), {
    keys: keys.map((key) => readVerifierKey(key)),
    witnesses: [],
    onProgress: () => undefined,
  });
  const seconds = (performance.now() - start) / 1000;
  if (!ok) throw new Error(`The export is not right: ${JSON.stringify(findings.slice(0, 3))}`);
  return { units: size, seconds };
}
