/** The right to write for one projection. Every acquisition has a higher epoch than the one before. */
export interface Ownership {
  /** Name and version, as `scorecards@3`. */
  readonly projection: string;
  /** Names one process: two processes must not share it. */
  readonly holder: string;
  readonly epoch: number;
}
