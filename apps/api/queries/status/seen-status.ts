import { thoseSeen } from '../../access';
import type { Sight } from '../../access';
import type { ProjectionStatusType } from './status.types';

/** What stopped a read model, or was left out, is told to those who may see the event. */
export async function seenStatus(
  status: ProjectionStatusType,
  sight: Sight,
): Promise<ProjectionStatusType> {
  if (sight.of('HISTORY').isWhole) return status;
  const { stoppedAt, error: _error, leftOut, ...rest } = status;
  const isStopSeen =
    stoppedAt !== undefined && (await sight.sees('HISTORY', stoppedAt.organisations));
  return {
    ...rest,
    ...(isStopSeen ? { stoppedAt } : {}),
    leftOut: await thoseSeen(leftOut, ({ organisations }) => sight.sees('HISTORY', organisations)),
  };
}
