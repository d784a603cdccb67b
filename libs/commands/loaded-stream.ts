import type { DomainAggregate, DomainEvent, DomainState, Effective } from '#domain';
import type { Position, RecordedEvent } from '#event-log';
import type { Receipt } from './envelope';

/** One stream as a decision needs it: its state, and which commands and rows it came from. */
export interface LoadedStream {
  readonly state: DomainState;
  /** -1 while the stream does not exist. */
  readonly revision: number;
  readonly commands: ReadonlyMap<string, RecordedCommand>;
  /** Content digests of imported rows, by file and key. */
  readonly rows: ReadonlyMap<string, string>;
}

export interface RecordedCommand {
  readonly digest: string | undefined;
  readonly receipt: Receipt;
}

/** What an event of the log is to the folding of its stream. */
export type StreamEvent = Pick<
  RecordedEvent,
  'id' | 'type' | 'data' | 'metadata' | 'stream' | 'revision' | 'recordedAt'
> & { readonly position: Position };

export function emptyStream(aggregate: DomainAggregate): LoadedStream {
  return { state: aggregate.initial, revision: -1, commands: new Map(), rows: new Map() };
}

export function withEvents(
  loaded: LoadedStream,
  events: readonly StreamEvent[],
  aggregate: DomainAggregate,
): LoadedStream {
  if (events.length === 0) return loaded;
  let { state, revision } = loaded;
  const commands = new Map(loaded.commands);
  const rows = new Map(loaded.rows);
  for (const event of events) {
    const { commandId, commandDigest, source } = event.metadata;
    state = aggregate.evolve(state, factOf(event));
    revision = event.revision;
    commands.set(commandId, {
      digest: commandDigest,
      receipt: receiptWith(commands.get(commandId)?.receipt, event),
    });
    if (source !== undefined) rows.set(rowName(source), source.digest);
  }
  return { state, revision, commands, rows };
}

export function rowName(source: { readonly file: string; readonly key: string }): string {
  return `${source.file}\n${source.key}`;
}

/** Only what this domain decided is in its streams, brought to the current shape by upcasting. */
function factOf(event: StreamEvent): Effective<DomainEvent> {
  const { type, data, metadata } = event;
  return { type, data, effectiveAt: metadata.effectiveAt } as Effective<DomainEvent>;
}

function receiptWith(earlier: Receipt | undefined, event: StreamEvent): Receipt {
  const { id, type, revision, stream, position, recordedAt, metadata } = event;
  return {
    commandId: metadata.commandId,
    stream,
    revision,
    position,
    recordedAt,
    events: [...(earlier?.events ?? []), { id, type, revision }],
    duplicate: true,
  };
}
