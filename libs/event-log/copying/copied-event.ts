import type { RecordedEvent, StreamId } from '../event';

/** The stream of an event in the copy. */
export type StreamNaming = (event: RecordedEvent) => StreamId | Promise<StreamId>;

/**
 * Events as a copy has them, told in the order of the log. Verbatim, as a rule. Where streams take other names, their
 * revisions are counted anew: what was one stream can become several, and what was several one.
 */
export class CopiedEvents {
  /** The next revision of each stream: some hundred bytes a stream, for as long as the copying takes. */
  private readonly next = new Map<StreamId, number>();

  /** How many of them take another stream. */
  renamed = 0;

  constructor(private readonly nameOf?: StreamNaming) {}

  async copied(event: RecordedEvent): Promise<RecordedEvent> {
    if (this.nameOf === undefined) return event;
    const stream = await this.nameOf(event);
    const revision = this.next.get(stream) ?? 0;
    this.next.set(stream, revision + 1);
    if (stream !== event.stream) this.renamed += 1;
    return { ...event, stream, revision };
  }
}
