import type { EventLog } from '#event-log';

/**
 * The name of a log: the id of its first event. Every process that reads the log finds the same, and it outlives
 * migrations and moves to another store, which keep the ids of events.
 */
export class LogId {
  private known: string | undefined;

  constructor(private readonly log: Pick<EventLog, 'readAllSlice'>) {}

  /** Asked where there is an event. */
  async read(): Promise<string> {
    if (this.known === undefined) {
      const [first] = await this.log.readAllSlice({ maxCount: 1 });
      if (first === undefined) throw new Error('An empty log has no name yet');
      this.known = first.id;
    }
    return this.known;
  }
}
