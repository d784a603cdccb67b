import { scopeOf } from '#domain';
import type { RecordedEvent } from '#event-log';
import { entryBundle, entryOf, exportedLine, TILE_WIDTH } from '#ledger';
import type { Tile } from '#ledger';
import type { Viewer } from '../access';
import type { HistoryLedger } from './history-ledger';

/** Leaves, and what of their events. */
interface AskedEvents {
  readonly from: number;
  /** Exclusive. */
  readonly to: number;
  /** Only of this organisation and of what was below it, beside what concerns no organisation. */
  readonly under?: string | undefined;
}

/** Events read at once. */
const PORTION = 512;

/** Events as they are stored, by the numbers of their leaves. */
export class ExportedEvents {
  constructor(private readonly ledger: Pick<HistoryLedger, 'events'>) {}

  /** Lines of an events file, of the events that the viewer may see. */
  async *lines(
    { from, to, under }: AskedEvents,
    viewer: Viewer | undefined,
  ): AsyncGenerator<string, void, undefined> {
    for (let at = from; at < to; at += PORTION) {
      const events = await this.ledger.events(at, Math.min(PORTION, to - at));
      for (const [offset, event] of events.entries()) {
        if (!isUnder(event, under) || !(await isSeen(event, viewer))) continue;
        yield exportedLine(at + offset, event);
      }
      if (events.length === 0) return;
    }
  }

  /** The entries of a tile. */
  async bundle({ index, width }: Tile): Promise<Buffer> {
    const events = await this.ledger.events(index * TILE_WIDTH, width);
    return entryBundle(events.map((event) => entryOf(event)));
  }
}

function isUnder({ metadata }: RecordedEvent, under: string | undefined): boolean {
  const { organisations } = metadata.tags;
  return under === undefined || organisations.length === 0 || organisations.includes(under);
}

async function isSeen({ data }: RecordedEvent, viewer: Viewer | undefined): Promise<boolean> {
  const concerned = typeof data === 'object' && data !== null ? scopeOf(data) : [];
  return viewer?.sight.sees('HISTORY', concerned) ?? false;
}
