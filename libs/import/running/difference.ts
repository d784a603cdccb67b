/** What a column says now, and said otherwise when its row was recorded. */
export interface Difference {
  readonly column: string;
  /** Empty where there was nothing. */
  readonly before: string;
  readonly now: string;
}
