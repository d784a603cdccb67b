import type { EventId, Instant, OrganisationId, Role, WebhookId } from '#vocabulary';
import type { FollowedEventType } from '../assessment/recognition-events';
import type { Known } from '../shared/facts';

/** In whose role it is told anything: who registered it, or the one for whom an operator did. */
export interface WebhookOwner {
  /** The pseudonymous id under which the program signs in. */
  readonly owner: string;
  readonly role: Role;
  readonly organisation: OrganisationId;
}

/** What its owner says of it, and may change. */
export interface WebhookTerms {
  readonly url: string;
  readonly types: readonly FollowedEventType[];
  /** Only what is about this organisation and what is below it now. */
  readonly under?: OrganisationId;
  readonly description: string;
}

/** Where in the log it begins or goes on; without either, behind the fact that says it. */
export interface WebhookStart {
  readonly fromBeginning?: boolean;
  readonly behind?: LogPlace;
}

/** Right behind an event. The position is where the event stood when this was said: another log may have it elsewhere. */
export interface LogPlace {
  readonly event: EventId;
  readonly position: string;
}

export type WebhookState =
  | { readonly status: 'UNKNOWN' }
  | (WebhookOwner &
      WebhookTerms & {
        readonly status: 'ACTIVE' | 'DISABLED' | 'ENDED';
        /** How many secrets it has had: the last one counts. */
        readonly generation: number;
        /** Until when the last secret but one counts as well. */
        readonly previousUntil?: Instant;
      });

export type KnownWebhook = Known<WebhookState>;

/** What ended or disabled a webhook: somebody asked for it, or the receiver did it by its answers. */
export const WEBHOOK_ENDS = ['ASKED', 'GONE'] as const;
export const WEBHOOK_DISABLINGS = ['ASKED', 'RETRIES_EXHAUSTED'] as const;

export interface WebhookKey {
  readonly webhook: WebhookId;
  readonly organisation: OrganisationId;
}
