import type { Viewer } from '../access';

/** One message of a subscription: what it tells, and whom, as was asked for this message. */
export interface Message {
  readonly viewer: Viewer;
  /** The root of the answer: the field of the subscription with its value. */
  readonly root: object;
  /** The place in the log behind it, where there is one. */
  readonly cursor?: string;
  /** Whether it was read from read models, and so may lack what they were told to do without. */
  readonly isOfReadModels: boolean;
}
