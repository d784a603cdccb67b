import {
  AllStreamPosition,
  BadRequest,
  MaximumAppendSizeExceeded,
  StreamIdentifier,
  Timeout,
  UUID,
  WrongExpectedVersion,
} from '@eventstore/db-client/generated/shared_pb';
import { Status } from '@eventstore/db-client/generated/status_pb';
import { BatchAppendResp, ReadResp } from '@eventstore/db-client/generated/streams_pb';
import type { AppendReq, BatchAppendReq } from '@eventstore/db-client/generated/streams_pb';
import type { Message } from 'google-protobuf';
import { Any } from 'google-protobuf/google/protobuf/any_pb';
import { Empty as GoogleEmpty } from 'google-protobuf/google/protobuf/empty_pb';
import { MAX_APPEND_SIZE } from './stored-events';
import type { AppendOutcome, ProposedEvent, StoredEvent } from './stored-events';

export function identifierOf(stream: string): StreamIdentifier {
  return new StreamIdentifier().setStreamName(Buffer.from(stream));
}

export function nameOf(identifier: StreamIdentifier | undefined): string {
  return Buffer.from(identifier?.getStreamName_asU8() ?? []).toString('utf8');
}

export function eventResponse(event: StoredEvent): ReadResp {
  const position = event.position.toString();
  const recorded = new ReadResp.ReadEvent.RecordedEvent()
    .setId(new UUID().setString(event.id))
    .setStreamIdentifier(identifierOf(event.stream))
    .setStreamRevision(String(event.revision))
    .setPreparePosition(position)
    .setCommitPosition(position)
    .setData(event.data)
    .setCustomMetadata(event.metadata);
  recorded
    .getMetadataMap()
    .set('type', event.type)
    .set('content-type', event.contentType)
    .set('created', event.created.toString());
  return new ReadResp().setEvent(
    new ReadResp.ReadEvent().setEvent(recorded).setCommitPosition(position),
  );
}

export function answerOf(
  correlation: string,
  stream: string,
  outcome: AppendOutcome | { readonly kind: 'deadline' },
): BatchAppendResp {
  const answer = new BatchAppendResp()
    .setCorrelationId(new UUID().setString(correlation))
    .setStreamIdentifier(identifierOf(stream));
  switch (outcome.kind) {
    case 'stored': {
      const position = outcome.position.toString();
      return answer.setSuccess(
        new BatchAppendResp.Success()
          .setCurrentRevision(String(outcome.revision))
          .setPosition(
            new AllStreamPosition().setCommitPosition(position).setPreparePosition(position),
          ),
      );
    }
    case 'wrong-version':
      return answer.setError(
        statusOf(6, 'WrongExpectedVersion', 'WrongExpectedVersion', wrongVersionOf(outcome)),
      );
    case 'too-large':
      return answer.setError(
        statusOf(
          3,
          'MaximumAppendSizeExceeded',
          'MaximumAppendSizeExceeded',
          new MaximumAppendSizeExceeded().setMaxappendsize(MAX_APPEND_SIZE),
        ),
      );
    case 'bad-request':
      return answer.setError(
        statusOf(3, 'BadRequest', 'BadRequest', new BadRequest().setMessage(outcome.reason)),
      );
    case 'deadline':
      return answer.setError(statusOf(4, 'Timeout', 'Timeout', new Timeout()));
  }
}

export function wrongVersionOf({
  expected,
  current,
}: Extract<AppendOutcome, { kind: 'wrong-version' }>): WrongExpectedVersion {
  const details = new WrongExpectedVersion();
  if (current < 0) details.setCurrentNoStream(new GoogleEmpty());
  else details.setCurrentStreamRevision(String(current));
  switch (expected) {
    case 'no-stream':
      return details.setExpectedNoStream(new GoogleEmpty());
    case 'any':
      return details.setExpectedAny(new GoogleEmpty());
    case 'stream-exists':
      return details.setExpectedStreamExists(new GoogleEmpty());
    default:
      return details.setExpectedStreamPosition(String(expected));
  }
}

/** An error answer that names neither its details nor its stream, as no real server should send. */
export function answerWithoutDetails(correlation: string): BatchAppendResp {
  return new BatchAppendResp()
    .setCorrelationId(new UUID().setString(correlation))
    .setError(new Status().setCode(2).setMessage('Unknown'));
}

function statusOf(code: number, message: string, type: string, details: Message): Status {
  const any = new Any();
  any.pack(details.serializeBinary(), `event_store.client.${type}`);
  // The numbers of google.rpc.Code are known, its enumeration is not exported.
  return new Status().setCode(code).setMessage(message).setDetails(any);
}

/** An event as either way of appending brings it. */
export function proposedOf(
  message: AppendReq.ProposedMessage | BatchAppendReq.ProposedMessage,
): ProposedEvent {
  return {
    id: message.getId()?.getString() ?? '',
    type: message.getMetadataMap().get('type') ?? '',
    contentType: message.getMetadataMap().get('content-type') ?? '',
    data: message.getData_asU8(),
    metadata: message.getCustomMetadata_asU8(),
  };
}
