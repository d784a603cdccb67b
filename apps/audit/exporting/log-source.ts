import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { EventLog, Position, RecordedEvent } from '#event-log';
import { exportedLine, HASH_BYTES, splitCheckpoints } from '#ledger';
import { CannotTell } from '../terminal/outcome';
import type { HistorySource } from './history-source.port';

const PORTION = 512;
const POSITION_BYTES = 8;

/** A log by its address, and the folder in which its service keeps the ledger; no service need run. */
export class LogSource implements HistorySource {
  private constructor(
    private readonly stored: EventLog,
    private readonly folder: string,
  ) {}

  /**
   * @param folder `ledger` in the data folder of the service
   * @throws CannotTell where there is nothing that was signed
   */
  static async open(url: string, folder: string): Promise<LogSource> {
    if (!existsSync(join(folder, 'checkpoints'))) {
      throw new CannotTell({
        vi: `Không có dấu kiểm nào trong ${folder}: hãy cho biết thư mục dữ liệu của dịch vụ bằng --data-dir.`,
        en: `There is no checkpoint in ${folder}: name the data folder of the service with --data-dir.`,
      });
    }
    // What opens stores is loaded where one is to be opened: an export is read without.
    const { openStoredLogToRead, readSettings } = await import('#composition').catch(notHere);
    const settings = readSettings({ ...process.env, EVENT_LOG_URL: url }, []);
    return new LogSource(openStoredLogToRead(settings), folder);
  }

  async about(): Promise<{ readonly log: string }> {
    const [first] = await this.stored.readAllSlice({ maxCount: 1 });
    return { log: first?.id ?? '' };
  }

  checkpoints(): Promise<readonly string[]> {
    return Promise.resolve(splitCheckpoints(readFileSync(this.path('checkpoints'), 'utf8')));
  }

  /** Those of the service are in its folder of keys, which is not for auditors: they name them. */
  keys(): Promise<readonly string[]> {
    return Promise.resolve([]);
  }

  isBroken(): Promise<boolean> {
    return Promise.resolve(false);
  }

  // Tells them as a stream, as a service does.
  async *leaves(size: number): AsyncGenerator<Uint8Array, void> {
    yield readFileSync(this.path('leaves')).subarray(0, size * HASH_BYTES);
  }

  async *events(from: number, to: number, under?: string): AsyncGenerator<Uint8Array, void> {
    const positions = readFileSync(this.path('positions'));
    const at = (index: number): Position | undefined =>
      index * POSITION_BYTES < positions.length
        ? (positions.readBigUInt64BE(index * POSITION_BYTES) as Position)
        : undefined;
    let after: Position | 'start' = from === 0 ? 'start' : (at(from - 1) ?? 'start');
    const before = at(to);
    for (let index = from; ;) {
      // Behind the last leaf that is kept, the log goes on with what was not signed.
      const maxCount = before === undefined ? Math.min(PORTION, to - index) : PORTION;
      if (maxCount <= 0) return;
      const events: readonly RecordedEvent[] = await this.stored.readAllSlice({
        after,
        ...(before !== undefined && { before }),
        maxCount,
      });
      if (events.length === 0) return;
      const lines = events.map((event, offset) =>
        isUnder(event, under) ? exportedLine(index + offset, event) : '',
      );
      yield Buffer.from(lines.join(''));
      index += events.length;
      after = events.at(-1)?.position ?? after;
    }
  }

  close(): Promise<void> {
    return this.stored.close();
  }

  private path(name: string): string {
    return join(this.folder, name);
  }
}

/** The one file has no drivers of stores: they are in an installation of the service. */
function notHere(): never {
  throw new CannotTell({
    vi: 'Chỉ đọc trực tiếp kho sự kiện được trong bản cài đặt của dịch vụ: npm run audit -- export --log … ; ở đây hãy dùng --url.',
    en: 'A log is read directly only in an installation of the service: npm run audit -- export --log …; here, use --url.',
  });
}

function isUnder({ metadata }: RecordedEvent, under: string | undefined): boolean {
  const { organisations } = metadata.tags;
  return under === undefined || organisations.length === 0 || organisations.includes(under);
}
