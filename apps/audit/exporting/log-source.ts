import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { toPosition } from '#event-log';
import type { EventLog, Position } from '#event-log';
import { eventsOfLeaves, exportedLine, HASH_BYTES, isUnder, splitCheckpoints } from '#ledger';
import { TreesOnDisk } from '#ledger/files';
import { CannotTell } from '../terminal/outcome';
import type { HistorySource } from './history-source.port';

const POSITION_BYTES = 8;

/** A log by its address, and the folder in which its service keeps the ledger; no service need run. */
export class LogSource implements HistorySource {
  private positions: Buffer | undefined;

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
    const trees = new TreesOnDisk(folder);
    return new LogSource(openStoredLogToRead(settings), trees.folderOf(trees.last));
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
    this.positions ??= readFileSync(this.path('positions'));
    const { positions } = this;
    const positionOf = (index: number) => Promise.resolve(positionIn(positions, index));
    let index = from;
    for await (const events of eventsOfLeaves({ log: this.stored, positionOf }, from, to)) {
      const first = index;
      const lines = events.map((event, at) =>
        isUnder(event, under) ? exportedLine(first + at, event) : '',
      );
      yield Buffer.from(lines.join(''));
      index += events.length;
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

function positionIn(positions: Buffer, index: number): Position | undefined {
  const at = index * POSITION_BYTES;
  return at < positions.length ? toPosition(positions.readBigUInt64BE(at)) : undefined;
}
