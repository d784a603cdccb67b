import { withoutClear } from '#commands';
import type { CommandEnvelope } from '#commands';
import type { Actor } from '#vocabulary';
import type { CommandFields } from './command-fields';
import type { CommandType, ConvertedInput } from './command-input';

/** A command as the gateway takes it, made of what the client sent. */
export function commandEnvelope(
  type: CommandType,
  input: CommandFields,
  actor: Actor,
): CommandEnvelope {
  const {
    commandId,
    effectiveAt,
    expectedRevision,
    reason,
    legalBasis,
    evidence,
    onBehalfOf,
    ...own
  } = input;
  const { rest, clear } = withoutClear(type, isConverted(input) ? input.toCommand() : own);
  return {
    // `@CommandInput` has the compiler check that the input has the fields of its command.
    command: {
      type,
      ...rest,
    } as CommandEnvelope['command'],
    ...(clear === undefined ? {} : { clear }),
    // The same UUID in other letters must not be another command.
    commandId: commandId.toLowerCase(),
    effectiveAt,
    actor,
    ...(expectedRevision === undefined ? {} : { expectedRevision }),
    ...(reason === undefined ? {} : { reason }),
    ...(legalBasis === undefined ? {} : { legalBasis }),
    ...(evidence === undefined ? {} : { evidence }),
    ...(onBehalfOf === undefined ? {} : { onBehalfOf }),
  };
}

function isConverted(input: CommandFields): input is ConvertedInput<CommandType> {
  return 'toCommand' in input;
}
