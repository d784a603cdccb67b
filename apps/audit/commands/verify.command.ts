import { EXIT } from '../terminal/outcome';
import type { Terminal } from '../terminal/terminal';
import { verdictTold } from '../terminal/verdict-told';
import { verifyExport } from '../verifying/verify-export';
import type { Verdict } from '../verifying/verify-export';
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
    tell(terminal, verdict);
    return verdict.ok ? EXIT.right : EXIT.wrong;
  },
);

function tell(terminal: Terminal, verdict: Verdict): void {
  if (terminal.options.isJson) {
    const { ok, size, root, findings } = verdict;
    terminal.json({ ok, size, root, findings });
    return;
  }
  for (const line of verdictTold(verdict)) terminal.say(line);
}
