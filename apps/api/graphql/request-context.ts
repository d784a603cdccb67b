import type { Viewer } from '../access';
import type { OperationTime } from './operation-time';

/** What resolvers know of whom they answer, and how long they may take. */
export interface RequestContext extends Viewer {
  readonly time: OperationTime;
}

/** What a subscription knows: who asks is asked anew for each of its messages. */
export interface SubscriptionContext extends RequestContext {
  /** @throws ApiError `UNAUTHENTICATED`, `FORBIDDEN` when nothing more may be told */
  readonly viewer: () => Promise<Viewer>;
  /** Given when the client has had enough, is gone, or the service ends. */
  readonly signal: AbortSignal;
}
