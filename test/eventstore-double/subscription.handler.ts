import { randomUUID } from 'node:crypto';
import { status } from '@grpc/grpc-js';
import type { ServerWritableStream } from '@grpc/grpc-js';
import { ReadResp } from '@eventstore/db-client/generated/streams_pb';
import type { ReadReq } from '@eventstore/db-client/generated/streams_pb';
import { refusal } from './append.handler';
import type { Session } from './session';
import type { StoredEvent, StoredEvents } from './stored-events';
import { eventResponse } from './wire';

/** A live consumer that is this many messages behind is dropped. */
const TOO_SLOW = 300;

/** Events scanned between two checkpoints, times the interval that the client asks for. */
const SEARCH_WINDOW = 32;

const TOO_SLOW_MESSAGE =
  'Operation timed out: Consumer too slow to handle event while live. Client resubscription required.';

/** Confirmation, what there is, caughtUp, then what comes. */
export function subscribe(
  call: ServerWritableStream<ReadReq, ReadResp>,
  options: ReadReq.Options,
  session: Session,
): void {
  session.counts.subscriptions += 1;
  const { events } = session;
  let next = startOf(options, events);
  if (next === undefined) {
    call.emit('error', refusal(status.UNKNOWN, 'Exception was thrown by handler.', {}));
    return;
  }
  const isMute = session.faults.subscriptionsAreMute;
  const filter = options.getFilter();
  const matches = filterOf(filter);
  const window = SEARCH_WINDOW * Math.max(1, filter?.getCheckpointintervalmultiplier() ?? 1);
  let scanned = 0;

  const advance = (): void => {
    for (; next !== undefined && next < events.all.length; next += 1) {
      const event = events.all[next];
      if (event === undefined || isMute) continue;
      if (matches(event)) call.write(eventResponse(event));
      scanned += 1;
      if (filter !== undefined && scanned % window === 0) call.write(checkpointAt(event));
    }
  };
  const drop = (how: 'too-slow' | 'ok'): void => {
    // What is written after the end would close the call before its status is sent.
    stopListening();
    if (how === 'ok') call.end();
    else call.emit('error', refusal(status.ABORTED, TOO_SLOW_MESSAGE, {}));
  };

  call.write(
    new ReadResp().setConfirmation(
      new ReadResp.SubscriptionConfirmation().setSubscriptionId(randomUUID()),
    ),
  );
  advance();
  call.write(new ReadResp().setCaughtUp(new ReadResp.CaughtUp()));

  const stopListening = events.onAppend(() => {
    advance();
    if (call.writableLength > TOO_SLOW) drop('too-slow');
  });
  session.dropping.add(drop);
  session.counts.openSubscriptions += 1;
  call.once('close', () => {
    stopListening();
    session.dropping.delete(drop);
    session.counts.openSubscriptions -= 1;
  });
  call.once('cancelled', () => call.destroy());
}

/** The index of the first event to deliver: positions are exclusive. */
function startOf(options: ReadReq.Options, events: StoredEvents): number | undefined {
  const { all } = events;
  const from = options.getAll();
  const position = from?.getPosition();
  if (position === undefined) return from?.hasEnd() === true ? all.length : 0;
  const commit = BigInt(position.getCommitPosition());
  if (commit === 0n) return 0;
  const last = all.at(-1);
  if (last === undefined || commit > last.position) return all.length;
  const index = events.indexOf(commit);
  return index === undefined ? undefined : index + 1;
}

function filterOf(
  filter: ReadReq.Options.FilterOptions | undefined,
): (event: StoredEvent) => boolean {
  const byStream = filter?.getStreamIdentifier();
  const expression = byStream ?? filter?.getEventType();
  if (expression === undefined) return () => true;
  const prefixes = expression.getPrefixList();
  const regex = expression.getRegex() === '' ? undefined : new RegExp(expression.getRegex());
  return (event) => {
    const text = byStream === undefined ? event.type : event.stream;
    return regex?.test(text) ?? prefixes.some((prefix) => text.startsWith(prefix));
  };
}

function checkpointAt({ position }: StoredEvent): ReadResp {
  return new ReadResp().setCheckpoint(
    new ReadResp.Checkpoint()
      .setCommitPosition(position.toString())
      .setPreparePosition(position.toString()),
  );
}
