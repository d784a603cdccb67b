import { statSync } from 'node:fs';
import { LogFileUnusable } from './errors';

/**
 * The file that was opened. Once its name is gone, or names another file, what is written into it is lost with the
 * process: nobody who looks for the log finds it.
 */
export class FileIdentity {
  private readonly opened: string;

  constructor(private readonly path: string) {
    this.opened = identityOf(path) ?? '';
  }

  /** @throws LogFileUnusable */
  check(): void {
    const found = identityOf(this.path);
    if (found === this.opened) return;
    const what = found === undefined ? 'removed' : 'replaced by another file';
    throw new LogFileUnusable(
      this.path,
      `it was ${what} while the service runs; stop the service, put the file back, and start again`,
    );
  }
}

function identityOf(path: string): string | undefined {
  const found = statSync(path, { throwIfNoEntry: false });
  return found && `${found.dev}:${found.ino}`;
}
