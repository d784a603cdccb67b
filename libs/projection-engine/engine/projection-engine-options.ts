import type { EventLog, RecordedEvent } from '#event-log';
import type { DocumentStore } from '#read-models';
import type { Projection } from '../runner';
import type { LeaseTimes } from './lease-keeper';
import type { ReadEvent } from './told-events';

export interface ProjectionEngineOptions {
  /** As it is stored: each event is judged by itself. */
  readonly log: EventLog;
  /** Brings an event of ours to its current version; by default it is in that already. */
  readonly read?: ReadEvent;
  readonly store: DocumentStore;
  readonly projections: readonly Projection[];
  /** The name of this process as a possible owner of projections. */
  readonly holder: string;
  readonly now: () => Date;
  /** Called when a projection stops; it does not continue without an operator. */
  readonly onStopped: (projection: string, error: unknown) => void;
  /** Called when another process took over a projection, most likely because this one stalled. */
  readonly onLost?: (projection: string) => void;
  /** Called once for somebody else's events in streams of ours, in whichever process. */
  readonly onSetAside?: (events: readonly RecordedEvent[]) => void;
  /** Events read at once while catching up. */
  readonly batchSize?: number;
  readonly ownership?: LeaseTimes;
}
