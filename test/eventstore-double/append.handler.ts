import { Metadata, status } from '@grpc/grpc-js';
import type { sendUnaryData, ServerReadableStream, ServiceError } from '@grpc/grpc-js';
import { Empty } from '@eventstore/db-client/generated/shared_pb';
import { AppendResp } from '@eventstore/db-client/generated/streams_pb';
import type { AppendReq } from '@eventstore/db-client/generated/streams_pb';
import type { Session } from './session';
import { MAX_APPEND_SIZE } from './stored-events';
import type { AppendOutcome, Expected, ProposedEvent } from './stored-events';
import { nameOf, proposedOf } from './wire';

/** One append as a call of its own: options, then a message for each event. */
export function append(
  call: ServerReadableStream<AppendReq, AppendResp>,
  answer: sendUnaryData<AppendResp>,
  session: Session,
): void {
  let stream = '';
  let expected: Expected = 'any';
  const events: ProposedEvent[] = [];
  call.on('data', (request: AppendReq) => {
    const options = request.getOptions();
    if (options !== undefined) {
      stream = nameOf(options.getStreamIdentifier());
      expected = expectedOf(options);
    }
    const message = request.getProposedMessage();
    if (message !== undefined) events.push(proposedOf(message));
  });
  call.on('end', () => {
    session.counts.unaryAppends += 1;
    const outcome = session.events.append(stream, expected, events);
    respond(outcome, answer);
    session.events.announce();
  });
}

function respond(outcome: AppendOutcome, answer: sendUnaryData<AppendResp>): void {
  switch (outcome.kind) {
    case 'stored': {
      const position = outcome.position.toString();
      answer(
        null,
        new AppendResp().setSuccess(
          new AppendResp.Success()
            .setCurrentRevision(String(outcome.revision))
            .setPosition(
              new AppendResp.Position().setCommitPosition(position).setPreparePosition(position),
            ),
        ),
      );
      return;
    }
    case 'wrong-version':
      answer(null, new AppendResp().setWrongExpectedVersion(wrongVersionOf(outcome)));
      return;
    case 'too-large':
      answer(
        refusal(status.INVALID_ARGUMENT, 'Maximum append size exceeded', {
          exception: 'maximum-append-size-exceeded',
          'maximum-append-size': String(MAX_APPEND_SIZE),
        }),
      );
      return;
    case 'bad-request':
      answer(refusal(status.UNKNOWN, outcome.reason, {}));
  }
}

function wrongVersionOf({
  expected,
  current,
}: Extract<AppendOutcome, { kind: 'wrong-version' }>): AppendResp.WrongExpectedVersion {
  const details = new AppendResp.WrongExpectedVersion();
  if (current < 0) details.setCurrentNoStream(new Empty());
  else details.setCurrentRevision(String(current));
  if (expected === 'no-stream') details.setExpectedNoStream(new Empty());
  else if (expected === 'stream-exists') details.setExpectedStreamExists(new Empty());
  else if (expected === 'any') details.setExpectedAny(new Empty());
  else details.setExpectedRevision(String(expected));
  return details;
}

export function refusal(
  code: number,
  details: string,
  trailers: Readonly<Record<string, string>>,
): ServiceError {
  const metadata = new Metadata();
  for (const [key, value] of Object.entries(trailers)) metadata.set(key, value);
  return Object.assign(new Error(details), { code, details, metadata });
}

function expectedOf(options: AppendReq.Options): Expected {
  if (options.hasNoStream()) return 'no-stream';
  if (options.hasStreamExists()) return 'stream-exists';
  if (options.hasAny()) return 'any';
  return Number(options.getRevision());
}
