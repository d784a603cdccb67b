import { CommandIdReused, CommandRefused } from '#commands';
import type { CommandEnvelope, CommandGateway } from '#commands';

/**
 * Gives a command that read models say is due. They may be behind: somebody may have been faster,
 * or something else have happened. Then it is refused, and nothing is lost.
 *
 * @returns whether it is recorded, now or before
 */
export async function give(
  gateway: Pick<CommandGateway, 'execute'>,
  envelope: CommandEnvelope,
): Promise<boolean> {
  try {
    await gateway.execute([envelope]);
    return true;
  } catch (error) {
    if (error instanceof CommandRefused || error instanceof CommandIdReused) return false;
    throw error;
  }
}
