import type { Viewer } from '../access';

/** What resolvers know of whom they answer. */
export type RequestContext = Viewer;

/** What a subscription knows: who asks is asked anew for each of its messages. */
export interface SubscriptionContext extends RequestContext {
  /** @throws ApiError `UNAUTHENTICATED`, `FORBIDDEN` when nothing more may be told */
  readonly viewer: () => Promise<Viewer>;
  /** Given when the client has had enough, is gone, or the service ends. */
  readonly signal: AbortSignal;
}
