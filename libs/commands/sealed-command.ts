import type { CorrectFact, DomainCommand } from '#domain';
import { clearDeclarationOf, subjectOf } from './clear-command';
import type { CommandEnvelope } from './envelope';
import { eventIdOf } from './event-id';
import type { Origins } from './origins';
import type { PreparedCommand } from './prepared-command';
import type { Sealing } from './sealing.port';

/** A command that can be decided: nothing in it is readable that is to be sealed. */
export interface SealedCommand extends PreparedCommand {
  readonly command: DomainCommand | CorrectFact;
  /** Makes the key durable with which it is sealed. @returns false where that was destroyed in between */
  readonly keep: () => Promise<boolean>;
}

const NOTHING_TO_KEEP = (): Promise<boolean> => Promise.resolve(true);

/**
 * Seals the texts of a command. Their digest goes beside that of the rest, under the same key: names are few enough to
 * be tried out, and what is erased must not be found by trying. Once the key is destroyed, only the rest is compared.
 */
export async function sealedCommand(
  given: PreparedCommand,
  origins: Origins,
  sealing: Sealing | undefined,
): Promise<SealedCommand> {
  const { envelope, digest } = given;
  const { command, clear, commandId } = envelope;
  if (clear === undefined) return { ...given, command: asSealed(envelope), keep: NOTHING_TO_KEEP };
  if (sealing === undefined) throw new TypeError('There is nothing to seal the texts with');
  const subject = subjectOf(command);
  const recorded = origins.command(commandId)?.digest?.split(SEPARATOR);
  const [before, key] = recorded ?? [];
  if (key !== undefined) {
    const ofTexts = await sealing.digest(key, clear);
    const isSame = ofTexts === undefined && before === digest;
    const now = isSame ? recorded : [digest, key, ofTexts ?? ''];
    const joined = now?.join(SEPARATOR) ?? digest;
    return { ...given, digest: joined, command: asSealed(envelope), keep: NOTHING_TO_KEEP };
  }
  const { name } = clearDeclarationOf(command.type) ?? {};
  const texts = await sealing.seal({
    subject,
    // The first event of a command is the one that carries its texts.
    event: eventIdOf(commandId, 0),
    clear,
    name: name === undefined ? undefined : clear[name],
  });
  const { sealed } = texts;
  return {
    envelope,
    digest: [digest, sealed.key, texts.digest].join(SEPARATOR),
    command: { ...command, sealed } as DomainCommand,
    keep: () => texts.keep(),
  };
}

const SEPARATOR = '.';

/** Of a command that has nothing to seal, or that is recorded already and is not decided again. */
function asSealed({ command }: CommandEnvelope): DomainCommand | CorrectFact {
  return command as DomainCommand | CorrectFact;
}
