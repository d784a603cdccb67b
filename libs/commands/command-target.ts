import { aggregateOf, refusal } from '#domain';
import type { DomainAggregate, DomainCommand } from '#domain';
import type { CommandEnvelope } from './envelope';
import { CommandRefused } from './errors';
import { findAggregateOfStream } from './stream-aggregate';

/** The stream that a command is decided on, and whose it is. */
export interface CommandTarget {
  readonly aggregate: DomainAggregate;
  readonly stream: string;
}

/** @throws {CommandRefused} a correction names a stream that there cannot be */
export function targetOf({ command, commandId }: CommandEnvelope): CommandTarget {
  if (command.type !== 'CorrectFact') {
    const aggregate = aggregateOf(command);
    return { aggregate, stream: aggregate.streamOf(command as DomainCommand) };
  }
  const { stream } = command;
  const aggregate = findAggregateOfStream(stream);
  if (aggregate === undefined) {
    throw new CommandRefused(
      refusal('NOT_RECORDED', { field: 'stream', subject: ['stream', command] }),
      commandId,
    );
  }
  return { aggregate, stream };
}
