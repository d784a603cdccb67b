import { existsSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { extname } from 'node:path';
import { FORMATS } from '../reporting/formats';
import { reportOn } from '../reporting/report-on';
import { CannotTell, EXIT, reasonOf } from '../terminal/outcome';
import { verdictTold } from '../terminal/verdict-told';
import { action, withExport } from './common';
import { verifyRequest } from './verifying-options';
import type { VerifyingOptions } from './verifying-options';

interface ReportOptions extends VerifyingOptions {
  readonly under: string;
  readonly year: number;
  readonly out: string;
}

export const reportCommand = action<[string], ReportOptions>(async (terminal, options, path) => {
  const { under, year, out } = options;
  const format = formatOf(out);
  const verifying = await verifyRequest(terminal, options);
  const { report, verdict, gathered } = await withExport(terminal, path, {}, (folder) =>
    reportOn(folder, {
      scope: { under, year },
      language: options.language,
      verifying,
      onVerdict: (found) => {
        if (!found.ok) for (const line of verdictTold(found)) terminal.complain(line);
      },
      onProgress: (events) => {
        terminal.progress({ vi: `${events} sự kiện`, en: `${events} events` });
      },
    }),
  );
  put(out, await format(report));
  const [scorecards, findings] = [gathered.scorecards.length, gathered.findings.length];
  if (terminal.options.isJson) terminal.json({ ok: verdict.ok, out, scorecards, findings });
  else {
    terminal.say({
      vi: `${out}: ${scorecards} bảng điểm, ${findings} phát hiện.`,
      en: `${out}: ${scorecards} scorecards, ${findings} findings.`,
    });
  }
  return verdict.ok ? EXIT.right : EXIT.wrong;
});

/** @throws CannotTell */
function formatOf(out: string) {
  const format = FORMATS[extname(out).toLowerCase()];
  if (format !== undefined) return format;
  const known = Object.keys(FORMATS).join(', ');
  throw new CannotTell({
    vi: `--out ${out}: tên tệp phải kết thúc bằng ${known}.`,
    en: `--out ${out}: the name must end with ${known}.`,
  });
}

/** Under its name the report is whole or not there. @throws CannotTell */
function put(out: string, content: Buffer): void {
  const draft = `${out}.part`;
  try {
    writeFileSync(draft, content);
    renameSync(draft, out);
  } catch (error) {
    if (existsSync(draft)) rmSync(draft);
    const reason = reasonOf(error);
    throw new CannotTell({
      vi: `Không ghi được ${out}: ${reason}.`,
      en: `${out} cannot be written: ${reason}.`,
    });
  }
}
