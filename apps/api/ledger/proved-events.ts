import { parsePosition } from '#event-log';
import type { KeptCheckpoint } from '#ledger';
import { eventById } from '#projections';
import type { Timelines } from '../queries/shared';
import type { HistoryLedger, ProvedLeaf } from './history-ledger';

/** Proofs of events by their ids, which the timeline finds in the log. */
export class ProvedEvents {
  constructor(
    private readonly ledger: HistoryLedger,
    private readonly timelines: Timelines,
  ) {}

  /** Nothing for an event that there is not, or that the tree of the checkpoint is too small for. */
  async prove(id: string, checkpoint: KeptCheckpoint): Promise<ProvedLeaf | undefined> {
    const { timeline } = await this.timelines.read();
    const found = await eventById(timeline, id);
    const position = found === undefined ? undefined : parsePosition(found.position);
    const index = position === undefined ? undefined : await this.ledger.indexOf(position);
    if (index === undefined) return undefined;
    const event = await this.ledger.eventOf(index);
    return event && (await this.ledger.prove(event, checkpoint));
  }
}
