import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openSqliteEventLog } from '../../event-log/sqlite';
import { givenEvent } from '../../event-log/contract';
import type { EventLog } from '#event-log';
import type { FollowedLog } from '../upstream';

/** A log in a file of its own, to which numbered events are appended; it counts its subscriptions. */
export class FollowedTestLog {
  subscriptions = 0;
  private readonly folder = mkdtempSync(join(tmpdir(), 'four-good-feeds-'));
  private readonly opened = openSqliteEventLog({
    path: join(this.folder, 'log.db'),
    clock: () => new Date(),
  });
  private count = 0;

  readonly log: FollowedLog & Pick<EventLog, 'readStreamSlice'> = {
    readAllSlice: (options) => this.opened.readAllSlice(options),
    readStreamSlice: (stream, from, options) => this.opened.readStreamSlice(stream, from, options),
    subscribe: (options) => {
      this.subscriptions += 1;
      return this.opened.subscribe(options);
    },
  };

  /** Appends the next events; their numbers count from 1. */
  async append(count: number): Promise<void> {
    for (let left = count; left > 0; left -= 1) {
      this.count += 1;
      const n = this.count;
      await this.opened.append(`c-${n}`, 'no-stream', [givenEvent(n)]);
    }
  }

  async dispose(): Promise<void> {
    await this.opened.close();
    rmSync(this.folder, { recursive: true, force: true });
  }
}
