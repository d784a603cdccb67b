import type { ImportSource, RecordedEvent } from '#event-log';

/** What the log recorded of a command. */
export interface RecordedCommand {
  /** Of the command's content; events of before digests have none. */
  readonly digest: string | undefined;
  readonly revision: number;
  readonly position: RecordedEvent['position'];
  readonly recordedAt: string;
  readonly events: readonly RecordedCommandEvent[];
  /** The imported row that it came from. */
  readonly source?: ImportSource;
}

interface RecordedCommandEvent {
  readonly id: string;
  readonly type: string;
  readonly revision: number;
}

/**
 * Which commands and which imported rows a stream's events came from. It only grows, and only by
 * what is recorded: so all versions of the stream in memory share it.
 */
export class Origins {
  private upTo = -1;
  private readonly commands = new Map<string, RecordedCommand>();
  private readonly rows = new Map<string, string>();

  command(id: string): RecordedCommand | undefined {
    return this.commands.get(id);
  }

  /** The digest of the row's content when it was imported. */
  row(key: string): string | undefined {
    return this.rows.get(key);
  }

  add(event: RecordedEvent): void {
    const { revision, metadata } = event;
    if (revision <= this.upTo) return;
    this.upTo = revision;
    const { commandId, commandDigest, source } = metadata;
    const { id, type, position, recordedAt } = event;
    const earlier = this.commands.get(commandId)?.events;
    const recorded = { id, type, revision };
    this.commands.set(commandId, {
      digest: commandDigest,
      revision,
      position,
      recordedAt,
      events: earlier === undefined ? [recorded] : [...earlier, recorded],
      ...(source && { source }),
    });
    if (source !== undefined) this.rows.set(source.key, source.digest);
  }
}
