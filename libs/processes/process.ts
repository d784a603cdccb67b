/**
 * Gives commands because of recorded facts or passing time. It works through a list that a read
 * model keeps of what is still to be done, so it needs no state of its own, may run at any time
 * and any number of times, and does nothing when read models are rebuilt.
 */
export interface Process {
  readonly name: string;
  /** Read models whose changes may give it something to do. */
  readonly follows: readonly string[];
  /** Does all that is to be done now. */
  run(): Promise<void>;
}
