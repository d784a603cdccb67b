import { UnknownSchemaVersion } from '../errors';
import type { NewEvent, RecordedEvent } from '../event';

/** One step from a schema version of an event type to the next: pure, and never undone. */
export interface Upcaster {
  readonly type: string;
  /** The version it reads; it gives the version after it. */
  readonly from: number;
  readonly up: (data: unknown, event: RecordedEvent) => unknown;
}

/**
 * Declares a step. `From` is the shape that the log holds for that version: the log was written through the
 * same types, so it is trusted, not validated.
 */
export function upcaster<From, To>(
  type: string,
  from: number,
  up: (data: From, event: RecordedEvent) => To,
): Upcaster {
  return { type, from, up: (data, event) => up(data as From, event) };
}

/** The steps of every event type. A type without steps is known in version 1 only. */
export class Upcasters {
  readonly #stepsByType: ReadonlyMap<string, readonly Upcaster[]>;

  /** @throws RangeError when the steps of a type do not lead from version 1 upwards, each exactly once */
  constructor(steps: Iterable<Upcaster>) {
    const byType = Map.groupBy(steps, (step) => step.type);
    for (const [type, ofType] of byType) {
      ofType.sort((a, b) => a.from - b.from);
      ofType.forEach((step, index) => {
        if (step.from !== index + 1) {
          throw new RangeError(
            `${type}: expected one step from version ${index + 1}, found ${step.from}`,
          );
        }
      });
    }
    this.#stepsByType = byType;
  }

  /** The version that the program writes and reads. */
  currentVersion(type: string): number {
    return (this.#stepsByType.get(type)?.length ?? 0) + 1;
  }

  /** @throws UnknownSchemaVersion for an event of a newer version than the program knows */
  refuseNewer(event: NewEvent): void {
    const newest = this.currentVersion(event.type);
    if (event.schemaVersion > newest) {
      throw new UnknownSchemaVersion(event.type, event.schemaVersion, newest, event.id);
    }
  }

  /**
   * The event in its current version; the same object if it is that already.
   *
   * @throws UnknownSchemaVersion
   */
  upcast(event: RecordedEvent): RecordedEvent {
    const steps = this.#stepsByType.get(event.type) ?? [];
    if (event.schemaVersion === steps.length + 1) return event;
    this.refuseNewer(event);
    const data = steps
      .slice(event.schemaVersion - 1)
      .reduce((older, step) => step.up(older, event), event.data);
    return {
      ...event,
      data,
      schemaVersion: steps.length + 1,
      storedSchemaVersion: event.schemaVersion,
    };
  }
}
