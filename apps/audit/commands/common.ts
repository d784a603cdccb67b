import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Command } from 'commander';
import { KeyMalformed, readVerifierKey } from '#ledger';
import type { VerifierKey } from '#ledger';
import { LogSource } from '../exporting/log-source';
import { UrlSource } from '../exporting/url-source';
import { writeExport } from '../exporting/write-export';
import type { HistorySource } from '../exporting/history-source.port';
import { ExportFolder } from '../reading/export-folder';
import { CannotTell, EXIT, reasonOf } from '../terminal/outcome';
import type { ExitCode } from '../terminal/outcome';
import { Terminal } from '../terminal/terminal';
import type { Language } from '../terminal/terminal';

export interface CommonOptions {
  readonly language: Language;
  readonly json: boolean;
}

/** Where a history is: a service with a token, or a log. */
export interface Place {
  readonly url?: string;
  readonly token?: string;
  readonly log?: string;
  readonly dataDir?: string;
}

export type Run<A extends readonly unknown[], O> = (
  terminal: Terminal,
  options: O & CommonOptions,
  ...args: A
) => Promise<ExitCode>;

/** An action of the command line: whatever is thrown is told, and means that nothing can be told of the history. */
export function action<A extends readonly unknown[], O>(run: Run<A, O>) {
  return async (...given: readonly unknown[]): Promise<void> => {
    const command = given.at(-1) as Command;
    const options = command.optsWithGlobals<O & CommonOptions>();
    const terminal = new Terminal({ language: options.language, isJson: options.json });
    try {
      process.exitCode = await run(terminal, options, ...(given.slice(0, -2) as unknown as A));
    } catch (error) {
      process.exitCode = EXIT.cannotTell;
      terminal.complain(error instanceof CannotTell ? error.said : reasonOf(error));
    }
  };
}

export async function sourceOf({ url, token, log, dataDir }: Place): Promise<HistorySource> {
  if (url !== undefined) return new UrlSource(url, token ?? process.env.TOKEN);
  if (log === undefined) {
    throw new CannotTell({
      vi: 'Hãy cho biết lịch sử ở đâu: --url hoặc --log.',
      en: 'Say where the history is: --url or --log.',
    });
  }
  return LogSource.open(log, dataDir ?? dirname(log.replace(/^sqlite:(\/\/)?/, '')));
}

/** An export by its path, or made of a service for this one answer. */
export async function withExport<T>(
  terminal: Terminal,
  path: string | undefined,
  place: Place,
  use: (folder: ExportFolder) => Promise<T>,
): Promise<T> {
  if (path !== undefined) {
    const folder = await ExportFolder.open(path);
    try {
      return await use(folder);
    } finally {
      folder.close();
    }
  }
  const source = await sourceOf(place);
  const temporary = mkdtempSync(join(tmpdir(), 'four-good-audit-'));
  try {
    await writeExport(source, {
      folder: temporary,
      now: () => new Date(),
      onProgress: (events, size) => {
        terminal.progress({
          vi: `Đã tải ${events}/${size} sự kiện`,
          en: `${events} of ${size} events fetched`,
        });
      },
    });
    return await use(await ExportFolder.open(temporary));
  } finally {
    await source.close();
    rmSync(temporary, { recursive: true, force: true });
  }
}

/** @throws CannotTell */
export function verifierKeys(texts: readonly string[]): readonly VerifierKey[] {
  return texts.map((text) => {
    try {
      return readVerifierKey(existsSync(text) && statSync(text).isFile() ? firstWord(text) : text);
    } catch (error) {
      if (!(error instanceof KeyMalformed)) throw error;
      throw new CannotTell({
        vi: `Khoá không đọc được: ${error.message}.`,
        en: `The key cannot be read: ${error.message}.`,
      });
    }
  });
}

function firstWord(path: string): string {
  return readFileSync(path, 'utf8').trim().split(/\s/)[0] ?? '';
}
