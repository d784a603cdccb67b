import { scopeOf } from '#domain';
import type { RecordedEvent } from '#event-log';
import { entryBundle, entryOf, exportedLine, isUnder, TILE_WIDTH } from '#ledger';
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

/** Events as they are stored, by the numbers of their leaves. */
export class ExportedEvents {
  constructor(private readonly ledger: Pick<HistoryLedger, 'events'>) {}

  /** Lines of an events file, of the events that the viewer may see. */
  async *lines(
    { from, to, under }: AskedEvents,
    viewer: Viewer | undefined,
  ): AsyncGenerator<string, void, undefined> {
    let index = from;
    for await (const events of this.ledger.events(from, to)) {
      for (const event of events) {
        const isTold = isUnder(event, under) && (await isSeen(event, viewer));
        if (isTold) yield exportedLine(index, event);
        index += 1;
      }
    }
  }

  /** The entries of a tile. */
  async bundle({ index, width }: Tile): Promise<Buffer> {
    const from = index * TILE_WIDTH;
    const entries: string[] = [];
    for await (const events of this.ledger.events(from, from + width)) {
      entries.push(...events.map((event) => entryOf(event)));
    }
    return entryBundle(entries);
  }
}

async function isSeen({ data }: RecordedEvent, viewer: Viewer | undefined): Promise<boolean> {
  const concerned = typeof data === 'object' && data !== null ? scopeOf(data) : [];
  return viewer?.sight.sees('HISTORY', concerned) ?? false;
}
