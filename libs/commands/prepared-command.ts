import { digestOf } from './digest';
import type { CommandEnvelope } from './envelope';
import { CommandIdReused, RowChanged } from './errors';
import type { Origins } from './origins';

/** A command as it came in, with the digest of its content. */
export interface PreparedCommand {
  readonly envelope: CommandEnvelope;
  readonly digest: string;
}

export function preparedCommand(envelope: CommandEnvelope): PreparedCommand {
  const content = JSON.stringify([envelope.command, envelope.effectiveAt]);
  return { envelope, digest: digestOf(content) };
}

/**
 * Whether the command was recorded before.
 *
 * @throws {CommandIdReused} another command was recorded under its id
 * @throws {RowChanged} its row was imported before with other content
 */
export function isRecorded({ envelope, digest }: PreparedCommand, origins: Origins): boolean {
  const { commandId, source } = envelope;
  const recorded = origins.command(commandId);
  if (recorded !== undefined) {
    if (recorded.digest === undefined || recorded.digest === digest) return true;
    throw new CommandIdReused(commandId);
  }
  const before = source && origins.row(source.key);
  if (before !== undefined && before !== source?.digest) throw new RowChanged(source?.key ?? '');
  return false;
}
