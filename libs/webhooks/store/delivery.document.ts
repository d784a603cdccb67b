import type { EventId, StreamId } from '#event-log';
import type { SendingFailure } from '../outcome/answer';

/** PENDING: it is tried again. DEAD: it was refused for good, and waits for `redeliver`. */
export type DeliveryState = 'PENDING' | 'DELIVERED' | 'DEAD';

export interface Attempt {
  /** RFC 3339, UTC. */
  readonly at: string;
  readonly durationMs: number;
  /** Of the answer, where there was one. */
  readonly status?: number;
  readonly failure?: SendingFailure;
}

/** An event where it stands in the log, wherever that log is kept. */
export interface EventPlace {
  readonly event: EventId;
  readonly stream: StreamId;
  readonly revision: number;
  /** As it was when this was written; a log that was moved has others. */
  readonly position: string;
}

/** What was done to bring one event to one webhook. */
export interface DeliveryDocument extends EventPlace {
  readonly webhook: string;
  readonly type: string;
  /** As in the progress: who begins again from an earlier place is sent everything again. */
  readonly startedBy: EventId;
  readonly state: DeliveryState;
  /** The last of them. */
  readonly attempts: readonly Attempt[];
  readonly nextTryAt?: string;
}

/** How far a webhook has come. */
export interface ProgressDocument {
  readonly webhook: string;
  /** The event that said where to begin or go on: another one says another place. */
  readonly startedBy: EventId;
  /** All up to here is done with; null: as `startedBy` says. */
  readonly through: EventPlace | null;
  /** The redeliveries asked for that were seen to: the position of the last. */
  readonly redeliveredThrough?: string;
}
