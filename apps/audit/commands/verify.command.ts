import { readCheckpoint } from '#ledger';
import { toldHistory } from '../exporting/told-history';
import { UrlSource } from '../exporting/url-source';
import { whoLooked } from '../exporting/who-looked';
import type { ExportFolder } from '../reading/export-folder';
import { eventsOf, lastEventOf } from '../reading/exported-events';
import { EXIT } from '../terminal/outcome';
import type { Terminal } from '../terminal/terminal';
import { verdictTold } from '../terminal/verdict-told';
import { verifyExport } from '../verifying/verify-export';
import type { Verdict } from '../verifying/verify-export';
import { verifyToldHistory } from '../verifying/verify-told-history';
import { verifyWhoLooked } from '../verifying/verify-who-looked';
import { action, withExport } from './common';
import type { Place } from './common';
import { verifyRequest } from './verifying-options';
import type { VerifyingOptions } from './verifying-options';

interface VerifyOptions extends Place, VerifyingOptions {}

export const verifyCommand = action<[string | undefined], VerifyOptions>(
  async (terminal, options, path) => {
    const request = await verifyRequest(terminal, options);
    const verdict = await withExport(terminal, path, options, async (folder) => {
      const signed = await verifyExport(folder, request);
      return path === undefined ? withTold(terminal, signed, folder, options) : signed;
    });
    tell(terminal, verdict);
    return verdict.ok ? EXIT.right : EXIT.wrong;
  },
);

/**
 * A running service is also held to what it tells: of the history, and who looked. That this history was read is among the
 * latter by now.
 */
async function withTold(
  terminal: Terminal,
  verdict: Verdict,
  folder: ExportFolder,
  { url, token }: Place,
): Promise<Verdict> {
  // Where the history is not what was signed, there is nothing to hold what is shown to.
  if (url === undefined || !verdict.ok) return verdict;
  const service = new UrlSource(url, token ?? process.env.TOKEN);
  terminal.progress({ vi: 'Đang đối chiếu lịch sử', en: 'Comparing the history that is shown' });
  const last = await lastEventOf(folder);
  const told = toldHistory(service, last?.id ?? '');
  const history = await verifyToldHistory(eventsOf(folder), told);
  const looked = await whoLooked(service, (checkpoint) => readCheckpoint(checkpoint).size);
  const found = [...history, ...(looked === undefined ? [] : verifyWhoLooked(looked))];
  return {
    ...verdict,
    ok: found.length === 0,
    findings: [...verdict.findings, ...found],
  };
}

function tell(terminal: Terminal, verdict: Verdict): void {
  if (terminal.options.isJson) {
    const { ok, size, root, findings } = verdict;
    terminal.json({ ok, size, root, findings });
    return;
  }
  for (const line of verdictTold(verdict)) terminal.say(line);
}
