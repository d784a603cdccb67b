/** Who entered a fact for somebody else, by id, where it matters what comes of it. */
export interface EnteredFor {
  readonly enteredBy?: string;
}
