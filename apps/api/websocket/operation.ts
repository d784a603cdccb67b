import type { ApiError } from '../errors';
import type { Asked } from '../graphql/count-refusals';

/** An operation under way on a connection. */
export class Operation {
  /** Resolves when it is known that it can begin, or that it cannot. */
  readonly admitted: Promise<void>;
  /** Where it goes on: behind the last message that was sent. */
  cursor: string | undefined;
  /** The client has said that it wants nothing more of it. */
  isCompleted = false;
  /** What is asked, once it is understood. */
  asked: Asked | undefined;
  /** The code of the error it ended with. */
  failedWith: string | undefined;
  /** Set as soon as it begins: resolves when it has ended, for whatever reason. */
  finished: Promise<void> = Promise.resolve();
  private readonly admission = Promise.withResolvers<void>();
  private readonly ending = new AbortController();
  private stopped = false;

  constructor(
    /** What is to be said against it before it is looked at. */
    readonly refusal?: ApiError,
  ) {
    this.admitted = this.admission.promise;
  }

  get signal(): AbortSignal {
    return this.ending.signal;
  }

  /** Whether it ended since the service ends. */
  get isStopped(): boolean {
    return this.stopped;
  }

  admit(): void {
    this.admission.resolve();
  }

  /** For the client, or since the client is gone. */
  end(): void {
    this.ending.abort();
  }

  stop(): void {
    this.stopped = true;
    this.ending.abort();
  }
}
