import { nameBasedUuids } from './name-based-uuid';

const eventIds = nameBasedUuids('5b6f2a0e-6a34-5a0c-9f6b-1d1d5d5f0f44');

/** The id of a command's n-th event: the same command always gives the same events. */
export function eventIdOf(commandId: string, index: number): string {
  return eventIds(`${commandId}/${index}`);
}
