import type { Projection } from '../runner';
import type { LeftOutEvent } from './version-notes';

/** An event that a read model does without, and which one. */
export interface LeftOut extends LeftOutEvent {
  readonly readModel: string;
  readonly version: number;
}

export function leftOutOf(
  { name, version }: Pick<Projection, 'name' | 'version'>,
  events: readonly LeftOutEvent[],
): readonly LeftOut[] {
  return events.map((event) => ({ readModel: name, version, ...event }));
}
