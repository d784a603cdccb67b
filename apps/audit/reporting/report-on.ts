import type { Language } from '#vocabulary';
import type { ExportFolder } from '../reading/export-folder';
import { verifyExport } from '../verifying/verify-export';
import type { Verdict, VerifyRequest } from '../verifying/verify-export';
import { gather } from './gather';
import type { Gathered, Scope } from './gather';
import type { Report } from './report';
import { reportOf } from './report-of';

export interface ReportRequest {
  readonly scope: Scope;
  readonly language: Language;
  readonly verifying: VerifyRequest;
  /** What was found of the export, before anything is made of it: what is not right may not be readable either. */
  readonly onVerdict: (verdict: Verdict) => void;
  readonly onProgress: (events: number) => void;
}

export interface ReportOn {
  readonly report: Report;
  readonly verdict: Verdict;
  readonly gathered: Gathered;
}

/**
 * A report on an export alone: it is verified first, and the report says what came of it.
 *
 * @throws CannotTell for an export that cannot be read, and for an organisation that it does not know
 */
export async function reportOn(
  folder: ExportFolder,
  { scope, language, verifying, onVerdict, onProgress }: ReportRequest,
): Promise<ReportOn> {
  const { keys, witnesses, since } = verifying;
  const verdict = await verifyExport(folder, verifying);
  onVerdict(verdict);
  const gathered = await gather(folder, scope, onProgress);
  const verifiedWith = {
    ownKeys: keys.length,
    witnesses: witnesses.length,
    since: since?.size,
  };
  const { manifest } = folder;
  const report = reportOf({ manifest, verdict, verifiedWith, scope, gathered }, language);
  return { report, verdict, gathered };
}
