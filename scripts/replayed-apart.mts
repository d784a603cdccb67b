/**
 * What an auditor does who trusts nobody: in an empty folder, with the one file of the tool, exports the history of a
 * running service, verifies it, and computes every scorecard again, at the end and as of the middle of the history.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Service } from './service.mts';

const ROOT = join(import.meta.dirname, '..');
const EXPORT = 'history';

/** @returns what differs from the service, or went wrong; nothing where all is equal */
export function replayedApart({ url }: Pick<Service, 'url'>): readonly string[] {
  execFileSync(process.execPath, [join(ROOT, 'scripts', 'audit-bundle.mts')]);
  const folder = mkdtempSync(join(tmpdir(), 'four-good-auditor-'));
  try {
    copyFileSync(join(ROOT, 'dist', 'audit.cjs'), join(folder, 'audit.cjs'));
    const audit = (...args: readonly string[]): readonly string[] => {
      const { status, stdout, stderr } = spawnSync(process.execPath, ['audit.cjs', ...args], {
        cwd: folder,
        encoding: 'utf8',
      });
      process.stdout.write(stdout);
      const name = args[0] ?? '';
      return status === 0 ? [] : [`${name} ended with ${String(status)}: ${stdout}${stderr}`];
    };
    const exported = audit('export', '--url', url, '--out', EXPORT);
    if (exported.length > 0) return exported;
    const { size } = JSON.parse(readFileSync(join(folder, EXPORT, 'manifest.json'), 'utf8')) as {
      readonly size: number | string;
    };
    const middle = String(Math.floor(Number(size) / 2));
    return [
      ...audit('verify', EXPORT),
      ...audit('verify', '--url', url),
      ...audit('replay', EXPORT, '--compare', url),
      ...audit('replay', EXPORT, '--at', middle, '--compare', url),
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
