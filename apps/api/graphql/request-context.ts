import type { AccessRecorder, Reading } from '#access-records';
import type { Viewer } from '../access';
import type { OperationTime } from './operation-time';

/** Whom an operation is of, before it is executed. */
export interface AskedContext extends Viewer {
  readonly time: OperationTime;
  readonly recorder: Pick<AccessRecorder, 'during'>;
}

/** What resolvers know of whom they answer, and how long they may take. */
export interface RequestContext extends AskedContext {
  /** What of persons and cases is read for this answer: recorded before it is given. */
  readonly reading: Reading;
}

/** What a subscription knows: who asks is asked anew for each of its messages. */
export interface SubscriptionContext extends AskedContext {
  /** @throws ApiError `UNAUTHENTICATED`, `FORBIDDEN` when nothing more may be told */
  readonly viewer: () => Promise<Viewer>;
  /** Given when the client has had enough, is gone, or the service ends. */
  readonly signal: AbortSignal;
}
