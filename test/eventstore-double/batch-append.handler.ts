import { Metadata } from '@grpc/grpc-js';
import type { ServerDuplexStream } from '@grpc/grpc-js';
import type { BatchAppendReq, BatchAppendResp } from '@eventstore/db-client/generated/streams_pb';
import type { AppendFault } from './orders';
import type { Session } from './session';
import type { Expected, ProposedEvent } from './stored-events';
import { answerOf, answerWithoutDetails, nameOf, proposedOf } from './wire';

type Call = ServerDuplexStream<BatchAppendReq, BatchAppendResp>;

interface Append {
  readonly correlation: string;
  readonly stream: string;
  readonly expected: Expected;
  readonly deadline: Date | undefined;
  readonly events: ProposedEvent[];
}

/** How long after refusing a malformed request the real server answers it once more (T4); there 2 s. */
const SECOND_ANSWER_MS = 100;

const UNKNOWN_CORRELATION = 'ffffffff-ffff-4fff-8fff-ffffffffffff';

/** One long-lived stream of appends, answered in the order of their last parts. */
export function batchAppend(call: Call, session: Session): void {
  const parts = new Map<string, Append>();
  call.on('end', () => call.end());
  call.on('data', (request: BatchAppendReq) => {
    const correlation = request.getCorrelationId()?.getString() ?? '';
    const append = parts.get(correlation) ?? beginningOf(correlation, request);
    parts.set(correlation, append);
    append.events.push(...request.getProposedMessagesList().map(proposedOf));
    session.receive(correlation, request.serializeBinary().length);
    if (!request.getIsFinal()) return;
    parts.delete(correlation);
    session.counts.batchAppends += 1;
    // Like a server with a disk, it answers a little later.
    setImmediate(() => {
      if (call.cancelled) return;
      session.answered(correlation);
      settle(call, session, append);
    });
  });
  // The real server sends its headers before the first answer.
  call.sendMetadata(new Metadata());
}

function settle(call: Call, session: Session, append: Append): void {
  const { correlation, stream } = append;
  const fault = session.faults.appends.shift();
  if (fault !== undefined && goesWrongBefore(fault, call, session, append)) return;
  const isLate = append.deadline !== undefined && append.deadline.getTime() < Date.now();
  const outcome = isLate
    ? ({ kind: 'deadline' } as const)
    : session.events.append(stream, append.expected, append.events);
  // What came too late is not stored, whatever else goes wrong.
  const isStored = outcome.kind === 'stored';
  if (fault === undefined || !isStored || !goesWrongAfter(fault, call, session, append)) {
    const answer = answerOf(correlation, stream, outcome);
    call.write(answer);
    if (outcome.kind === 'bad-request') {
      setTimeout(() => call.write(answer), SECOND_ANSWER_MS).unref();
    }
    if (fault === 'repeated-answer-after') call.write(answer);
  }
  session.events.announce();
}

/** Nothing is stored. */
function goesWrongBefore(
  fault: AppendFault,
  call: Call,
  session: Session,
  { correlation, stream }: Append,
): boolean {
  switch (fault) {
    case 'silence':
      return true;
    case 'reset':
      session.reset();
      return true;
    case 'deadline':
      call.write(answerOf(correlation, stream, { kind: 'deadline' }));
      return true;
    case 'ended-ok':
      call.end();
      return true;
    case 'ended-aborted':
      call.emit('error', Object.assign(new Error('Aborted'), { code: 10, details: 'Aborted' }));
      return true;
    case 'ended-internal':
      call.emit('error', Object.assign(new Error('Internal'), { code: 13, details: 'Internal' }));
      return true;
    case 'answer-without-details':
      call.write(answerWithoutDetails(correlation));
      return true;
    case 'silence-after':
    case 'reset-after':
    case 'deadline-after':
    case 'wrong-version-after':
    case 'unknown-answer-after':
    case 'repeated-answer-after':
      return false;
  }
}

/** The events are stored; whether the right answer is withheld. */
function goesWrongAfter(
  fault: AppendFault,
  call: Call,
  session: Session,
  { correlation, stream, expected, events }: Append,
): boolean {
  switch (fault) {
    case 'silence-after':
      return true;
    case 'reset-after':
      session.reset();
      return true;
    case 'deadline-after':
      call.write(answerOf(correlation, stream, { kind: 'deadline' }));
      return true;
    case 'wrong-version-after': {
      const current = session.events.stream(stream).at(-1)?.revision ?? -1;
      call.write(answerOf(correlation, stream, { kind: 'wrong-version', expected, current }));
      return true;
    }
    case 'unknown-answer-after':
      call.write(
        answerOf(UNKNOWN_CORRELATION, stream, {
          kind: 'stored',
          revision: events.length,
          position: 0n,
        }),
      );
      return false;
    case 'repeated-answer-after':
    case 'silence':
    case 'reset':
    case 'deadline':
    case 'ended-ok':
    case 'ended-aborted':
    case 'ended-internal':
    case 'answer-without-details':
      return false;
  }
}

function beginningOf(correlation: string, request: BatchAppendReq): Append {
  const options = request.getOptions();
  return {
    correlation,
    stream: nameOf(options?.getStreamIdentifier()),
    expected: expectedOf(options),
    deadline: options?.getDeadline()?.toDate(),
    events: [],
  };
}

function expectedOf(options: BatchAppendReq.Options | undefined): Expected {
  if (options === undefined || options.hasAny()) return 'any';
  if (options.hasNoStream()) return 'no-stream';
  if (options.hasStreamExists()) return 'stream-exists';
  return Number(options.getStreamPosition());
}
