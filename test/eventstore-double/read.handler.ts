import { status } from '@grpc/grpc-js';
import type { ServerWritableStream } from '@grpc/grpc-js';
import { ReadReq, ReadResp } from '@eventstore/db-client/generated/streams_pb';
import { refusal } from './append.handler';
import type { Session } from './session';
import type { StoredEvent, StoredEvents } from './stored-events';
import { subscribe } from './subscription.handler';
import { eventResponse, identifierOf, nameOf } from './wire';

type Call = ServerWritableStream<ReadReq, ReadResp>;

/** Reads that end, and subscriptions, which do not. */
export function read(call: Call, session: Session): void {
  const options = call.request.getOptions();
  if (options === undefined) {
    call.emit('error', refusal(status.UNKNOWN, 'No options', {}));
    return;
  }
  if (options.hasSubscription()) {
    subscribe(call, options, session);
    return;
  }
  void readOnce(call, options, session);
}

async function readOnce(call: Call, options: ReadReq.Options, session: Session): Promise<void> {
  session.counts.reads += 1;
  session.counts.openReads += 1;
  call.once('close', () => (session.counts.openReads -= 1));
  const fault = session.faults.reads.shift();
  if (fault === 'silence') return;
  if (fault === 'unavailable') {
    call.emit('error', refusal(status.UNAVAILABLE, 'Server Is Not Ready', {}));
    return;
  }
  if (fault === 'not-leader') {
    const [host = '', port = ''] = call.getHost().split(':');
    call.emit(
      'error',
      refusal(status.NOT_FOUND, 'Leader info available', {
        exception: 'not-leader',
        'leader-endpoint-host': host,
        'leader-endpoint-port': port,
      }),
    );
    return;
  }
  const found = eventsOf(options, session.events);
  if (found === 'invalid') {
    call.emit('error', refusal(status.UNKNOWN, 'Exception was thrown by handler.', {}));
    return;
  }
  if (found === 'tombstoned') {
    const name = nameOf(options.getStream()?.getStreamIdentifier());
    call.emit(
      'error',
      refusal(status.FAILED_PRECONDITION, `Event stream '${name}' is deleted.`, {
        exception: 'stream-deleted',
        'stream-name': name,
      }),
    );
    return;
  }
  if (found === 'no-stream') {
    call.write(
      new ReadResp().setStreamNotFound(
        new ReadResp.StreamNotFound().setStreamIdentifier(
          identifierOf(nameOf(options.getStream()?.getStreamIdentifier())),
        ),
      ),
    );
    call.end();
    return;
  }
  const half = Math.floor(found.length / 2);
  for (const [index, event] of found.entries()) {
    if (call.cancelled) return;
    if (fault === 'reset-half-way' && index === half) {
      session.reset();
      return;
    }
    await send(call, eventResponse(event));
    if (fault === 'doubled') await send(call, eventResponse(event));
  }
  if (fault === 'reset-half-way') session.reset();
  else call.end();
}

/** Resolves when the client takes more, or nothing any more. */
function send(call: Call, response: ReadResp): Promise<void> {
  return new Promise((resolve) => {
    if (call.write(response) || call.cancelled) {
      resolve();
      return;
    }
    const goOn = (): void => {
      for (const event of ['drain', 'close', 'cancelled']) call.off(event, goOn);
      resolve();
    };
    for (const event of ['drain', 'close', 'cancelled']) call.on(event, goOn);
  });
}

function eventsOf(
  options: ReadReq.Options,
  events: StoredEvents,
): readonly StoredEvent[] | 'invalid' | 'no-stream' | 'tombstoned' {
  const count = Number(options.getCount());
  const isBackwards = options.getReadDirection() === ReadReq.Options.ReadDirection.BACKWARDS;
  if (count === 0) return 'invalid';
  const stream = options.getStream();
  const found =
    stream === undefined
      ? ofAll(options.getAll(), isBackwards, events)
      : ofStream(stream, isBackwards, events);
  return typeof found === 'string' ? found : found.slice(0, count);
}

function ofStream(
  options: ReadReq.Options.StreamOptions,
  isBackwards: boolean,
  events: StoredEvents,
): readonly StoredEvent[] | 'invalid' | 'no-stream' | 'tombstoned' {
  if (options.hasEnd() && !isBackwards) return 'invalid';
  const name = nameOf(options.getStreamIdentifier());
  if (events.isTombstoned(name)) return 'tombstoned';
  const stored = events.stream(name);
  if (stored.length === 0) return 'no-stream';
  const from = options.hasRevision() ? Number(options.getRevision()) : 0;
  if (!isBackwards) return stored.filter(({ revision }) => revision >= from);
  if (options.hasEnd()) return stored.toReversed();
  // What the real server does beyond the end was not observed: nobody may rely on getting the last ones.
  const last = stored.at(-1)?.revision ?? -1;
  return from > last ? [] : stored.filter(({ revision }) => revision <= from).toReversed();
}

function ofAll(
  options: ReadReq.Options.AllOptions | undefined,
  isBackwards: boolean,
  events: StoredEvents,
): readonly StoredEvent[] | 'invalid' {
  const { all } = events;
  const position = options?.getPosition();
  if (position === undefined) {
    if (isBackwards) return options?.hasStart() === true ? [] : all.toReversed();
    return options?.hasEnd() === true ? [] : all;
  }
  const index = events.indexOf(BigInt(position.getCommitPosition()));
  if (index === undefined) return 'invalid';
  return isBackwards ? all.slice(0, index).toReversed() : all.slice(index);
}
