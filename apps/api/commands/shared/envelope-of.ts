import type { CommandEnvelope } from '#commands';
import type { Actor } from '#vocabulary';
import type { CommandInput } from './command.input';

type AnyCommand = CommandEnvelope['command'];
export type CommandType = AnyCommand['type'];
/** What a command of this type says, without its type. */
export type CommandBody<T extends CommandType> = Omit<
  Extract<AnyCommand, { readonly type: T }>,
  'type'
>;

/** A command as the gateway takes it, from what the client gave. */
export function envelopeOf<T extends CommandType>(
  type: T,
  {
    commandId,
    effectiveAt,
    expectedRevision,
    reason,
    legalBasis,
    evidence,
    onBehalfOf,
  }: CommandInput,
  body: CommandBody<T>,
  actor: Actor,
): CommandEnvelope {
  return {
    // The body is that of the type, which the compiler cannot see through `Omit`.
    command: { type, ...body } as unknown as AnyCommand,
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

type Common = keyof CommandInput;

/** The part of an input that is the command's own. */
export function ownPart<I extends CommandInput>(input: I): Omit<I, Common> {
  const {
    commandId: _commandId,
    effectiveAt: _effectiveAt,
    expectedRevision: _expectedRevision,
    reason: _reason,
    legalBasis: _legalBasis,
    evidence: _evidence,
    onBehalfOf: _onBehalfOf,
    ...own
  } = input;
  return own;
}
