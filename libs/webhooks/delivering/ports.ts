import type { EventId, Position, RecordedEvent } from '#event-log';
import type { Actor, OrganisationId } from '#vocabulary';
import type { Meaning } from '../outcome/answer';
import type { SigningKeys } from '../signing/sign';

/** A webhook as it is to be delivered to. */
export interface Registration {
  readonly webhook: string;
  /** In whose role, and so within whose scope, it is told anything. */
  readonly owner: Actor;
  readonly url: string;
  readonly types: readonly string[];
  readonly under?: OrganisationId;
  /** The events that made its secrets, the newest first, and until when the one of before counts. */
  readonly secrets: readonly { readonly event: EventId; readonly until?: string }[];
  readonly isDisabled: boolean;
  /** The event that says where to begin. */
  readonly startedBy: EventId;
  /** Where that is; null: with the first event of the log. */
  readonly behind: { readonly event: EventId; readonly position: string } | null;
  /** From when failures are counted. */
  readonly resumedAt: string;
  /** Another one when anything about it changed. */
  readonly changedAt: string;
}

export interface AskedRedelivery {
  readonly event: EventId;
  readonly position: string;
}

/** The webhooks that there are. */
export interface Registrations {
  /** Those that have not ended. */
  all(): Promise<readonly Registration[]>;
  /** As of a place in the log or later; `undefined` for one that has ended. */
  read(webhook: string, atLeast?: Position): Promise<Registration | undefined>;
  /** What was asked for behind a position, in order; some of it. */
  redeliveries(webhook: string, after: string | undefined): Promise<readonly AskedRedelivery[]>;
  /** Calls the listener when there may be others, until the returned function is called. */
  onChange(listener: () => void): () => void;
}

/** What a webhook is told of an event, on behalf of its owner. */
export type Told =
  | { readonly kind: 'told'; readonly body: string }
  /** It is not for its owner to see. */
  | { readonly kind: 'unseen' }
  /** The role in which it is told anything does not hold at present. */
  | { readonly kind: 'roleOver' };

export interface Telling {
  holdsRole(registration: Registration): Promise<boolean>;
  /** Throws what the signal was given with. */
  tell(registration: Registration, event: RecordedEvent, signal: AbortSignal): Promise<Told>;
  /** Those that count now, the newest first. */
  keysOf(registration: Registration): readonly SigningKeys[];
}

/** How a webhook comes to its end by what its receiver answers; recorded, and seen by whoever reads next. */
export interface Endings {
  end(registration: Registration, event: EventId): Promise<void>;
  disable(registration: Registration, event: EventId): Promise<void>;
}

/** Is told what happens, for operators. */
export interface DeliveryWatch {
  attempted(meaning: Meaning, durationMs: number): void;
  /** When the event was recorded that waits for its next try; `undefined`: none does. */
  waiting(webhook: string, since: string | undefined): void;
  /** How many webhooks are disabled at present. */
  disabled(count: number): void;
  failed(webhook: string, error: unknown): void;
}
