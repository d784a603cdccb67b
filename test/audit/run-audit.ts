import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

/** The tool of auditors, as an auditor runs it. */
export async function runAudit(
  ...words: readonly string[]
): Promise<{ readonly code: number; readonly told: string }> {
  const run = promisify(execFile)(process.execPath, [
    'dist/apps/audit/main.js',
    '--json',
    ...words,
  ]);
  try {
    return { code: 0, told: (await run).stdout };
  } catch (error) {
    const { code, stdout } = error as { readonly code: number; readonly stdout: string };
    return { code, told: stdout };
  }
}
