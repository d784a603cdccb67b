type Step = () => void | Promise<void>;

/** How to stop what runs: each part before those that it rests on. */
export class Stopping {
  private readonly steps: Step[] = [];

  /** Of a part that rests on what was there before. */
  by(step: Step): void {
    this.steps.unshift(step);
  }

  /**
   * Every part is stopped, whatever happens to one.
   *
   * @throws {AggregateError} when one could not be stopped
   */
  async stop(): Promise<void> {
    const failures: unknown[] = [];
    for (const step of this.steps.splice(0)) {
      try {
        await step();
      } catch (error) {
        failures.push(error);
      }
    }
    if (failures.length > 0) {
      throw new AggregateError(failures, failures.map(String).join('; '));
    }
  }
}
