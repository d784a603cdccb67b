import type { EventLog } from '#event-log';
import { eventsOfLeaves, exportedLine, isUnder } from '#ledger';
import { CannotTell } from '../terminal/outcome';
import type { HistorySource } from './history-source.port';
import { keptLedger, theStores } from './kept-ledger';
import type { KeptLedger } from './kept-ledger';

const LEAVES_AT_ONCE = 65_536;

/** A log by its address, and what its services keep of the ledger; none of them need run. */
export class LogSource implements HistorySource {
  private constructor(
    private readonly stored: EventLog,
    private readonly ledger: KeptLedger,
  ) {}

  /**
   * @param dataDir of the service
   * @throws CannotTell where there is nothing that was signed
   */
  static async open(url: string, dataDir: string): Promise<LogSource> {
    const ledger = await keptLedger(dataDir);
    if ((await ledger.tree.latestCheckpoint()) === undefined) {
      await ledger.close();
      throw new CannotTell({
        vi: `Chưa có dấu kiểm nào trong ${ledger.place}: hãy cho biết thư mục dữ liệu của dịch vụ bằng --data-dir, hoặc READ_MODELS_URL.`,
        en: `There is no checkpoint in ${ledger.place}: name the data folder of the service with --data-dir, or READ_MODELS_URL.`,
      });
    }
    const { openStoredLogToRead, readSettings } = await theStores();
    const settings = readSettings({ ...process.env, EVENT_LOG_URL: url }, []);
    return new LogSource(openStoredLogToRead(settings), ledger);
  }

  async about(): Promise<{ readonly log: string }> {
    const [first] = await this.stored.readAllSlice({ maxCount: 1 });
    return { log: first?.id ?? '' };
  }

  async checkpoints(): Promise<readonly string[]> {
    return (await this.ledger.tree.checkpoints(0)).map(({ note }) => note);
  }

  /** Those of the service are in its folder of keys, which is not for auditors: they name them. */
  keys(): Promise<readonly string[]> {
    return Promise.resolve([]);
  }

  isBroken(): Promise<boolean> {
    return Promise.resolve(false);
  }

  async *leaves(size: number): AsyncGenerator<Uint8Array, void> {
    for (let from = 0; from < size; from += LEAVES_AT_ONCE) {
      yield await this.ledger.tree.leaves(from, Math.min(LEAVES_AT_ONCE, size - from));
    }
  }

  async *events(from: number, to: number, under?: string): AsyncGenerator<Uint8Array, void> {
    const positionOf = (index: number) => this.ledger.tree.positionOf(index);
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

  async close(): Promise<void> {
    await this.stored.close();
    await this.ledger.close();
  }
}
