import { readFileSync, statSync } from 'node:fs';
import { NoteMalformed, readCheckpoint } from '#ledger';
import type { SignedCheckpoint } from '#ledger';
import { ExportFolder } from '../reading/export-folder';
import { CannotTell, EXIT, requireThere } from '../terminal/outcome';
import type { Terminal } from '../terminal/terminal';
import { MEANINGS } from '../verifying/findings';
import { verifyExport } from '../verifying/verify-export';
import type { Verdict } from '../verifying/verify-export';
import { action, verifierKeys, withExport } from './common';
import type { Place } from './common';

interface VerifyOptions extends Place {
  readonly since?: string;
  readonly key: readonly string[];
  readonly witness: readonly string[];
}

export const verifyCommand = action<[string | undefined], VerifyOptions>(
  async (terminal, options, path) => {
    const kept = options.since === undefined ? {} : await keptIn(options.since);
    const request = {
      keys: verifierKeys(options.key),
      witnesses: verifierKeys(options.witness),
      ...kept,
      onProgress: (events: number, size: number) => {
        terminal.progress({ vi: `Đã kiểm ${events}/${size}`, en: `${events} of ${size} verified` });
      },
    };
    const verdict = await withExport(terminal, path, options, (folder) =>
      verifyExport(folder, request),
    );
    tell(terminal, verdict);
    return verdict.ok ? EXIT.right : EXIT.wrong;
  },
);

/** A checkpoint that the auditor kept, or an export. @throws CannotTell */
async function keptIn(
  path: string,
): Promise<{ readonly since: SignedCheckpoint; readonly sinceLeaves?: Buffer }> {
  requireThere(path);
  if (statSync(path).isDirectory() || path.endsWith('.tar.gz')) {
    const folder = await ExportFolder.open(path);
    const since = readKept(folder.read('checkpoint')?.toString('utf8') ?? '', path);
    const leaves = folder.read('leaves.bin');
    folder.close();
    return { since, ...(leaves && { sinceLeaves: leaves }) };
  }
  return { since: readKept(readFileSync(path, 'utf8'), path) };
}

function readKept(text: string, path: string): SignedCheckpoint {
  try {
    return readCheckpoint(text);
  } catch (error) {
    if (!(error instanceof NoteMalformed)) throw error;
    throw new CannotTell({
      vi: `${path} không có dấu kiểm: ${error.message}.`,
      en: `${path} holds no checkpoint: ${error.message}.`,
    });
  }
}

function tell(terminal: Terminal, { ok, size, root, findings }: Verdict): void {
  if (terminal.options.isJson) {
    terminal.json({ ok, size, root, findings });
    return;
  }
  for (const { kind, index, event, detail } of findings) {
    const meaning = MEANINGS[kind];
    const where = [
      ...(index === null ? [] : [`#${index}`]),
      ...(event === null ? [] : [event]),
    ].join(' ');
    terminal.say({
      vi: `${kind} ${where}: ${meaning.vi} (${detail})`,
      en: `${kind} ${where}: ${meaning.en} (${detail})`,
    });
  }
  terminal.say(
    ok
      ? {
          vi: `Đúng: ${size} sự kiện, gốc ${root}.`,
          en: `All right: ${size} events, root ${root}.`,
        }
      : { vi: `Có sai lệch trong ${size} sự kiện.`, en: `Something is wrong in ${size} events.` },
  );
}
