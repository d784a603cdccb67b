/**
 * Something that gives commands because of what was recorded, or because time passed. It works off
 * a list that a read model keeps of what is still to be done: so it needs no memory of its own, may
 * be run at any time and any number of times, and does nothing when read models are built again.
 */
export interface Process {
  readonly name: string;
  /** Read models whose changes may give it something to do. */
  readonly follows: readonly string[];
  /** Does all that is to be done now. */
  run(): Promise<void>;
}
