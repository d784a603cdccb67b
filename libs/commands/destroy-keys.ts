import { memberSubject } from './clear-command';
import type { PreparedCommand } from './prepared-command';
import type { Sealing } from './sealing.port';

/**
 * Destroys the keys before the erasure is recorded: what the log says is erased is so, at any time. If the process ends
 * in between, the command that is remembered beside the keys is given again.
 */
export async function destroyKeys(
  due: readonly PreparedCommand[],
  sealing: Sealing | undefined,
): Promise<void> {
  for (const { envelope } of due) {
    const { command, commandId } = envelope;
    if (command.type !== 'EraseMemberIdentity') continue;
    if (sealing === undefined) throw new TypeError('There are no keys to destroy');
    const subject = memberSubject(command.member);
    await sealing.destroy(subject, { commandId, command: JSON.stringify(envelope) });
  }
}

/** Once the erasures are recorded. */
export async function settleErasures(
  given: readonly PreparedCommand[],
  sealing: Sealing | undefined,
): Promise<void> {
  for (const { envelope } of given) {
    const { command, commandId } = envelope;
    if (command.type === 'EraseMemberIdentity') await sealing?.settle(commandId);
  }
}
