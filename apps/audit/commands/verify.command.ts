import { readCheckpoint } from '#ledger';
import { UrlSource } from '../exporting/url-source';
import { whoLooked } from '../exporting/who-looked';
import { EXIT } from '../terminal/outcome';
import type { Terminal } from '../terminal/terminal';
import { verdictTold } from '../terminal/verdict-told';
import { verifyExport } from '../verifying/verify-export';
import type { Verdict } from '../verifying/verify-export';
import { verifyWhoLooked } from '../verifying/verify-who-looked';
import { action, withExport } from './common';
import type { Place } from './common';
import { verifyRequest } from './verifying-options';
import type { VerifyingOptions } from './verifying-options';

interface VerifyOptions extends Place, VerifyingOptions {}

export const verifyCommand = action<[string | undefined], VerifyOptions>(
  async (terminal, options, path) => {
    const request = await verifyRequest(terminal, options);
    const verdict = await withExport(terminal, path, options, (folder) =>
      verifyExport(folder, request),
    );
    const whole = path === undefined ? await withWhoLooked(verdict, options) : verdict;
    tell(terminal, whole);
    return whole.ok ? EXIT.right : EXIT.wrong;
  },
);

/** A running service also tells who looked; by now, that this history was read is among it. */
async function withWhoLooked(verdict: Verdict, { url, token }: Place): Promise<Verdict> {
  if (url === undefined) return verdict;
  const told = await whoLooked(
    new UrlSource(url, token ?? process.env.TOKEN),
    (checkpoint) => readCheckpoint(checkpoint).size,
  );
  const found = told === undefined ? [] : verifyWhoLooked(told);
  return {
    ...verdict,
    ok: verdict.ok && found.length === 0,
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
