import type {
  LogPlace,
  WEBHOOK_DISABLINGS,
  WEBHOOK_ENDS,
  WebhookOwner,
  WebhookTerms,
} from '#domain';
import type { EventId, Instant, WebhookId } from '#vocabulary';

export interface WebhookDocument extends WebhookOwner, WebhookTerms {
  readonly webhook: WebhookId;
  readonly status: 'ACTIVE' | 'DISABLED' | 'ENDED';
  /** Why it is disabled or has ended. */
  readonly cause?: (typeof WEBHOOK_DISABLINGS | typeof WEBHOOK_ENDS)[number];
  /** The events that made its secrets, the newest first, and the one before: rotating twice ends the older at once. */
  readonly secrets: readonly WebhookSecretRef[];
  readonly start: WebhookStartRef;
  readonly registeredAt: Instant;
  /** From when failures are counted anew. */
  readonly resumedAt: Instant;
  /** The position of the last event about it; not all of them: each redelivery is one. */
  readonly changedAt: string;
}

export interface WebhookSecretRef {
  readonly event: EventId;
  /** Until when it counts beside the newest. */
  readonly until?: Instant;
}

/** The last word about where it begins or goes on. */
export interface WebhookStartRef {
  /** The event that says it. */
  readonly said: LogPlace;
  /** Behind which event; null: from the first on. */
  readonly behind: LogPlace | null;
}

/** Somebody asked for an event to be sent again. */
export interface WebhookRedeliveryDocument {
  readonly webhook: WebhookId;
  readonly event: EventId;
  /** Of the event that asks for it. */
  readonly position: string;
}
