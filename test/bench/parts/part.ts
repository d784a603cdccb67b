/**
 * What one child process does: it is opened once, and then asked again and again. Processes of their
 * own make the peak memory of each side its own, and keep one side's garbage out of the other's time.
 */
export interface Part<Ready, Request, Answer> {
  /** What the parent must know before it asks. */
  readonly ready: Ready;
  ask(request: Request): Promise<Answer>;
  close?(): Promise<void>;
}

export type FromParent =
  | { readonly kind: 'open'; readonly options: unknown }
  | { readonly kind: 'ask'; readonly request: unknown }
  | { readonly kind: 'peakMemory' }
  | { readonly kind: 'close' };

export type FromPart =
  | { readonly kind: 'answer'; readonly value: unknown }
  | { readonly kind: 'failed'; readonly reason: string };

/** One round of a measurement: how much was done, and in how long. */
export interface Round {
  readonly units: number;
  readonly seconds: number;
}
